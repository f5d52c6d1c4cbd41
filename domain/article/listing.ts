/**
 * One band of the sourcing strip: where a statement stands in the article, and in whose lane.
 * `from` and `to` are thousandths of the text's length, so that a strip draws at any height.
 */
export type StripBand = {
  readonly from: number
  readonly to: number
  /** Index of the source by weight (0 = first card); null for a quotation without a source. */
  readonly lane: number | null
  readonly unnamed: boolean
  readonly attributionId: string
}

/** One line of the library's list. */
export type ArticleListing = {
  readonly id: string
  /** The headline, or a stand-in when the file has none. */
  readonly title: string
  /** Whether `title` is a stand-in: the file has no headline. */
  readonly standIn: boolean
  readonly publisher: string | null
  /** ISO 8601 day or date-time, as told; null when not told. */
  readonly published: string | null
  /** ISO 8601 UTC instant. */
  readonly importedAt: string
  /** BCP 47, or null. */
  readonly language: string | null
  readonly namedSources: number
  readonly unnamedSources: number
  readonly notes: number
  readonly captures: number
  readonly strip: readonly StripBand[]
}
