import { statSync } from 'node:fs'
import { Database } from '@signalapp/sqlcipher'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { type Db, failureOf } from './database'
import { migrate } from './migrate'
import { MIGRATIONS, type Migration } from './migrations'
import { createPrivateFile } from './private-file'

/** Length of the raw key in bytes. */
export const KEY_BYTES = 32

/** Marks the file's (decrypted) header as a Colophon library: "Colo". */
const APPLICATION_ID = 0x43_6f_6c_6f

/** SQLite's numbers for `synchronous` and `secure_delete`. */
const FULL = 2
const ON = 1

export type StoreOptions = {
  readonly path: string
  /** 32 random bytes: SQLCipher uses them as they are, without deriving. */
  readonly key: Uint8Array
  /** `create` wants that there is nothing at `path`, `open` that there is a database. */
  readonly mode: 'create' | 'open'
  /** For tests of older and newer programs. */
  readonly migrations?: readonly Migration[]
}

/**
 * Opens the encrypted database, alone: no other program can while it is open, and a lock left by a crash is none.
 * Brings an older one up to date.
 *
 * Fails with `vault-exists`, `vault-not-found`, `vault-damaged` (not a database, or another key), `vault-in-use`,
 * `vault-from-the-future`, `vault-not-writable` or `disk-full`; in each case nothing was changed.
 */
export function openStore(options: StoreOptions): Result<Db> {
  const { path, key, mode, migrations = MIGRATIONS } = options
  if (key.length !== KEY_BYTES) throw new RangeError(`a key of ${key.length} bytes`)
  const size = statSync(path, { throwIfNoEntry: false })?.size
  if (mode === 'create' && size !== undefined) return failed(failure('vault-exists'))
  if (mode === 'open' && size === undefined) return failed(failure('vault-not-found'))
  // SQLite takes an empty file for a new database, whatever the key.
  if (mode === 'open' && size === 0) return failed(failure('vault-damaged'))
  let db: Db | null = null
  try {
    if (mode === 'create') createPrivateFile(path)
    db = new Database(path, { cacheStatements: true })
    unlock(db, key)
    const problem = migrate(db, path, migrations, APPLICATION_ID)
    if (problem === null) return ok(db)
    db.close()
    return failed(problem)
  } catch (error) {
    db?.close()
    const expected = failureOf(error)
    if (expected === null) throw error
    return failed(expected)
  }
}

/**
 * Writes everything back into the database file, empties its write-ahead log, and closes it. Where that cannot be written
 * (a full disk) the log stays, and is read again at the next opening: what was committed is in it.
 */
export function closeStore(db: Db): void {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    if (failureOf(error) === null) throw error
  } finally {
    db.close()
  }
}

/** Hands the key to a database that was just opened: before anything is read. */
export function giveKey(db: Db, key: Uint8Array): void {
  // SQLCipher would write its complaints about a wrong key or a damaged page to standard error.
  db.exec('PRAGMA cipher_log_level = NONE')
  // Executed, not prepared: a prepared statement's text, and with it the key, would be kept.
  db.exec(`PRAGMA key = "x'${Buffer.from(key).toString('hex')}'"`)
}

function unlock(db: Db, key: Uint8Array): void {
  giveKey(db, key)
  // Before the first read: an exclusive lock also keeps the index of the write-ahead log in memory, not in a file.
  db.pragma('locking_mode = EXCLUSIVE')
  set(db, 'journal_mode', 'WAL', 'wal')
  // SQLCipher is compiled to NORMAL in WAL mode, where a power cut may lose what was acknowledged.
  set(db, 'synchronous', 'FULL', FULL)
  set(db, 'secure_delete', 'ON', ON)
  set(db, 'foreign_keys', 'ON', ON)
  set(db, 'temp_store', 'MEMORY', FULL)
  set(db, 'trusted_schema', 'OFF', 0)
  // Takes the exclusive lock now, so that a second program is told so at once.
  db.exec('BEGIN EXCLUSIVE; COMMIT')
}

/** Sets a pragma and reads it back: a pragma that is not understood is silently nothing. */
function set(db: Db, name: string, value: string, expected: string | number): void {
  db.exec(`PRAGMA ${name} = ${value}`)
  const actual = db.pragma(name, { simple: true })
  if (actual !== expected) throw new Error(`PRAGMA ${name} is ${String(actual)} and not ${value}`)
}
