import { terms } from '#domain/query/tokens'
import type { Db } from '../../store/database'
import type { Body } from '../../store/tables/bodies'
import { TEXT_COLUMNS } from '../../store/tables/text-index'
import { type IndexName, vocabularyAfter } from '../../store/tables/vocabulary'
import { indexedNote, indexedText } from '../indexed-text'

/**
 * What the search indexes should hold, counted term by term while texts and notes are walked: in how many entries of a column
 * a term stands, and how often. The indexes keep no text to compare, but these counts they can be asked for.
 */
export type IndexTerms = {
  readonly addCapture: (body: Body) => void
  readonly addNote: (markdown: string, tags: readonly string[]) => void
  /** How many terms are counted otherwise in the indexes. `turn` is awaited now and then. */
  readonly differences: (db: Db, turn: () => Promise<void>) => Promise<number>
}

type Count = { docs: number; times: number }

/** Terms asked for at once. */
const STEP = 5_000

export function countIndexTerms(): IndexTerms {
  const counts: Record<IndexName, Map<string, Count>> = { text_index: new Map(), note_index: new Map() }
  const add = (index: IndexName, column: string, text: string) => {
    const seen = new Set<string>()
    for (const term of terms(text).split(' ')) {
      if (term === '') continue
      const key = `${column} ${term}`
      const count = counts[index].get(key) ?? { docs: 0, times: 0 }
      if (!seen.has(term)) count.docs += 1
      seen.add(term)
      count.times += 1
      counts[index].set(key, count)
    }
  }
  return {
    addCapture: (body) => {
      const text = indexedText(body.text, body.analysis)
      for (const column of TEXT_COLUMNS) add('text_index', column, text[column])
    },
    addNote: (markdown, tags) => add('note_index', 'words', indexedNote(markdown, tags)),
    differences: async (db, turn) =>
      (await compare(db, 'text_index', counts.text_index, turn)) +
      (await compare(db, 'note_index', counts.note_index, turn)),
  }
}

async function compare(
  db: Db,
  index: IndexName,
  counts: ReadonlyMap<string, Count>,
  turn: () => Promise<void>,
): Promise<number> {
  let same = 0
  let other = 0
  for (let after = ''; ; ) {
    const page = vocabularyAfter(db, index, after, STEP)
    for (const { term, column, docs, times } of page.rows) {
      const expected = counts.get(`${column} ${term}`)
      if (expected?.docs === docs && expected.times === times) same += 1
      else other += 1
    }
    if (page.next === null) break
    after = page.next
    await turn()
  }
  // Those that the index lacks: neither the same nor found otherwise.
  return other + Math.max(0, counts.size - same - other)
}
