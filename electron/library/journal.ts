import { createHmac } from 'node:crypto'
import type { InputOf } from '#contract/define'
import type { JournalEntry, journal } from '#contract/journal'
import { type Db, failureOf } from '../store/database'
import {
  appendJournal,
  type JournalRow,
  journalAfter,
  journalBefore,
  lastJournalRow,
} from '../store/tables/journal'
import type { JournalEnd, JournalHead } from './journal-head'
import { sealSubject } from './sealing'

/** What a use case tells the journal; number, time and hash are the journal's own. */
export type Entry = Partial<Pick<JournalEntry, 'articleId' | 'captureId' | 'noteId' | 'files'>> &
  Pick<JournalEntry, 'kind'>

/** The part of an open library that a journal is kept with. */
export type Journalled = {
  readonly db: Db
  readonly journalKey: Uint8Array
  /** Remembers the journal's end outside the database; none while a library is being made. */
  readonly journalHead?: JournalHead | null
}

/** Stands before the first line of the chain. */
const NO_HASH = '0'.repeat(64)

/** Lines read at once when the chain is walked. */
const WALK = 1_000

/**
 * Adds a line to the append-only journal and returns its number. Call inside the transaction of what it tells of, so that
 * either both are there or neither, and as the last act in it: what the line tells of is sealed as it is then.
 */
export function appendEntry(library: Journalled, entry: Entry): number {
  const { db, journalKey } = library
  const last = lastJournalRow(db)
  const row = {
    id: (last?.id ?? 0) + 1,
    at: new Date().toISOString(),
    kind: entry.kind,
    articleId: entry.articleId ?? null,
    captureId: entry.captureId ?? null,
    noteId: entry.noteId ?? null,
    files: entry.files ? JSON.stringify(entry.files) : null,
  }
  appendJournal(db, { ...row, hash: chained(journalKey, last?.hash ?? NO_HASH, row) })
  sealSubject(library, { ...row, kind: entry.kind })
  // Transactions are synchronous: by the next microtask this one is committed, or the line is gone again.
  queueMicrotask(() => recordEnd(library))
  return row.id
}

/** Adds lines of another library's journal, in their order, to this one's chain: their time and words stay, their number not. */
export function continueJournal({ db, journalKey }: Journalled, lines: readonly JournalRow[]): void {
  const last = lastJournalRow(db)
  let id = last?.id ?? 0
  let hash = last?.hash ?? NO_HASH
  for (const line of lines) {
    id += 1
    hash = chained(journalKey, hash, { ...line, id })
    appendJournal(db, { ...line, id, hash })
  }
}

/** Records the journal's end as it is committed now, outside the database. */
export function recordEnd({ db, journalHead }: Journalled): void {
  if (!journalHead?.isOpen()) return
  try {
    const last = lastJournalRow(db)
    if (last !== undefined) journalHead.record({ entries: last.id, hash: last.hash })
  } catch (error) {
    // A page that cannot be read: the record stays behind the journal, which is allowed, and the next reader is told.
    if (failureOf(error) === null) throw error
  }
}

/**
 * How many of the lines that were once committed are missing at the journal's end: 0 when it is as recorded or longer. A
 * journal that is long enough and has another line in that place misses all that was recorded.
 */
export function missingEntries({ db }: Journalled, recorded: JournalEnd | null): number {
  if (recorded === null) return 0
  const [row] = journalAfter(db, recorded.entries - 1, 1)
  if (row?.id === recorded.entries) return row.hash === recorded.hash ? 0 : recorded.entries
  return recorded.entries - (lastJournalRow(db)?.id ?? 0)
}

/** Lines of the journal, the newest first. */
export function listJournal({ db }: Journalled, input: InputOf<(typeof journal)['list']>): JournalEntry[] {
  return journalBefore(db, input.before, input.limit).map((row) => ({
    id: row.id,
    at: row.at,
    kind: row.kind as JournalEntry['kind'],
    articleId: row.articleId,
    captureId: row.captureId,
    noteId: row.noteId,
    files: row.files === null ? null : (JSON.parse(row.files) as JournalEntry['files']),
  }))
}

/**
 * Walks the chain from first to last. `broken` are the lines that do not follow from the one before: it goes on from the
 * hash that stands there, so that one altered line is one.
 */
export function walkChain({ db, journalKey }: Journalled): {
  entries: number
  broken: number[]
  hash: string
} {
  const walk = chainWalk(journalKey)
  for (let after = 0; ; ) {
    const rows = journalAfter(db, after, WALK)
    for (const row of rows) walk.add(row)
    after = rows.at(-1)?.id ?? after
    if (rows.length === 0) return walk.end()
  }
}

/** The same over lines that come from elsewhere, in order. */
export function chainWalk(journalKey: Uint8Array): {
  readonly add: (row: JournalRow) => void
  readonly end: () => { entries: number; broken: number[]; hash: string }
} {
  let hash = NO_HASH
  let id = 0
  const broken: number[] = []
  return {
    add: (row) => {
      if (row.id !== id + 1 || row.hash !== chained(journalKey, hash, row)) broken.push(row.id)
      ;({ id, hash } = row)
    },
    end: () => ({ entries: id, broken, hash }),
  }
}

/** HMAC-SHA-256 over the hash before and the line in a fixed order, as lower-case hex. */
function chained(key: Uint8Array, before: string, row: Omit<JournalRow, 'hash'>): string {
  const line = [row.id, row.at, row.kind, row.articleId, row.captureId, row.noteId, row.files]
  return createHmac('sha256', key).update(before).update(JSON.stringify(line)).digest('hex')
}
