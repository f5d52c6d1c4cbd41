import type { Db } from '../database'

/** A line of the journal as it lies in the database. `files` is JSON; `hash` is lower-case hex. */
export type JournalRow = {
  id: number
  at: string
  kind: string
  articleId: string | null
  captureId: string | null
  noteId: string | null
  files: string | null
  hash: string
}

const COLUMNS = `id, at, kind, article_id AS articleId, capture_id AS captureId, note_id AS noteId, files, hash`

/** Adds a line at the end; the database refuses any other change. */
export function appendJournal(db: Db, row: JournalRow): void {
  db.prepare(
    `INSERT INTO journal (id, at, kind, article_id, capture_id, note_id, files, hash)
     VALUES ($id, $at, $kind, $articleId, $captureId, $noteId, $files, $hash)`,
  ).run(row)
}

export function lastJournalRow(db: Db): JournalRow | undefined {
  return db
    .prepare(`SELECT ${COLUMNS} FROM journal WHERE id = (SELECT max(id) FROM journal)`)
    .get<JournalRow>()
}

/** Lines older than `before` (or the newest), the newest first. */
export function journalBefore(db: Db, before: number | null, limit: number): JournalRow[] {
  return db
    .prepare(`SELECT ${COLUMNS} FROM journal WHERE id < $before ORDER BY id DESC LIMIT $limit`)
    .all<JournalRow>({ before: before ?? Number.MAX_SAFE_INTEGER, limit })
}

/** Lines after `after`, the oldest first: for walking the chain. */
export function journalAfter(db: Db, after: number, limit: number): JournalRow[] {
  return db
    .prepare(`SELECT ${COLUMNS} FROM journal WHERE id > $after ORDER BY id LIMIT $limit`)
    .all<JournalRow>({ after, limit })
}
