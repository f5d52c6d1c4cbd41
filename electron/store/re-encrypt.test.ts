import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Db, inTransaction } from './database'
import { closeStore, openStore } from './open-store'
import { reencryptStore } from './re-encrypt'

const OLD_KEY = randomBytes(32)
const NEW_KEY = randomBytes(32)

let folder = ''
let from = { path: '', key: OLD_KEY }
let to = { path: '', key: NEW_KEY }
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'colophon-reencrypt-'))
  from = { path: join(folder, 'library.db'), key: OLD_KEY }
  to = { path: join(folder, 'library-new.db'), key: NEW_KEY }
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A database with more rows in every kind of table than one step copies. */
function fill(rows: number): void {
  const db = opened({ ...from, mode: 'create' })
  const addRow = (row: number) => {
    db.prepare('INSERT INTO article (id, added_at) VALUES ($id, $at)').run({
      id: `a${row}`,
      at: '2026-01-01',
    })
    db.prepare('INSERT INTO state (name, value) VALUES ($name, $value)').run({ name: `n${row}`, value: 'v' })
    db.prepare('INSERT INTO note_index (rowid, words) VALUES ($row, $words)').run({
      row,
      words: `heron word${row} ${'filler '.repeat(row % 7)}`,
    })
  }
  inTransaction(db, () => {
    for (let row = 1; row <= rows; row += 1) addRow(row)
  })
  closeStore(db)
}

function opened(options: { path: string; key: Uint8Array; mode?: 'open' | 'create' }): Db {
  const db = openStore({ mode: 'open', ...options })
  if (!db.ok) throw new Error(db.failure.code)
  return db.value
}

const untroubled = { onProgress: () => undefined, signal: new AbortController().signal }

/** Everything in it: each table's rows in order, and its schema. */
function contentOf(db: Db): unknown {
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name", {
      pluck: true,
    })
    .all<string>()
  const schema = db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all()
  const pragmas = ['user_version', 'application_id'].map((name) => db.pragma(name, { simple: true }))
  return [schema, pragmas, tables.map((name) => [name, db.prepare(`SELECT * FROM ${name}`).all()])]
}

describe('a database under another key', () => {
  it('holds the same rows, schema and index, and answers searches', async () => {
    fill(200)
    expect(await reencryptStore({ from, to, ...untroubled })).toEqual({ ok: true, value: undefined })
    const old = opened(from)
    const fresh = opened(to)
    expect(contentOf(fresh)).toEqual(contentOf(old))
    expect(fresh.prepare('SELECT articles FROM tally', { pluck: true }).get()).toBe(200)
    const found = fresh
      .prepare("SELECT rowid FROM note_index WHERE note_index MATCH 'word77'", { pluck: true })
      .all()
    expect(found).toEqual([77])
    fresh.exec("INSERT INTO note_index (note_index, rank) VALUES ('integrity-check', 0)")
    expect(fresh.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(fresh.pragma('cipher_integrity_check')).toEqual([])
    expect(fresh.pragma('foreign_key_check')).toEqual([])
    closeStore(old)
    closeStore(fresh)
  })

  it('shares no page with the old one, and neither key opens the other', async () => {
    fill(100)
    await reencryptStore({ from, to, ...untroubled })
    const pages = (path: string) => {
      const bytes = readFileSync(path)
      return Array.from({ length: bytes.length / 4096 }, (_, at) =>
        bytes.subarray(at * 4096, (at + 1) * 4096),
      )
    }
    const old = new Set(pages(from.path).map((page) => page.toString('base64')))
    expect(pages(to.path).filter((page) => old.has(page.toString('base64')))).toEqual([])
    const wrong = openStore({ path: to.path, key: OLD_KEY, mode: 'open' })
    expect(wrong).toMatchObject({ failure: { code: 'vault-damaged' } })
  })

  it('tells how far it has come, and stops when it is told to', async () => {
    fill(500)
    const stop = new AbortController()
    const told: number[] = []
    const onProgress = (done: number, total: number) => {
      told.push(done / total)
      if (told.length === 10) stop.abort()
    }
    const result = await reencryptStore({ from, to, onProgress, signal: stop.signal })
    expect(result).toMatchObject({ failure: { code: 'cancelled' } })
    expect(told).toHaveLength(10)
    expect(told).toEqual([...told].sort((a, b) => a - b))
    closeStore(opened(from))
  })

  it('is not made from a damaged one', async () => {
    fill(500)
    const bytes = readFileSync(from.path)
    const at = 4096 * 20 + 100
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(from.path, bytes)
    expect(await reencryptStore({ from, to, ...untroubled })).toMatchObject({
      failure: { code: 'vault-damaged' },
    })
  })
})
