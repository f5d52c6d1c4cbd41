import type { VerifyReport } from '#contract/verifying'
import { failure } from '#domain/failure'
import { failed, type Result } from '#domain/result'
import { failureOf } from '../../store/database'
import { openCopy } from '../../store/open-copy'
import { openPageFile } from '../../store/pages/page-file'
import type { JournalEnd } from '../journal-head'
import { type VerifyOptions, verify } from '../verifying/verify'

export type CopyToCheck = {
  readonly path: string
  readonly databaseKey: Uint8Array
  readonly journalKey: Uint8Array
  /** How far the journal had come when the copy was made. */
  readonly recorded: JournalEnd | null
}

/**
 * Opens a copy of the database and verifies it as a library is verified: pages, structure, journal, every capture's text,
 * findings and original, notes, index. Changes nothing.
 *
 * Returns how much there is. Fails with `vault-damaged` (`what`: the kind of the first damage) or `cancelled`.
 */
export async function checkCopy(copy: CopyToCheck, options: VerifyOptions): Promise<Result<VerifyReport>> {
  const { journalKey, recorded } = copy
  const db = openCopy(copy.path, copy.databaseKey)
  if (!db.ok) return db
  const pages = openPageFile(copy.path, copy.databaseKey)
  try {
    return soundOnly(await verify({ pages, journalKey, recorded, header: 'whole', db: db.value }, options))
  } catch (error) {
    const expected = failureOf(error)
    if (expected === null) throw error
    return failed(expected)
  } finally {
    db.value.close()
    pages.close()
  }
}

/** A report of damage becomes the failure `vault-damaged`. */
export function soundOnly(verified: Result<VerifyReport>): Result<VerifyReport> {
  if (!verified.ok || verified.value.whole) return verified
  const what = verified.value.damages[0]?.kind
  return failed(failure('vault-damaged', what === undefined ? undefined : { what }))
}
