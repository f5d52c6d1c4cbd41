import { closeSync, fsyncSync, openSync } from 'node:fs'
import { Database } from '@signalapp/sqlcipher'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { type Db, failureOf, inTransaction } from './database'
import { createPrivateFile } from './private-file'

export type StoreToReencrypt = {
  readonly from: { readonly path: string; readonly key: Uint8Array }
  /** Nothing is there yet. */
  readonly to: { readonly path: string; readonly key: Uint8Array }
  /** Writes into the new database what tells it from the old one, before it is closed. */
  readonly amend?: (db: Db) => void
  /** How far it has come, in pages of the database. */
  readonly onProgress: (done: number, total: number) => void
  readonly signal: AbortSignal
}

/** Rows copied between two looks at whether to go on: a page of text each, so some milliseconds. */
const STEP = 64

/** One table, and by what its rows are walked. A shadow table belongs to a virtual one, which makes it. */
type Table = { readonly name: string; readonly key: readonly string[]; readonly shadow: boolean }

/** The values of a key's columns. */
type Key = readonly (string | number | Uint8Array<ArrayBuffer>)[]

type SchemaRow = { readonly type: string; readonly name: string; readonly sql: string }

/**
 * Copies a closed database row by row into a new one under another key, so that not one page of it is the same. SQLCipher can
 * do this in one call (`sqlcipher_export`), but that call cannot be stopped, tells nothing, and holds the process.
 *
 * The new file is on the disk when this resolves, and has been held against the old one: the same schema, the same
 * number of rows in every table, every page as SQLCipher and SQLite want it. It has no log beside it. Whatever fails, the
 * caller removes the new file.
 *
 * Failures: `cancelled`, `disk-full`, `vault-damaged` (the old one, or the copy), `vault-not-writable`.
 */
export async function reencryptStore(request: StoreToReencrypt): Promise<Result<void>> {
  let db: Db | null = null
  try {
    createPrivateFile(request.to.path)
    db = attached(request)
    const made = await make(db, request)
    if (!made.ok) return made
    db.close()
    db = null
    syncFile(request.to.path)
    return ok(undefined)
  } catch (error) {
    const expected = failureOf(error)
    if (expected === null) throw error
    return failed(expected)
  } finally {
    db?.close()
  }
}

async function make(db: Db, request: StoreToReencrypt): Promise<Result<void>> {
  const copied = await copyAll(db, request)
  if (!copied.ok) return copied
  compare(db)
  const { amend } = request
  if (amend !== undefined) inTransaction(db, () => amend(db))
  return isWhole(db) ? ok(undefined) : failed(failure('vault-damaged'))
}

/** Whether every page bears its seal, and the pages make a database. */
function isWhole(db: Db): boolean {
  const [answer] = db.pragma('main.integrity_check')
  return db.pragma('main.cipher_integrity_check').length === 0 && answer?.integrity_check === 'ok'
}

/** The new database, with the old one beside it as `old`. */
function attached({ from, to }: StoreToReencrypt): Db {
  const db = new Database(to.path, { cacheStatements: true })
  try {
    // The library's log is off, and the index of the old one's log stays in memory: see `openStore`.
    db.exec('PRAGMA cipher_log_level = NONE')
    db.exec(`PRAGMA key = "${literal(to.key)}"`)
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = OFF')
    db.exec(`ATTACH '${from.path.replaceAll("'", "''")}' AS old KEY "${literal(from.key)}"`)
    // A crash leaves a file that nobody names and the next start removes: it needs no journal, and one sync at the end.
    db.exec('PRAGMA main.journal_mode = OFF; PRAGMA main.synchronous = OFF')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function literal(key: Uint8Array): string {
  return `x'${Buffer.from(key).toString('hex')}'`
}

async function copyAll(db: Db, request: StoreToReencrypt): Promise<Result<void>> {
  const total = numberOf(db, 'old.page_count')
  const schema = schemaOf(db, 'old')
  const tables = tablesOf(db)
  const shadows = new Set(tables.filter(({ shadow }) => shadow).map(({ name }) => name))
  db.exec('BEGIN')
  for (const { type, name, sql } of schema) {
    if (type === 'table' && !shadows.has(name)) db.exec(sql)
  }
  for (const table of tables) {
    // What a virtual table put into its shadow tables when it was made.
    if (table.shadow) db.exec(`DELETE FROM main.${table.name}`)
    for (const _ of copyTable(db, table)) {
      if (request.signal.aborted) return failed(failure('cancelled'))
      request.onProgress(Math.min(numberOf(db, 'main.page_count'), total), total)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  // Indexes and triggers last: built in one go, and not fired by the copying.
  for (const type of ['index', 'view', 'trigger']) {
    for (const row of schema) if (row.type === type) db.exec(row.sql)
  }
  for (const pragma of ['user_version', 'application_id']) {
    db.exec(`PRAGMA main.${pragma} = ${numberOf(db, `old.${pragma}`)}`)
  }
  db.exec('COMMIT')
  return ok(undefined)
}

/** Copies a table in the order of its key, some rows at a time, and yields after each step. */
function* copyTable(db: Db, { name, key }: Table): Generator<void> {
  const columns = key.join(', ')
  const marks = key.map(() => '?').join(', ')
  let after: Key = []
  for (;;) {
    const start: string = after.length === 0 ? 'true' : `(${columns}) > (${marks})`
    const rest: string = `FROM old.${name} WHERE ${start}`
    const last: Key | undefined = endOfStep(db, `SELECT ${columns} ${rest} ORDER BY ${columns}`, after)
    const end: string = last === undefined ? 'true' : `(${columns}) <= (${marks})`
    const copy = db.prepare(`INSERT INTO main.${name} SELECT * ${rest} AND ${end} ORDER BY ${columns}`)
    copy.run([...after, ...(last ?? [])])
    yield
    if (last === undefined) return
    after = last
  }
}

/** The key at which a step ends; undefined when what is left is less than one. */
function endOfStep(db: Db, keys: string, after: Key): Key | undefined {
  const row = db.prepare(`${keys} LIMIT 1 OFFSET ${STEP - 1}`).get<Record<string, Key[number]>>(after)
  return row === undefined ? undefined : Object.values(row)
}

/** Throws unless both databases have the same schema, and as many rows in each table. */
function compare(db: Db): void {
  if (JSON.stringify(schemaOf(db, 'main')) !== JSON.stringify(schemaOf(db, 'old')))
    throw new Error('the copy has another schema')
  for (const { name } of tablesOf(db)) {
    const [copied, there] = ['main', 'old'].map((of) =>
      db.prepare(`SELECT count(*) FROM ${of}.${name}`, { pluck: true, persistent: false }).get<number>(),
    )
    if (copied !== there) throw new Error(`the copy has ${copied} rows of ${there} in ${name}`)
  }
}

/** What was made by a statement, in an order that only depends on the names. Automatic indexes come with their tables. */
function schemaOf(db: Db, database: 'main' | 'old'): SchemaRow[] {
  return db
    .prepare(
      `SELECT type, name, sql FROM ${database}.sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name`,
    )
    .all<SchemaRow>()
}

/** The tables of the old database that hold rows. */
function tablesOf(db: Db): Table[] {
  const rows = db
    .prepare(
      `SELECT name, type = 'shadow' AS shadow, wr FROM pragma_table_list
       WHERE schema = 'old' AND type IN ('table', 'shadow') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .all<{ name: string; shadow: number; wr: number }>()
  return rows.map(({ name, shadow, wr }) => ({
    name,
    shadow: shadow === 1,
    key: wr === 1 ? primaryKey(db, name) : ['rowid'],
  }))
}

function primaryKey(db: Db, table: string): string[] {
  return db
    .prepare(`SELECT name FROM pragma_table_info($table, 'old') WHERE pk > 0 ORDER BY pk`, { pluck: true })
    .all<string>({ table })
}

function numberOf(db: Db, pragma: string): number {
  return Number(db.pragma(pragma, { simple: true }))
}

function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
