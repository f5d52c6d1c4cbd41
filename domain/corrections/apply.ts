import type { Analysis } from '../analysis/findings'
import { assertNever } from '../assert-never'
import type { AppliedCorrection, Correction, CorrectionAct, Subject } from './correction'
import { addCredit, changeCredit, setFact } from './credits-and-facts'
import { byWeight, type Draft } from './draft'
import { extractedValue } from './extracted'
import { markFalse } from './false-findings'
import {
  addStatement,
  joinSources,
  moveStatement,
  setSourceField,
  splitSource,
} from './sources-and-statements'

export type Corrected = {
  /** The extraction with the corrections laid over it: what is shown, listed, searched and exported. */
  readonly analysis: Analysis
  /** In the order given. */
  readonly applied: readonly AppliedCorrection[]
  /** Corrections whose finding is no longer there. They are shown and kept, and apply again when it is back. */
  readonly dangling: readonly Correction[]
}

/**
 * Lays a reader's corrections over an extraction, one after the other, in the order given (the order in which they were
 * made). Pure, and total: a correction that finds no target changes nothing and is `dangling`.
 *
 * Without corrections the analysis is the one given. Corrections of different findings or of different fields may
 * stand in any order; of two for one field the later wins. Every range stays inside `text`, ids stay unique, and every
 * `sourceId` is that of a source.
 */
export function applyCorrections(
  extracted: Analysis,
  corrections: readonly Correction[],
  text: string,
): Corrected {
  const dangling: Correction[] = []
  const done: { correction: Correction; subject: Subject }[] = []
  const draft: Draft = { analysis: extracted, text, credits: new Map(), reweigh: false }
  for (const correction of corrections) {
    const subject = applyAct(draft, correction.id, correction.act)
    if (subject === null) dangling.push(correction)
    else done.push({ correction, subject })
  }
  const analysis = draft.reweigh ? byWeight(draft.analysis) : draft.analysis
  const applied = done.map(({ correction, subject }): AppliedCorrection => {
    const now = subjectNow(draft, correction, subject)
    return { correction, subject: now, extracted: extractedValue(extracted, correction.act, subject, text) }
  })
  return { analysis, applied, dangling }
}

/** Changes the draft and says what was changed; null, and nothing is changed, when the target is not there. */
function applyAct(draft: Draft, id: string, act: CorrectionAct): Subject | null {
  switch (act.kind) {
    case 'set-source-field':
      return setSourceField(draft, act.source, act.change)
    case 'set-fact':
      return setFact(draft, act.field, act.value)
    case 'change-credit':
      return changeCredit(draft, id, act.credit, act.change)
    case 'add-credit':
      return addCredit(draft, id, act.role, act.name)
    case 'join-sources':
      return joinSources(draft, act.source, act.into)
    case 'split-source':
      return splitSource(draft, id, act.source, act.statements)
    case 'move-statement':
      return moveStatement(draft, act.statement, act.to)
    case 'mark-false':
      return markFalse(draft, act.finding)
    case 'add-statement':
      return addStatement(draft, id, act)
    default:
      return assertNever(act)
  }
}

/** Where the subject is after all corrections: a source may since have been joined, a credit moved or dropped. */
function subjectNow(draft: Draft, correction: Correction, subject: Subject): Subject {
  switch (subject.kind) {
    case 'source':
      return draft.analysis.sources.some(({ id }) => id === subject.id) ? subject : { kind: 'none' }
    case 'statement':
      return draft.analysis.attributions.some(({ id }) => id === subject.id) ? subject : { kind: 'none' }
    case 'credit': {
      const credit = draft.credits.get(correction.id)
      const index = credit === undefined ? -1 : draft.analysis.credits.indexOf(credit)
      return index < 0 ? { kind: 'none' } : { kind: 'credit', index }
    }
    case 'fact':
    case 'none':
      return subject
    default:
      return assertNever(subject)
  }
}
