import type { Told } from './told'

/** Another version of the same article, as the page tells it (schema.org translationOfWork, hreflang). */
export type Alternate = {
  /** BCP 47, or null when only the label tells. */
  readonly language: string | null
  readonly relation: 'original' | 'translation' | 'other-language'
  /** The words on the page ("Read in Korean"), or null when it was read from metadata. */
  readonly label: string | null
  readonly url: string | null
}

/**
 * Where a page's text was read when the page itself shows hardly any of it: the description of the article for machines, the
 * data for its scripts, or a part that is hidden.
 */
export const BODY_ORIGINS = ['json-ld', 'scripts', 'hidden'] as const
export type BodyOrigin = (typeof BODY_ORIGINS)[number]

/** What a capture tells of itself. A null means: not told. */
export type CaptureFacts = {
  readonly headline: Told<string> | null
  /** ISO 8601 day or date-time, as told. */
  readonly published: Told<string> | null
  readonly modified: Told<string> | null
  /** BCP 47. */
  readonly language: Told<string> | null
  /** The part of the outlet that it appeared in ("Business"); absent in captures read before it was looked for. */
  readonly section?: Told<string> | null
  readonly publisher: Told<string> | null
  readonly dateline: Told<string> | null
  readonly url: Told<string> | null
  readonly contact: Told<string> | null
  readonly rights: Told<string> | null
  /** When the page was captured, as told by the file (WARC, MHTML, SingleFile); not when it was imported. */
  readonly capturedAt: Told<string> | null
  readonly alternates: readonly Alternate[]
  /** Told only where the text is not what the page shows. */
  readonly bodyFrom?: BodyOrigin
}

/** What a file without any metadata tells of itself. */
export const NO_FACTS: CaptureFacts = {
  headline: null,
  published: null,
  modified: null,
  language: null,
  publisher: null,
  dateline: null,
  url: null,
  contact: null,
  rights: null,
  capturedAt: null,
  alternates: [],
}
