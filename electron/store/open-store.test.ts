import { randomBytes } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Db } from './database'
import { COPY_SUFFIX } from './migrate'
import { MIGRATIONS, type Migration } from './migrations'
import { closeStore, openStore, type StoreOptions } from './open-store'

const KEY = randomBytes(32)
const CANARY = 'zebrafinch-7731'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'colophon-store-'))
  path = join(folder, 'library.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

function opened(options: Partial<StoreOptions> = {}): Db {
  const result = openStore({ path, key: KEY, mode: existsSync(path) ? 'open' : 'create', ...options })
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}

function refusal(options: Partial<StoreOptions> = {}): string {
  const result = openStore({ path, key: KEY, mode: 'open', ...options })
  if (!result.ok) return result.failure.code
  result.value.close()
  return 'opened'
}

const note = (db: Db, value: string) =>
  db.prepare("INSERT INTO state (name, value) VALUES ('note', $value)").run({ value })

describe('an opened database', () => {
  it('answers only after a full write, wipes what is deleted, and keeps no temporary files', () => {
    const db = opened()
    const read = (name: string) => db.pragma(name, { simple: true })
    expect(read('journal_mode')).toBe('wal')
    expect(read('synchronous')).toBe(2)
    expect(read('secure_delete')).toBe(1)
    expect(read('foreign_keys')).toBe(1)
    expect(read('temp_store')).toBe(2)
    expect(read('locking_mode')).toBe('exclusive')
    expect(read('cipher_page_size')).toBe('4096')
    closeStore(db)
  })

  it('consists of the file and its write-ahead log, and of the file alone when closed', () => {
    const db = opened()
    note(db, CANARY)
    expect(readdirSync(folder).sort()).toEqual(['library.db', 'library.db-wal'])
    closeStore(db)
    expect(readdirSync(folder)).toEqual(['library.db'])
  })

  it.skipIf(process.platform === 'win32')('is for its owner alone (Windows has other rights)', () => {
    const db = opened()
    note(db, CANARY)
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o077).toBe(0)
    closeStore(db)
  })

  it('has nothing readable on the disk, neither in the file nor in its log', () => {
    const db = opened()
    for (let row = 0; row < 200; row += 1) {
      db.prepare('INSERT INTO state (name, value) VALUES ($name, $value)').run({
        name: `name ${row}`,
        value: CANARY.repeat(20),
      })
    }
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name))
      expect(bytes.length).toBeGreaterThanOrEqual(4096)
      expect(bytes.includes(CANARY)).toBe(false)
      expect(bytes.includes('SQLite format')).toBe(false)
      expect(bytes.includes('CREATE TABLE')).toBe(false)
    }
    closeStore(db)
  })

  it('keeps what was committed when it was never closed', () => {
    const db = opened()
    note(db, CANARY)
    const copy = join(folder, 'copy.db')
    for (const suffix of ['', '-wal']) copyFileSync(path + suffix, copy + suffix)
    closeStore(db)
    const again = opened({ path: copy })
    expect(again.prepare('SELECT value FROM state').get()).toEqual({ value: CANARY })
    closeStore(again)
  })
})

describe('opening refuses', () => {
  it('to create over something', () => {
    writeFileSync(path, 'anything')
    expect(refusal({ mode: 'create' })).toBe('vault-exists')
    expect(readFileSync(path, 'utf8')).toBe('anything')
  })

  it('what is not there, and creates nothing', () => {
    expect(refusal()).toBe('vault-not-found')
    expect(readdirSync(folder)).toEqual([])
  })

  it.each([
    ['an empty file', ''],
    ['a few bytes', 'hello'],
    ['no database', 'x'.repeat(20_000)],
  ])('%s, and leaves it as it was', (_, content) => {
    writeFileSync(path, content)
    expect(refusal()).toBe('vault-damaged')
    expect(readFileSync(path, 'utf8')).toBe(content)
    expect(readdirSync(folder)).toEqual(['library.db'])
  })

  it('another key, and leaves the file as it was', () => {
    closeStore(opened())
    const before = readFileSync(path)
    expect(refusal({ key: randomBytes(32) })).toBe('vault-damaged')
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('a damaged first page and a cut file', () => {
    closeStore(opened())
    const whole = readFileSync(path)
    const flipped = Buffer.from(whole)
    flipped.writeUInt8(flipped.readUInt8(100) ^ 1, 100)
    writeFileSync(path, flipped)
    expect(refusal()).toBe('vault-damaged')
    writeFileSync(path, whole.subarray(0, 3000))
    expect(refusal()).toBe('vault-damaged')
  })

  it('a database that is open already', () => {
    const db = opened()
    expect(refusal()).toBe('vault-in-use')
    closeStore(db)
    expect(refusal()).toBe('opened')
  })

  it('one from the future, and leaves it as it was', () => {
    const future: Migration = { version: 99, name: '0099', sql: 'CREATE TABLE later (a) STRICT_NOT;' }
    const valid = { ...future, sql: 'CREATE TABLE later (a INTEGER) STRICT' }
    closeStore(opened({ migrations: [...MIGRATIONS, valid] }))
    const before = readFileSync(path)
    const result = openStore({ path, key: KEY, mode: 'open' })
    expect(result).toEqual({
      ok: false,
      failure: { code: 'vault-from-the-future', detail: { found: 99, limit: MIGRATIONS.length } },
    })
    expect(readFileSync(path).equals(before)).toBe(true)
  })
})

describe('migrating', () => {
  const next = MIGRATIONS.length + 1
  const step = (sql: string): Migration[] => [...MIGRATIONS, { version: next, name: 'next-test', sql }]

  it('adds the missing steps and keeps the content', () => {
    const old = opened()
    note(old, CANARY)
    closeStore(old)
    const db = opened({ migrations: step('ALTER TABLE state ADD COLUMN more TEXT') })
    expect(db.prepare('SELECT value, more FROM state').all()).toEqual([{ value: CANARY, more: null }])
    expect(db.pragma('user_version', { simple: true })).toBe(next)
    closeStore(db)
    expect(readdirSync(folder)).toEqual(['library.db'])
  })

  it.each([
    ['fails in the middle', 'CREATE TABLE extra (a INTEGER) STRICT; INSERT INTO nowhere VALUES (1);'],
    [
      'leaves rows without their parent',
      `PRAGMA defer_foreign_keys = ON; INSERT INTO capture_body VALUES (7, '', '', '', '', '', '', '', NULL);`,
    ],
  ])('changes nothing when a step %s, and leaves an encrypted copy', (_, sql) => {
    const old = opened()
    note(old, CANARY)
    closeStore(old)
    expect(() => opened({ migrations: step(sql) })).toThrow()
    const copy = path + COPY_SUFFIX
    expect(readFileSync(copy).includes(CANARY)).toBe(false)
    expect(statSync(copy).mode & 0o077).toBe(0)
    for (const each of [path, copy]) {
      const db = opened({ path: each })
      expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length)
      expect(db.prepare("SELECT name FROM sqlite_schema WHERE name = 'extra'").all()).toEqual([])
      expect(db.prepare('SELECT value FROM state').all()).toEqual([{ value: CANARY }])
      closeStore(db)
    }
  })
})
