import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer, SpokenFailure } from '#contract/define'
import type { Events } from '#contract/surface'
import { client, settled } from './client'

export type Query<T> =
  | { readonly state: 'idle' }
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: SpokenFailure }
  /** `stale`: a newer answer is on its way (the same question again, or with `keepValue` another one). */
  | { readonly state: 'ready'; readonly value: T; readonly stale: boolean }

export type QueryOptions = {
  /** Events after which the question is asked again. */
  readonly refetchOn?: readonly (keyof Events)[]
  /** Keeps showing the last answer while the next question is under way. */
  readonly keepValue?: boolean
}

/**
 * Asks when `key` changes (null: does not ask) and forgets answers that come too late. `ask` may be a new function at
 * each render: only `key` says that the question is another one.
 */
export function useQuery<T>(
  key: string | null,
  ask: () => Promise<Answer<T>>,
  options: QueryOptions = {},
): readonly [query: Query<T>, refetch: () => void] {
  const [query, setQuery] = useState<Query<T>>(key === null ? { state: 'idle' } : { state: 'loading' })
  const [round, setRound] = useState(0)
  const latest = useRef({ ask, key: null as string | null })
  latest.current.ask = ask
  const refetch = useCallback(() => setRound((before) => before + 1), [])
  const { keepValue = false, refetchOn = [] } = options

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks the same question again
  useEffect(() => {
    if (key === null) {
      latest.current.key = null
      setQuery({ state: 'idle' })
      return
    }
    const again = latest.current.key === key
    latest.current.key = key
    setQuery((before) =>
      before.state === 'ready' && (again || keepValue) ? { ...before, stale: true } : { state: 'loading' },
    )
    let wanted = true
    settled(latest.current.ask()).then((answer) => {
      if (!wanted) return
      setQuery(
        answer.ok
          ? { state: 'ready', value: answer.value, stale: false }
          : { state: 'failed', failure: answer.failure },
      )
    })
    return () => {
      wanted = false
    }
  }, [key, keepValue, round])

  const events = refetchOn.join(' ')
  useEffect(() => {
    const undo = events
      .split(' ')
      .filter(Boolean)
      .map((event) => client.subscribe(event as keyof Events, refetch))
    return () => {
      for (const stop of undo) stop()
    }
  }, [events, refetch])

  return [query, refetch]
}
