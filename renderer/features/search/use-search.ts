import { useEffect, useState } from 'react'
import { client } from '../../client/client'
import { type Query, useQuery } from '../../client/use-query'
import type { SearchAnswer } from './search-answer'

/** Pause in typing before the library is asked, in milliseconds: below what a person feels as waiting. */
const PAUSE = 110
/** Most hits that are listed; the count tells of the rest. */
const LIMIT = 200

/** Searches while somebody types; the last answer stays until the next one is there. Idle when nothing is typed. */
export function useSearch(typed: string): Query<SearchAnswer> {
  const wanted = typed.trim()
  const [query, setQuery] = useState(wanted)
  useEffect(() => {
    if (wanted === '') {
      setQuery('')
      return
    }
    const timer = setTimeout(() => setQuery(wanted), PAUSE)
    return () => clearTimeout(timer)
  }, [wanted])
  const [answer] = useQuery(
    query === '' ? null : query,
    async () => {
      const found = await client.searching.search({ query, limit: LIMIT })
      return found.ok ? { ok: true, value: { ...found.value, query } } : found
    },
    { keepValue: true, refetchOn: ['importing:progress'] },
  )
  return wanted === '' ? { state: 'idle' } : answer
}
