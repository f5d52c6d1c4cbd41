import { useCallback, useState } from 'react'
import type { JournalEntry } from '#contract/journal'
import { client, settled } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import { useQuery } from '../../client/use-query'

/** Entries asked for at once. */
const PAGE = 100

export type Journal = {
  readonly entries: readonly JournalEntry[]
  readonly state: 'loading' | 'ready'
  readonly error: string | null
  /** Loads older entries; null when there are none. */
  readonly older: (() => void) | null
}

/** The journal, newest first, page by page. */
export function useJournal(isOpen: boolean): Journal {
  const spoken = useFailureSentence()
  const [newest] = useQuery(isOpen ? 'journal' : null, () =>
    client.journal.list({ before: null, limit: PAGE }),
  )
  const [below, setBelow] = useState<readonly JournalEntry[]>([])
  const [ended, setEnded] = useState(false)
  const first = newest.state === 'ready' ? newest.value : []
  const entries = [...first, ...below.filter((entry) => entry.id < (first.at(-1)?.id ?? 0))]
  const oldest = entries.at(-1)?.id ?? null
  const load = useCallback(async () => {
    if (oldest === null) return
    const answer = await settled(client.journal.list({ before: oldest, limit: PAGE }))
    if (!answer.ok) return
    setBelow((before) => [...before, ...answer.value])
    setEnded(answer.value.length < PAGE)
  }, [oldest])
  return {
    entries,
    state: newest.state === 'ready' || newest.state === 'failed' ? 'ready' : 'loading',
    error: newest.state === 'failed' ? spoken(newest.failure) : null,
    older: ended || first.length < PAGE ? null : load,
  }
}
