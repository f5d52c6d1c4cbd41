import { statSync } from 'node:fs'
import { Database } from '@signalapp/sqlcipher'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { type Db, failureOf } from './database'
import { MIGRATIONS } from './migrations'
import { giveKey } from './open-store'

/**
 * Opens a copy to look into it: nothing in it can be changed, it is not brought up to date, and no file is made beside it.
 *
 * Fails with `vault-damaged` (not a database, or another key) or `vault-from-the-future`.
 */
export function openCopy(path: string, key: Uint8Array): Result<Db> {
  // SQLite takes an empty file for a new database, whatever the key.
  if (statSync(path).size === 0) return failed(failure('vault-damaged'))
  let db: Db | null = null
  try {
    db = new Database(path, { cacheStatements: true })
    giveKey(db, key)
    db.exec('PRAGMA query_only = ON; PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY')
    const version = Number(db.pragma('user_version', { simple: true }))
    const newest = MIGRATIONS.at(-1)?.version ?? 0
    if (version <= newest) return ok(db)
    db.close()
    return failed(failure('vault-from-the-future', { found: version, limit: newest }))
  } catch (error) {
    db?.close()
    const expected = failureOf(error)
    if (expected === null) throw error
    return failed(expected)
  }
}

/**
 * Whether every page carries its seal and the tables and indexes hang together: SQLCipher's check and SQLite's. Holds the
 * process while it runs.
 */
export function isSound(db: Db): boolean {
  if (db.pragma('cipher_integrity_check').length > 0) return false
  const [first] = db.pragma('integrity_check(1)')
  return first?.integrity_check === 'ok' && db.pragma('foreign_key_check').length === 0
}
