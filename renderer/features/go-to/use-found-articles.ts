import type { ArticleListing } from '#domain/article/listing'
import { client } from '../../client/client'
import { useQuery } from '../../client/use-query'

const LIMIT = 8
const NONE: readonly ArticleListing[] = []

/** Articles that answer what is being typed; those of the last letters stay until the new ones are there. */
export function useFoundArticles(typed: string): readonly ArticleListing[] {
  const query = typed.trim()
  const [found] = useQuery(
    query === '' ? null : query,
    () => client.searching.search({ query, limit: LIMIT }),
    { keepValue: true },
  )
  if (found.state !== 'ready') return NONE
  return found.value.hits.map((hit) => hit.listing)
}
