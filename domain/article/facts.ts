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

/** What a capture tells of itself. A null means: not told. */
export type CaptureFacts = {
  readonly headline: Told<string> | null
  /** ISO 8601 day or date-time, as told. */
  readonly published: Told<string> | null
  readonly modified: Told<string> | null
  /** BCP 47. */
  readonly language: Told<string> | null
  readonly publisher: Told<string> | null
  readonly dateline: Told<string> | null
  readonly url: Told<string> | null
  readonly contact: Told<string> | null
  readonly rights: Told<string> | null
  /** When the page was captured, as told by the file (WARC, MHTML, SingleFile); not when it was imported. */
  readonly capturedAt: Told<string> | null
  readonly alternates: readonly Alternate[]
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
