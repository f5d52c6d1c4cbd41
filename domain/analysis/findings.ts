import type { BlockRole } from '../article/block'
import type { CaptureFacts } from '../article/facts'
import type { Range } from '../article/range'
import type { Told } from '../article/told'

/** How the article identifies a source (DOMAIN.md, the source card). */
export const IDENTIFICATIONS = [
  'named-person',
  'organisation',
  'pseudonym',
  'described-unnamed',
  'bare-unnamed',
  'document',
] as const
export type Identification = (typeof IDENTIFICATIONS)[number]

/** Whether the article leaves this source without a name of its own. A pseudonym hides the name as well. */
export function isUnnamed(identification: Identification): boolean {
  return (
    identification === 'described-unnamed' ||
    identification === 'bare-unnamed' ||
    identification === 'pseudonym'
  )
}

export const COUNTS = ['one', 'plural-unspecified'] as const
/** How many people speak: one, exactly n (2 or more), or several without a number. */
export type SourceCount = (typeof COUNTS)[number] | number

export const ATTRIBUTION_LEVELS = [
  'on-record',
  'background',
  'deep-background',
  'off-record',
  'not-stated',
] as const
/** The terms agreed with the source (AP definitions); `not-stated` unless the article says so. */
export type AttributionLevel = (typeof ATTRIBUTION_LEVELS)[number]

export const REASON_CLASSES = [
  'safety-or-reprisal',
  'not-authorised',
  'legal',
  'job',
  'privacy',
  'victim-or-minor',
  'sensitive-talks',
  'other',
  'not-given',
] as const
/** Why a source is unnamed, as the article words it. */
export type ReasonClass = (typeof REASON_CLASSES)[number]

/** That a source was granted anonymity, and the stated ground. `grant` and `reason` are verbatim. */
export type Anonymity = {
  readonly grant: string | null
  readonly grantRange: Range | null
  readonly reasonClass: ReasonClass
  readonly reason: string | null
  readonly reasonRange: Range | null
}

export const BASES_OF_KNOWLEDGE = [
  'witnessed',
  'participant',
  'documents',
  'told-by-others',
  'not-stated',
] as const
/** How the source knows (HURIDOCS source connection). */
export type BasisOfKnowledge = (typeof BASES_OF_KNOWLEDGE)[number]

export const CORROBORATIONS = ['none-stated', 'other-sources', 'documents', 'imagery'] as const
export type Corroboration = (typeof CORROBORATIONS)[number]

/** A source as the article shows it. Strings are verbatim words of the text at the range beside them. */
export type Source = {
  readonly id: string
  readonly identification: Identification
  /** The fullest words the article uses for it ("state security agents in Dandong", "Jane Roe"). */
  readonly descriptor: string
  readonly descriptorRange: Range
  readonly role: string | null
  readonly affiliation: string | null
  readonly place: string | null
  readonly count: SourceCount
  readonly attributionLevel: AttributionLevel
  readonly anonymity: Anonymity | null
  readonly addressee: string | null
  readonly addresseeRange: Range | null
  readonly when: string | null
  readonly whenRange: Range | null
  readonly basisOfKnowledge: BasisOfKnowledge
  readonly basisRange: Range | null
  readonly motive: string | null
  readonly motiveRange: Range | null
  readonly corroboration: Corroboration
  readonly corroborationRange: Range | null
  /** Every range that refers to this source, in text order. */
  readonly mentions: readonly Range[]
  /** Why mentions were joined into this one source, each with what it rests on; empty when nothing was joined. */
  readonly joined: readonly JoinReason[]
}

/** What an article tells of how, when and to whom a source spoke, and how it knows. */
export type Circumstances = Pick<
  Source,
  | 'attributionLevel'
  | 'addressee'
  | 'addresseeRange'
  | 'when'
  | 'whenRange'
  | 'basisOfKnowledge'
  | 'basisRange'
  | 'motive'
  | 'motiveRange'
  | 'corroboration'
  | 'corroborationRange'
>

/** Evidence on which a mention was joined to a source ("The source" again after "a source"). */
export type JoinReason = {
  readonly mention: Range
  readonly rule:
    | 'same-name'
    | 'surname'
    | 'pronoun'
    | 'definite-again'
    | 'epithet'
    | 'same-words'
    | 'appositive'
    | 'reader'
}

export const DIRECTNESSES = ['direct', 'indirect', 'mixed'] as const
export type Directness = (typeof DIRECTNESSES)[number]

/**
 * One statement: source, cue and content as PolNeAR's guidelines define them; spans may be discontinuous.
 * `source` and `sourceId` are null for a quotation that nobody is said to have spoken.
 */
export type Attribution = {
  readonly id: string
  readonly source: readonly Range[] | null
  readonly cue: readonly Range[] | null
  readonly content: readonly Range[]
  readonly sourceId: string | null
  readonly directness: Directness
  /** Name of the rule or model feature that produced it, for `analyze --explain`. */
  readonly rule: string
}

export const NOTICE_KINDS = [
  'anonymous-sources',
  'correction',
  'editors-note',
  'translation',
  'source-policy',
  'rights',
  'disclaimer',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** A standing text about sourcing or rights, which belongs to the outlet rather than to the story. */
export type Notice = {
  readonly kind: NoticeKind
  readonly range: Range
  /** The stated ground for anonymity inside the notice, when it has one. */
  readonly reason: string | null
  readonly reasonRange: Range | null
  readonly reasonClass: ReasonClass | null
}

export const CREDIT_ROLES = [
  'author',
  'translator',
  'editor',
  'contributor',
  'correspondent',
  'fact-checker',
  'agency',
  'photographer',
  'picture-credit',
] as const
export type CreditRole = (typeof CREDIT_ROLES)[number]

/** One person or outlet credited with a part in making the article, or a picture of it. */
export type Credit = {
  readonly role: CreditRole
  readonly name: string
  /** Where it was read; null when only the page's metadata names it. */
  readonly range: Range | null
  /** The whole line it was read from ("Translated by R. A."); null as above. */
  readonly lineRange: Range | null
  /** Index into `Analysis.pictures` for a picture's credit, else null. */
  readonly picture: number | null
}

/** A picture as the article presents it. Strings are as told; `range` covers alt text and caption in the text. */
export type Picture = {
  readonly alt: string | null
  readonly caption: string | null
  readonly credit: string | null
  readonly photographer: string | null
  /** Marked by the article as a file (archive) photo. */
  readonly filePhoto: boolean
  readonly date: string | null
  readonly place: string | null
  readonly range: Range | null
  readonly src: string | null
  /** What the picture's own file tells; absent when it tells nothing or did not come with the capture. */
  readonly fileFacts?: PictureFacts
}

export const PICTURE_FACTS = ['creator', 'credit', 'caption', 'rights', 'date', 'position'] as const
export type PictureFact = (typeof PICTURE_FACTS)[number]

/**
 * What a picture's file says of itself (`from`: `xmp`, `iptc`, `exif`) and takes along wherever it goes. `date` is ISO 8601;
 * `position` is where it was taken: degrees of latitude and longitude.
 */
export type PictureFacts = { readonly [fact in PictureFact]?: Told<string> }

/** Date words of the text; the calendar day is computed at reading time, once `published` is known. */
export type DateMention = {
  readonly words: string
  readonly range: Range
  /** ISO 8601 day, month (`2019-02`) or year; null while the words cannot be resolved. */
  readonly date: string | null
  /** Whether the sentence tells of what is still to come, so that a day without a date is the next and not the last. */
  readonly ahead?: boolean | undefined
}

/** All that the engine found in one capture. */
export type Analysis = {
  /** Version of the engine, so that a newer one can be run again and its changes shown. */
  readonly engine: string
  /** Language pack used (`en`, `ko`), or null: structural findings only. */
  readonly pack: string | null
  /** One role a block, in the order of the capture's blocks. */
  readonly blockRoles: readonly BlockRole[]
  /** Facts of the capture, completed from running text. */
  readonly facts: CaptureFacts
  /** The byline verbatim; null is the finding "no byline". */
  readonly byline: { readonly words: string; readonly range: Range | null } | null
  readonly sources: readonly Source[]
  readonly attributions: readonly Attribution[]
  readonly notices: readonly Notice[]
  readonly credits: readonly Credit[]
  readonly pictures: readonly Picture[]
  readonly dates: readonly DateMention[]
}
