import { rmSync } from 'node:fs'
import { type Failure, failure } from '#domain/failure'
import { copyDatabase } from './copying'
import { type Db, inTransaction } from './database'
import type { Migration } from './migrations'

/** Suffix of the encrypted copy that is kept beside the database while it is migrated. */
export const COPY_SUFFIX = '.before-migration'

/**
 * Brings the database up to the last of `migrations`, all steps in one exclusive transaction that is checked before it is
 * committed. A database with content is first copied, encrypted with the same key, to `path + COPY_SUFFIX`; the
 * copy is removed when the migration has been committed, and stays when it failed.
 *
 * Returns `vault-from-the-future` for a database that a newer program has migrated, `vault-damaged` for one of another
 * application, else null.
 */
export function migrate(
  db: Db,
  path: string,
  migrations: readonly Migration[],
  applicationId: number,
): Failure | null {
  const newest = migrations.at(-1)?.version ?? 0
  const version = numberOf(db, 'user_version')
  if (version > newest) return failure('vault-from-the-future', { found: version, limit: newest })
  if (version > 0 && numberOf(db, 'application_id') !== applicationId) return failure('vault-damaged')
  const steps = migrations.filter((step) => step.version > version)
  if (steps.length === 0) return null
  const copy = version > 0 ? copyBeside(db, path) : null
  inTransaction(db, () => {
    for (const step of steps) db.exec(step.sql)
    db.exec(`PRAGMA user_version = ${newest}; PRAGMA application_id = ${applicationId}`)
    check(db)
  })
  if (copy !== null) rmSync(copy)
  return null
}

function copyBeside(db: Db, path: string): string {
  const copy = path + COPY_SUFFIX
  // One that a crash left behind is of the same database: the migration it guarded was never committed.
  rmSync(copy, { force: true })
  copyDatabase(db, copy)
  return copy
}

function check(db: Db): void {
  const keys = db.pragma('foreign_key_check')
  if (keys.length > 0) throw new Error(`migration leaves ${keys.length} rows without their parent`)
  const [pages] = db.pragma('quick_check')
  if (pages?.quick_check !== 'ok') throw new Error('migration leaves a damaged database')
}

function numberOf(db: Db, pragma: 'user_version' | 'application_id'): number {
  return Number(db.pragma(pragma, { simple: true }))
}
