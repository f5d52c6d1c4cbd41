import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Range } from '#domain/article/range'
import { drawnHits, findAll, foldForFind, hitFrom } from '../../features/article/find'

export type Find = {
  /** `given`: the hits of the library's search that opened the article; `typed`: of the field in the bar. */
  readonly mode: 'closed' | 'given' | 'typed'
  readonly query: string
  readonly current: number
  readonly total: number
  readonly currentHit: Range | null
  /** The hits to draw: those round the current one. */
  readonly drawn: readonly Range[]
  readonly asked: number
  readonly open: () => void
  readonly close: () => void
  readonly type: (query: string) => void
  readonly step: (step: 1 | -1) => void
}

const NO_HITS: readonly Range[] = []

/**
 * Find in the article, and the hits that a search of the library brought along.
 * @param from where the person reads (UTF-16 code units): the first hit shown is the one after it
 */
export function useFind(text: string, given: readonly Range[], from: () => number): Find {
  const [mode, setMode] = useState<Find['mode']>(given.length > 0 ? 'given' : 'closed')
  const [query, setQuery] = useState('')
  const [current, setCurrent] = useState(0)
  const [asked, setAsked] = useState(0)
  const folded = useMemo(() => (mode === 'typed' ? foldForFind(text) : ''), [mode, text])
  const hits = useMemo(() => {
    if (mode === 'given') return given
    return mode === 'typed' ? findAll(folded, query) : NO_HITS
  }, [mode, given, folded, query])

  useEffect(() => {
    setMode(given.length > 0 ? 'given' : 'closed')
    setCurrent(0)
  }, [given])

  const open = useCallback(() => {
    setMode('typed')
    setAsked((before) => before + 1)
  }, [])
  const close = useCallback(() => setMode('closed'), [])
  const type = useCallback(
    (wanted: string) => {
      setQuery(wanted)
      setCurrent(hitFrom(findAll(folded, wanted), from()))
    },
    [folded, from],
  )
  const step = useCallback(
    (by: 1 | -1) =>
      setCurrent((before) => (hits.length === 0 ? 0 : (before + by + hits.length) % hits.length)),
    [hits],
  )
  const at = hits.length === 0 ? -1 : Math.min(current, hits.length - 1)
  const drawn = useMemo(() => drawnHits(hits, at), [hits, at])
  const currentHit = hits[at] ?? null
  return { mode, query, current: at, total: hits.length, currentHit, drawn, asked, open, close, type, step }
}
