import type {
  BasisOfKnowledge,
  Corroboration,
  CreditRole,
  Directness,
  Identification,
  NoticeKind,
  ReasonClass,
  SourceCount,
} from '../analysis/findings'
import type { SourcingSummary } from '../analysis/summary'
import type { Note, NoteColor, NoteStyle } from '../annotation/note'
import type { SentenceLocale } from '../failure-sentences'

export type ExportLocale = SentenceLocale

/** The words of ours in an export. The article's own words are never translated. */
export type ExportWords = {
  readonly noHeadline: string
  readonly noByline: string
  readonly noDate: string
  readonly byline: string
  readonly sources: string
  readonly credits: string
  readonly pictures: string
  readonly notices: string
  readonly alsoOnThePage: string
  readonly notesWithoutPlace: string
  readonly aboutThisCopy: string
  readonly pictureWithoutWords: string
  readonly summary: (summary: SourcingSummary) => string
  readonly card: Readonly<
    Record<
      | 'identification'
      | 'count'
      | 'role'
      | 'affiliation'
      | 'place'
      | 'terms'
      | 'anonymity'
      | 'reason'
      | 'told'
      | 'when'
      | 'basis'
      | 'motive'
      | 'corroboration'
      | 'statements'
      | 'noStatements'
      | 'withoutSource'
      | 'withoutCard',
      string
    >
  >
  readonly identification: Readonly<Record<Identification, string>>
  readonly count: (count: SourceCount) => string
  readonly terms: Readonly<Record<'on-record' | 'background' | 'deep-background' | 'off-record', string>>
  readonly reason: Readonly<Record<ReasonClass, string>>
  readonly basis: Readonly<Record<BasisOfKnowledge, string>>
  readonly corroboration: Readonly<Record<Corroboration, string>>
  readonly directness: Readonly<Record<Directness, string>>
  readonly notice: Readonly<Record<NoticeKind, string>>
  readonly role: Readonly<Record<CreditRole, string>>
  readonly picture: Readonly<
    Record<'picture' | 'alt' | 'caption' | 'credit' | 'photographer' | 'filePhoto' | 'date' | 'place', string>
  >
  readonly color: Readonly<Record<NoteColor, string>>
  readonly style: Readonly<Record<NoteStyle, string>>
  readonly orphaned: Readonly<Record<Exclude<Note['orphaned'], null>, string>>
  readonly copy: Readonly<
    Record<'imported' | 'captured' | 'mediaType' | 'sha256' | 'rights' | 'engine', string>
  >
  readonly bytes: (count: number) => string
}
