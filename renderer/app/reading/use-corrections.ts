import { useCallback, useMemo, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import type { OpenedArticle } from '#contract/articles'
import type { Corrected, Reanalysed } from '#contract/correcting'
import type { Answer } from '#contract/define'
import type { Correction, CorrectionAct } from '#domain/corrections/correction'
import { client, settled } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import type { Correcting } from '../../features/corrections/correcting'
import { useToast } from '../../ui/toast'
import { type CorrectionHistory, type CorrectionStep, isLatestMade } from './correction-history'
import { did, NO_HISTORY, redone, undone } from './step-history'
import type { StepTold } from './use-undo-order'

export type Corrections = {
  /** The article as it was opened, or as the last correction left it. */
  readonly opened: OpenedArticle
  readonly correcting: Correcting
  /** What a newer engine found otherwise, after it was asked in this room. */
  readonly changes: Reanalysed['changes'] | null
  readonly reanalyse: () => Promise<void>
  readonly closeChanges: () => void
  /** Takes back the last step made here. */
  readonly undo: () => void
  /** Does again what was taken back last. */
  readonly redo: () => void
}

/** One toast for all corrections: the last one is the one to undo. */
const TOPIC = 'correction'

/**
 * The reader's corrections of the open article. The library lays them over the extraction and answers with the findings as
 * they are now; every one can be taken back from its toast, its field and the list.
 */
export function useCorrections(first: OpenedArticle, onChanged: () => void, onStep: StepTold): Corrections {
  const intl = useIntl()
  const toast = useToast()
  const sentence = useFailureSentence()
  const [answered, setAnswered] = useState<{ first: OpenedArticle; corrected: Corrected } | null>(null)
  const [changes, setChanges] = useState<Reanalysed['changes'] | null>(null)
  const captureId = first.capture.id
  /** What was done in this room. */
  const history = useRef<CorrectionHistory>(NO_HISTORY)
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
  const say = (id: 'corrections.undone' | 'corrections.redone') =>
    toast({ text: intl.formatMessage({ id }), topic: TOPIC })
  const record = (step: CorrectionStep) => {
    history.current = did(history.current, step)
    onStep('did')
  }
  const drop = async (correctionIds: readonly string[]): Promise<boolean> => {
    const next = await told(client.correcting.remove({ captureId, correctionIds: [...correctionIds] }))
    if (next !== null) show(next)
    return next !== null
  }
  const putBack = async (corrections: readonly Correction[]): Promise<boolean> => {
    const next = await told(client.correcting.restore({ captureId, corrections: [...corrections] }))
    if (next !== null) show(next)
    return next !== null
  }
  const walk = async ({ kind, corrections }: CorrectionStep, forward: boolean) => {
    const isBack = (kind === 'made') === forward
    const isDone = isBack ? await putBack(corrections) : await drop(corrections.map(({ id }) => id))
    if (isDone) say(forward ? 'corrections.redone' : 'corrections.undone')
  }
  const step = (which: typeof undone, forward: boolean) => {
    const found = which(history.current)
    if (found === null) return
    history.current = found.history
    onStep(forward ? 'redone' : 'undone')
    void walk(found.step, forward)
  }
  const takeBack = async (correctionIds: readonly string[]): Promise<boolean> => {
    const gone = opened.corrections
      .map(({ correction }) => correction)
      .filter(({ id }) => correctionIds.includes(id))
    if (!(await drop(correctionIds))) return false
    record({ kind: 'taken-away', corrections: gone })
    say('corrections.undone')
    return true
  }
  /** The toast's undo. Something else may have been done since it came up: then it is a step of its own. */
  const unmake = (correctionId: string) => {
    if (isLatestMade(history.current, correctionId)) step(undone, false)
    else void takeBack([correctionId])
  }
  const act = async (wanted: CorrectionAct): Promise<boolean> => {
    const added = await told(client.correcting.add({ captureId, act: wanted }))
    if (added === null) return false
    show(added.corrected)
    const made = added.corrected.corrections.find(({ correction }) => correction.id === added.correctionId)
    if (made) record({ kind: 'made', corrections: [made.correction] })
    const undo = {
      label: intl.formatMessage({ id: 'corrections.undo' }),
      onAction: () => latest.current.unmake(added.correctionId),
    }
    toast({ text: intl.formatMessage({ id: 'corrections.done' }), action: undo, topic: TOPIC })
    return true
  }
  const reanalyse = async () => {
    const found = await told(client.correcting.reanalyse({ captureId }))
    if (found === null) return
    show(found.corrected)
    setChanges(found.changes)
  }

  const latest = useRef({ act, takeBack, unmake })
  latest.current = { act, takeBack, unmake }
  const stableAct = useCallback((wanted: CorrectionAct) => latest.current.act(wanted), [])
  const stableTakeBack = useCallback((ids: readonly string[]) => latest.current.takeBack(ids), [])
  const { corrections } = opened
  const correcting = useMemo(
    () => ({ corrections, act: stableAct, takeBack: stableTakeBack }),
    [corrections, stableAct, stableTakeBack],
  )
  return {
    opened,
    correcting,
    changes,
    reanalyse,
    undo: () => step(undone, false),
    redo: () => step(redone, true),
    closeChanges: () => setChanges(null),
  }
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
