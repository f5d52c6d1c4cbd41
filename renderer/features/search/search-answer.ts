import type { SearchHit } from '#contract/searching'

/** What a search found, and for which words: the field may have moved on. */
export type SearchAnswer = {
  readonly query: string
  readonly hits: readonly SearchHit[]
  /** Articles that answer in all, listed or not. */
  readonly total: number
}
