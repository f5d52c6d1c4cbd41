import { useIntl } from 'react-intl'
import type { OpenedArticle } from '#contract/articles'
import { client } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import { useQuery } from '../../client/use-query'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { Spinner } from '../../ui/Spinner'
import { OpenedArticleRoom } from './OpenedArticleRoom'
import styles from './reading.module.css'
import type { ReadingRoomProps } from './room-props'

/** One article beside its sources, credits and notes. */
export function ReadingRoom(props: ReadingRoomProps) {
  const { articleId, openAt } = props
  const captureId = openAt?.captureId ?? null
  const key = articleId === null ? null : `${articleId} ${captureId ?? ''}`
  const [query, ask] = useQuery(key, () => client.articles.open({ articleId: articleId ?? '', captureId }), {
    keepValue: true,
  })
  switch (query.state) {
    case 'idle':
      return <NothingOpen />
    case 'loading':
      return <Opening />
    case 'failed':
      return <NotOpened again={ask} failure={query.failure} />
    case 'ready':
      return (
        <OpenedArticleRoom {...props} isStale={query.stale} key={keyOf(query.value)} opened={query.value} />
      )
  }
}

/** The room holds what its parts share: another capture is another room, and so is the same one of another article. */
function keyOf({ capture, captures }: OpenedArticle): string {
  return `${capture.articleId} ${capture.id} ${captures.length}`
}

function NothingOpen() {
  const intl = useIntl()
  return (
    <main className={styles.blank}>
      <EmptyState icon="book" title={intl.formatMessage({ id: 'article.none.title' })}>
        {intl.formatMessage({ id: 'article.none.text' })}
      </EmptyState>
    </main>
  )
}

/** Shown only when opening takes longer than a blink: most articles are there before. */
function Opening() {
  const intl = useIntl()
  return (
    <main aria-busy="true" className={styles.blank}>
      <div className={styles.opening}>
        <Spinner label={intl.formatMessage({ id: 'article.loading' })} visibleLabel />
      </div>
    </main>
  )
}

function NotOpened(props: {
  readonly failure: Parameters<ReturnType<typeof useFailureSentence>>[0]
  readonly again: () => void
}) {
  const intl = useIntl()
  const sentence = useFailureSentence()
  return (
    <main className={styles.blank}>
      <EmptyState
        actions={
          <Button icon="refresh" onPress={props.again}>
            {intl.formatMessage({ id: 'article.failed.again' })}
          </Button>
        }
        icon="warning"
        title={intl.formatMessage({ id: 'article.failed.title' })}
        tone="danger"
      >
        {sentence(props.failure)}
      </EmptyState>
    </main>
  )
}
