import { useCallback, useMemo, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import type { OpenedArticle } from '#contract/articles'
import type { Corrected, Reanalysed } from '#contract/correcting'
import type { Answer } from '#contract/define'
import type { CorrectionAct } from '#domain/corrections/correction'
import { client, settled } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import type { Correcting } from '../../features/corrections/correcting'
import { useToast } from '../../ui/toast'

export type Corrections = {
  /** The article as it was opened, or as the last correction left it. */
  readonly opened: OpenedArticle
  readonly correcting: Correcting
  /** What a newer engine found otherwise, after it was asked in this room. */
  readonly changes: Reanalysed['changes'] | null
  readonly reanalyse: () => Promise<void>
  readonly closeChanges: () => void
  /** Takes back the last correction made here; false when there is none to take back. */
  readonly undoLast: () => boolean
  /** Something else was done since: the key undoes that first, and these stay. */
  readonly letGo: () => void
}

/** One toast for all corrections: the last one is the one to undo. */
const TOPIC = 'correction'

/**
 * The reader's corrections of the open article. The library lays them over the extraction and answers with the findings as
 * they are now; every one can be taken back from its toast, its field and the list.
 */
export function useCorrections(first: OpenedArticle, onChanged: () => void): Corrections {
  const intl = useIntl()
  const toast = useToast()
  const sentence = useFailureSentence()
  const [answered, setAnswered] = useState<{ first: OpenedArticle; corrected: Corrected } | null>(null)
  const [changes, setChanges] = useState<Reanalysed['changes'] | null>(null)
  const captureId = first.capture.id
  /** What was made in this room and can be undone by the key, the latest last. */
  const made = useRef<readonly string[]>([])
  // Opened again, the article comes with all corrections: what was answered before is older.
  const corrected = answered?.first === first ? answered.corrected : null
  const opened = useMemo(() => withCorrected(first, corrected, changes !== null), [first, corrected, changes])

  const told = async <T>(asked: Promise<Answer<T>>): Promise<T | null> => {
    const answer = await settled(asked)
    if (answer.ok) return answer.value
    toast({ text: sentence(answer.failure), tone: 'danger' })
    return null
  }
  const show = (next: Corrected) => {
    setAnswered({ first, corrected: next })
    onChanged()
  }
  const takeBack = async (correctionIds: readonly string[]): Promise<boolean> => {
    const ids = [...correctionIds]
    const next = await told(client.correcting.remove({ captureId, correctionIds: ids }))
    if (next === null) return false
    show(next)
    made.current = made.current.filter((id) => !ids.includes(id))
    toast({ text: intl.formatMessage({ id: 'corrections.undone' }), topic: TOPIC })
    return true
  }
  const act = async (wanted: CorrectionAct): Promise<boolean> => {
    const added = await told(client.correcting.add({ captureId, act: wanted }))
    if (added === null) return false
    show(added.corrected)
    const undo = {
      label: intl.formatMessage({ id: 'corrections.undo' }),
      onAction: () => void latest.current.takeBack([added.correctionId]),
    }
    made.current = [...made.current, added.correctionId]
    toast({ text: intl.formatMessage({ id: 'corrections.done' }), action: undo, topic: TOPIC })
    return true
  }
  const reanalyse = async () => {
    const found = await told(client.correcting.reanalyse({ captureId }))
    if (found === null) return
    show(found.corrected)
    setChanges(found.changes)
  }

  const undoLast = () => {
    const last = made.current.at(-1)
    if (last !== undefined) void takeBack([last])
    return last !== undefined
  }

  const latest = useRef({ act, takeBack })
  latest.current = { act, takeBack }
  const stableAct = useCallback((wanted: CorrectionAct) => latest.current.act(wanted), [])
  const stableTakeBack = useCallback((ids: readonly string[]) => latest.current.takeBack(ids), [])
  const { corrections } = opened
  const correcting = useMemo(
    () => ({ corrections, act: stableAct, takeBack: stableTakeBack }),
    [corrections, stableAct, stableTakeBack],
  )
  const letGo = useCallback(() => {
    made.current = []
  }, [])
  return { opened, correcting, changes, reanalyse, undoLast, letGo, closeChanges: () => setChanges(null) }
}

function withCorrected(
  first: OpenedArticle,
  corrected: Corrected | null,
  isReanalysed: boolean,
): OpenedArticle {
  if (corrected === null) return first
  const { analysis, listing, corrections } = corrected
  const newerEngine = first.newerEngine && !isReanalysed
  return { ...first, listing, corrections, newerEngine, capture: { ...first.capture, analysis } }
}
