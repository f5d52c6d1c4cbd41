import { statSync } from 'node:fs'
import { Database } from '@signalapp/sqlcipher'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { type Db, failureOf } from './database'
import { MIGRATIONS } from './migrations'
import { giveKey } from './open-store'

/**
 * Opens a copy to look into it: it is not brought up to date, and its pages stay as they are. (Not `query_only`: the check of
 * a full-text index counts as writing to it.)
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
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY')
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
