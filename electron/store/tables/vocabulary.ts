import type { Db } from '../database'

export type IndexName = 'text_index' | 'note_index'

/** A term as a column of an index has it: in how many entries, and how often. */
export type IndexedTerm = { term: string; column: string; docs: number; times: number }

/**
 * Terms after `after` in the order of their bytes, about `limit` of them, and where the next page begins; null at the end.
 * https://www.sqlite.org/fts5.html#the_fts5vocab_virtual_table_module
 */
export function vocabularyAfter(
  db: Db,
  index: IndexName,
  after: string,
  limit: number,
): { rows: IndexedTerm[]; next: string | null } {
  const table = `temp.${index}_terms`
  db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS ${table} USING fts5vocab('main', '${index}', 'col')`)
  const rows = db
    .prepare(
      `SELECT term, col AS column, doc AS docs, cnt AS times FROM ${table}
       WHERE term > $after ORDER BY term LIMIT $limit`,
    )
    .all<IndexedTerm>({ after, limit })
  const last = rows.at(-1)?.term
  if (rows.length < limit || last === undefined) return { rows, next: null }
  // A term has a row for each column: the last one may be cut in two and belongs to the next page.
  const whole = rows.filter((row) => row.term !== last)
  return { rows: whole, next: whole.at(-1)?.term ?? last }
}

/** Whether an index's own check finds it sound (https://www.sqlite.org/fts5.html#the_integrity_check_command). */
export function indexIsSound(db: Db, index: IndexName): boolean {
  try {
    db.prepare(`INSERT INTO ${index} (${index}, rank) VALUES ('integrity-check', 0)`).run()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CORRUPT'))
      return false
    throw error
  }
}
