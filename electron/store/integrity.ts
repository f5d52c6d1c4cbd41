import type { Db } from './database'

/** Tables of the database, the full-text indexes' own among them. */
export function tableNames(db: Db): string[] {
  return db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name", {
      pluck: true,
    })
    .all<string>()
}

/** What SQLite finds wrong with a table and its indexes; 0 when it is sound (PRAGMA integrity_check). */
export function structureProblems(db: Db, table: string): number {
  const rows = db.pragma(`integrity_check("${table}")`)
  return rows.length === 1 && rows[0]?.integrity_check === 'ok' ? 0 : rows.length
}

/** Rows whose parent is not there. */
export function danglingRows(db: Db): number {
  return db.pragma('foreign_key_check').length
}

/** Triggers that keep the journal from being changed; without them it would still show, and only later. */
const GUARDS = ['journal_only_grows', 'journal_never_changes', 'journal_never_shrinks'] as const

/** How many of the journal's guards are not there. */
export function missingGuards(db: Db): number {
  const there = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'", { pluck: true })
    .all<string>()
  return GUARDS.filter((name) => !there.includes(name)).length
}

/** While this is off, commits stay in the log and the database file stands still. */
export function keepLogApart(db: Db, apart: boolean): void {
  db.exec(`PRAGMA wal_autocheckpoint = ${apart ? 0 : AUTOCHECKPOINT}`)
}

/** SQLite's own default, in pages. */
const AUTOCHECKPOINT = 1_000
