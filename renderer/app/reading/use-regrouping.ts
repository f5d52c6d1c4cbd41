import { useIntl } from 'react-intl'
import type { OpenedArticle } from '#contract/articles'
import type { Answer } from '#contract/define'
import type { ArticleListing } from '#domain/article/listing'
import { client, settled } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import { useToast } from '../../ui/toast'

export type Regrouping = {
  readonly show: (captureId: string) => void
  /** Makes the open capture an article of its own. */
  readonly split: () => Promise<void>
  /** Makes the open article's captures those of another. */
  readonly join: (into: ArticleListing) => Promise<void>
}

/** Which captures are of which article, changed by the reader. Each change offers to take it back. */
export function useRegrouping(
  { capture }: Pick<OpenedArticle, 'capture'>,
  /** Opens a capture (the newest for null) of an article whose captures are others than before. */
  onRegrouped: (articleId: string, captureId: string | null) => void,
  onShow: (captureId: string) => void,
): Regrouping {
  const intl = useIntl()
  const toast = useToast()
  const sentence = useFailureSentence()
  const done = async <T>(asked: Promise<Answer<T>>): Promise<T | null> => {
    const answer = await settled(asked)
    if (answer.ok) return answer.value
    toast({ text: sentence(answer.failure), tone: 'danger' })
    return null
  }
  const tell = (id: string, onAction: () => void) =>
    toast({
      text: intl.formatMessage({ id }),
      tone: 'success',
      action: { label: intl.formatMessage({ id: 'captures.undo' }), onAction },
    })
  const { id: captureId, articleId } = capture
  const splitOff = (captureIds: string[]) => done(client.captures.split({ captureIds }))
  const joinInto = (from: string, into: string) =>
    done(client.captures.join({ articleId: from, intoArticleId: into }))
  return {
    show: onShow,
    split: async () => {
      const split = await splitOff([captureId])
      if (split === null) return
      onRegrouped(split.articleId, captureId)
      tell('captures.was-split', async () => {
        if ((await joinInto(split.articleId, articleId)) !== null) onRegrouped(articleId, captureId)
      })
    },
    join: async (into) => {
      const joined = await joinInto(articleId, into.id)
      if (joined === null) return
      onRegrouped(into.id, null)
      tell('captures.was-joined', async () => {
        const split = await splitOff(joined.captureIds)
        if (split !== null) onRegrouped(split.articleId, null)
      })
    },
  }
}
