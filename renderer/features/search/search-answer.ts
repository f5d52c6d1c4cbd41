import type { SearchHit } from '#contract/searching'
import type { Query } from '../../client/use-query'

/** What a search found, and for which words: the field may have moved on. */
export type SearchAnswer = {
  readonly query: string
  readonly hits: readonly SearchHit[]
  /** Articles that answer in all, listed or not. */
  readonly total: number
}

/** Whether the answer belongs to what stands in the field now; an empty field needs none. */
export function isAnswered(typed: string, answer: Query<SearchAnswer>): boolean {
  const wanted = typed.trim()
  if (wanted === '' || answer.state === 'failed') return true
  return answer.state === 'ready' && answer.value.query === wanted
}
