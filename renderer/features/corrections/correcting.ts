import type { ShownCorrection } from '#contract/corrections'
import type { CorrectionAct, FactField, SourceField } from '#domain/corrections/correction'

/** What the parts of this folder are given: the reader's corrections of the open capture, and how to make and undo them. */
export type Correcting = {
  readonly corrections: readonly ShownCorrection[]
  /** Resolves to false when it was refused; that has been told then. */
  readonly act: (act: CorrectionAct) => Promise<boolean>
  /** Undo, or back to extracted. */
  readonly takeBack: (correctionIds: readonly string[]) => Promise<boolean>
}

/** The corrections of one field of one source, the latest last. */
export function ofSourceField(
  corrections: readonly ShownCorrection[],
  sourceId: string,
  field: SourceField,
): readonly ShownCorrection[] {
  return corrections.filter(
    ({ subject, correction: { act } }) =>
      subject?.kind === 'source' &&
      subject.id === sourceId &&
      act.kind === 'set-source-field' &&
      act.change.field === field,
  )
}

export function ofFact(
  corrections: readonly ShownCorrection[],
  field: FactField,
): readonly ShownCorrection[] {
  return corrections.filter(({ correction: { act } }) => act.kind === 'set-fact' && act.field === field)
}

/** Corrections of one credit, and the one that added it. */
export function ofCredit(corrections: readonly ShownCorrection[], index: number): readonly ShownCorrection[] {
  return corrections.filter(({ subject }) => subject?.kind === 'credit' && subject.index === index)
}

/** The panels that corrections belong to: whom the article relies on, or who made it. */
export type Panel = 'sources' | 'credits'

export function panelOf(act: CorrectionAct): Panel {
  switch (act.kind) {
    case 'set-fact':
    case 'change-credit':
    case 'add-credit':
      return 'credits'
    case 'mark-false':
      return act.finding.kind === 'source' || act.finding.kind === 'statement' ? 'sources' : 'credits'
    default:
      return 'sources'
  }
}
