import { createHmac } from 'node:crypto'
import type { InputOf } from '#contract/define'
import type { JournalEntry, journal } from '#contract/journal'
import type { Db } from '../store/database'
import {
  appendJournal,
  type JournalRow,
  journalAfter,
  journalBefore,
  lastJournalRow,
} from '../store/tables/journal'

/** What a use case tells the journal; number, time and hash are the journal's own. */
export type Entry = Partial<Pick<JournalEntry, 'articleId' | 'captureId' | 'noteId' | 'files'>> &
  Pick<JournalEntry, 'kind'>

/** The part of an open library that a journal is kept with. */
export type Journalled = { readonly db: Db; readonly journalKey: Uint8Array }

/** Stands before the first line of the chain. */
const NO_HASH = '0'.repeat(64)

/** Lines read at once when the chain is walked. */
const WALK = 1_000

/**
 * Adds a line to the append-only journal and returns its number. Call inside the transaction of what it tells of, so that
 * either both are there or neither.
 */
export function appendEntry({ db, journalKey }: Journalled, entry: Entry): number {
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
  return row.id
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

/** Number of the first line that does not follow from the one before it; null when the whole chain holds. */
export function firstBrokenEntry({ db, journalKey }: Journalled): number | null {
  let hash = NO_HASH
  let id = 0
  for (;;) {
    const rows = journalAfter(db, id, WALK)
    if (rows.length === 0) return null
    for (const row of rows) {
      if (row.id !== id + 1 || row.hash !== chained(journalKey, hash, row)) return row.id
      ;({ id, hash } = row)
    }
  }
}

/** HMAC-SHA-256 over the hash before and the line in a fixed order, as lower-case hex. */
function chained(key: Uint8Array, before: string, row: Omit<JournalRow, 'hash'>): string {
  const line = [row.id, row.at, row.kind, row.articleId, row.captureId, row.noteId, row.files]
  return createHmac('sha256', key).update(before).update(JSON.stringify(line)).digest('hex')
}
