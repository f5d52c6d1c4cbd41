import type { Database } from '@signalapp/sqlcipher'
import { type Failure, failure } from '#domain/failure'

/**
 * An open, keyed, migrated database. Statements are compiled once and kept by their text (`cacheStatements`), so a
 * function of `tables/` may simply prepare what it needs. Parameters are named (`$id`); an `undefined` throws.
 */
export type Db = Database

/** Runs `work` in one transaction: all of it is committed when it returns, and none of it when it throws. */
export function inTransaction<T>(db: Db, work: () => T): T {
  return db.transaction(work)()
}

/**
 * The expected failure that an error of the database stands for, or null when the error is a bug.
 * Codes are SQLite's own (https://www.sqlite.org/rescode.html), and the system's for the files beside it.
 */
export function failureOf(error: unknown): Failure | null {
  if (!(error instanceof Error)) return null
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return failure('disk-full')
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOENT')
    return failure('vault-not-writable')
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return failure('vault-damaged')
  // SQLCipher's word where a page fails its HMAC in the middle of something; a mistake in our SQL is told by its own words.
  if (code === 'SQLITE_ERROR' && error.message.endsWith('SQL logic error')) return failure('vault-damaged')
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return failure('vault-in-use')
  if (
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    code.startsWith('SQLITE_PERM')
  )
    return failure('vault-not-writable')
  // An input/output error is the disk's word; what is said to a person is that the database cannot be relied on.
  if (code.startsWith('SQLITE_IOERR')) return failure('vault-damaged')
  // A full disk makes SQLite roll back by itself; the second rollback then fails, with the reason as its cause.
  return error.cause === undefined ? null : failureOf(error.cause)
}
