import type {
  AttributionLevel,
  BasisOfKnowledge,
  Corroboration,
  CreditRole,
  Directness,
  Identification,
  ReasonClass,
  SourceCount,
} from '../analysis/findings'
import type { Anchor } from '../annotation/note'

/**
 * What a reader says against what was extracted. Both are kept: corrections stand beside the extraction and are
 * laid over it (`applyCorrections`); taking one away goes back (DOMAIN.md, Article).
 *
 * Findings are addressed by their words and the place of these, because their ids mean nothing to the next engine.
 */

/**
 * A source by the words that describe it, a statement by the words of its content; or the source or statement that
 * an earlier correction made, by that correction's id. How words are matched to a finding: `targets.ts`.
 */
export type Target =
  | {
      readonly kind: 'found'
      readonly anchor: Anchor
      /** Which of several findings that stand at exactly these words, in the order of their ids; mostly 0 of one. */
      readonly nth: number
    }
  | { readonly kind: 'made'; readonly by: string }

/** A credit by its words; one that only metadata or the reader names, by role and name. */
export type CreditTarget = {
  readonly role: CreditRole
  readonly name: string
  readonly picture: number | null
  readonly anchor: Anchor | null
}

/** One field of a source card with its new value; a null says that the article does not tell it. */
export type SourceChange =
  | { readonly field: 'identification'; readonly value: Identification }
  | { readonly field: 'descriptor'; readonly value: string }
  | { readonly field: 'count'; readonly value: SourceCount }
  | { readonly field: 'attributionLevel'; readonly value: AttributionLevel }
  | { readonly field: 'basisOfKnowledge'; readonly value: BasisOfKnowledge }
  | { readonly field: 'corroboration'; readonly value: Corroboration }
  /** Null: no grant of anonymity is told at all. */
  | { readonly field: 'reasonClass'; readonly value: ReasonClass | null }
  | { readonly field: SourceWordsField; readonly value: string | null }

export const SOURCE_WORDS_FIELDS = [
  'role',
  'affiliation',
  'place',
  'addressee',
  'when',
  'motive',
  'reason',
] as const
export type SourceWordsField = (typeof SOURCE_WORDS_FIELDS)[number]
export type SourceField = SourceChange['field']

export const FACT_FIELDS = [
  'headline',
  'byline',
  'published',
  'modified',
  'language',
  'publisher',
  'dateline',
  'url',
  'contact',
  'rights',
] as const
/** A fact of the capture; `published` and `modified` are ISO 8601 days or date-times. */
export type FactField = (typeof FACT_FIELDS)[number]

export type CreditChange =
  | { readonly field: 'name'; readonly value: string }
  | { readonly field: 'role'; readonly value: CreditRole }

/** A finding that is none. */
export type FalseFinding =
  | { readonly kind: 'statement'; readonly statement: Target }
  | { readonly kind: 'source'; readonly source: Target }
  | { readonly kind: 'credit'; readonly credit: CreditTarget }
  | { readonly kind: 'notice'; readonly anchor: Anchor }
  | { readonly kind: 'date'; readonly anchor: Anchor }
  /** By its words, or by its index where it has none (a bare image of a page). */
  | { readonly kind: 'picture'; readonly anchor: Anchor | null; readonly picture: number }

/** Who made a statement that the engine missed. */
export type Speaker =
  | { readonly kind: 'source'; readonly source: Target }
  | { readonly kind: 'words'; readonly anchor: Anchor; readonly identification: Identification }

/** What a reader does, before it has been given its id and its time. */
export type CorrectionAct =
  | { readonly kind: 'set-source-field'; readonly source: Target; readonly change: SourceChange }
  | { readonly kind: 'set-fact'; readonly field: FactField; readonly value: string | null }
  | { readonly kind: 'change-credit'; readonly credit: CreditTarget; readonly change: CreditChange }
  | { readonly kind: 'add-credit'; readonly role: CreditRole; readonly name: string }
  | { readonly kind: 'join-sources'; readonly source: Target; readonly into: Target }
  /** The statements become those of a new source, and so do the words that name their speaker there. */
  | { readonly kind: 'split-source'; readonly source: Target; readonly statements: readonly Target[] }
  /** `to` null: nobody is said to have stated it. */
  | { readonly kind: 'move-statement'; readonly statement: Target; readonly to: Target | null }
  | { readonly kind: 'mark-false'; readonly finding: FalseFinding }
  | {
      readonly kind: 'add-statement'
      readonly content: Anchor
      readonly by: Speaker | null
      readonly directness: Directness
    }
export type CorrectionKind = CorrectionAct['kind']

export type Correction = {
  readonly id: string
  /** ISO 8601 UTC instant. */
  readonly createdAt: string
  readonly act: CorrectionAct
}

/** What a corrected value is, or was: words, a number of people, or nothing told. */
export type FieldValue = string | number | null

/** What a correction is about in the corrected analysis: ids and indexes of that. */
export type Subject =
  | { readonly kind: 'source'; readonly id: string }
  | { readonly kind: 'statement'; readonly id: string }
  | { readonly kind: 'credit'; readonly index: number }
  | { readonly kind: 'fact'; readonly field: FactField }
  /** It is no longer shown: marked as false, or joined into another. */
  | { readonly kind: 'none' }

export type AppliedCorrection = {
  readonly correction: Correction
  readonly subject: Subject
  /** What the engine found for the same field; for other acts the words of the finding. Null: nothing. */
  readonly extracted: FieldValue
}

/** The id that a source or a statement made by the correction `correctionId` has. */
export function madeId(correctionId: string): string {
  return `r-${correctionId}`
}
