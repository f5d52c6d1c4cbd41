import { createHash } from 'node:crypto'
import type { Unchanged, VerifyReport } from '#contract/verifying'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { keepLogApart } from '../store/integrity'
import { openPageFile } from '../store/pages/page-file'
import { originalOf } from '../store/tables/originals'
import { readJournalHead } from './journal-head'
import type { Library, LibraryKeys } from './library'
import { unpack } from './packing'
import { type Subject, type VerifyOptions, verify } from './verifying/verify'

/**
 * Checks an open library: what lies on the disk, and SQLite's own checks. Others may go on reading and writing; what they
 * change meanwhile is not looked at.
 *
 * Fails with `cancelled`, or `vault-damaged` when its file cannot be read at all.
 */
export async function verifyLibrary(
  library: Library,
  header: Subject['header'],
  options: VerifyOptions = {},
): Promise<Result<VerifyReport>> {
  const { db, journalKey, journalHead } = library
  // Read first: the journal may be further by the time its pages are, and never shorter.
  const recorded = journalHead?.recorded() ?? null
  keepLogApart(db, true)
  try {
    return await verify({ pages: library.openPages(), journalKey, recorded, header, db }, options)
  } finally {
    if (library.isOpen()) keepLogApart(db, false)
  }
}

/**
 * Checks a library that could not be opened, by its pages alone. Only while no other program has it open.
 *
 * Fails with `cancelled`, or `vault-damaged` when there is no database at all.
 */
export async function verifyClosed(
  keys: LibraryKeys,
  header: Subject['header'],
  options: VerifyOptions = {},
): Promise<Result<VerifyReport>> {
  const { journalKey } = keys
  const recorded = readJournalHead(keys.databasePath, journalKey)
  const pages = pagesOf(keys)
  if (pages === null) return failed(failure('vault-damaged', { what: 'library.db' }))
  try {
    return await verify({ pages, journalKey, recorded, header, db: null }, options)
  } finally {
    pages.close()
  }
}

function pagesOf({ databasePath, databaseKey }: LibraryKeys) {
  try {
    return openPageFile(databasePath, databaseKey)
  } catch {
    return null
  }
}

/** Hashes a capture's stored original anew. Fails with `capture-not-found`. */
export function captureUnchanged(
  { db }: Library,
  { captureId }: { readonly captureId: string },
): Result<Unchanged> {
  const original = originalOf(db, captureId)
  if (original === undefined) return failed(failure('capture-not-found'))
  const { sha256, size: bytes } = original
  try {
    const unpacked = unpack(original)
    const hash = createHash('sha256').update(unpacked).digest('hex')
    return ok({ unchanged: hash === sha256 && unpacked.length === bytes, sha256, bytes })
  } catch {
    // What does not inflate is no longer what was packed.
    return ok({ unchanged: false, sha256, bytes })
  }
}
