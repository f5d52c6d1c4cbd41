import type { Range } from './range'

/**
 * Who asserts a value: the article's own words or metadata (`article`), our reading of them (`extracted`),
 * or the person who reads (`reader`). A reader's correction never overwrites what was extracted (DOMAIN.md).
 */
export const ASSERTED_BY = ['article', 'extracted', 'reader'] as const
export type AssertedBy = (typeof ASSERTED_BY)[number]

/** A value together with what it rests on. */
export type Told<T> = {
  readonly value: T
  readonly assertedBy: AssertedBy
  /** The words it rests on; null when it was read from metadata that is not part of the text. */
  readonly range: Range | null
  /** Where it was read: `text`, `json-ld`, `open-graph`, `meta`, `html`, `header`, `reader`, … */
  readonly from: string
}
