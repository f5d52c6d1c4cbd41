import { existsSync, statSync } from 'node:fs'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { type Db, failureOf, inTransaction } from '../store/database'
import { closeStore, openStore } from '../store/open-store'
import { lastRowid } from '../store/pages/last-row'
import { openPageFile, type PageFile } from '../store/pages/page-file'
import { appendEntry, missingEntries, recordEnd } from './journal'
import { type JournalHead, openJournalHead, readJournalHead } from './journal-head'
import { markIndexBuilt, rebuildIndexIfNeeded } from './reindexing'
import { markLikenessBuilt, rebuildLikenessIfNeeded } from './same-article'
import { markSealed, sealAllIfNeeded } from './sealing'

/** What a library needs of an opened vault. The keys are 32 bytes each and belong to the vault, which wipes them. */
export type LibraryKeys = {
  readonly databasePath: string
  readonly databaseKey: Uint8Array
  readonly journalKey: Uint8Array
}

/** An open library. All of `electron/library/` takes it first. */
export type Library = {
  readonly db: Db
  readonly name: string
  readonly journalKey: Uint8Array
  readonly journalHead: JournalHead | null
  /** The database as it lies on the disk now, page by page; closed together with the library. */
  readonly openPages: () => PageFile
  readonly isOpen: () => boolean
  /** Writes everything back and closes the database. Call before the vault is closed. */
  readonly close: () => void
}

/**
 * Creates the empty library of a new vault and closes it again; made to be `fill` of `createVault`, so that a vault
 * without its library is never seen.
 *
 * Fails with `vault-exists`, `vault-not-writable` or `disk-full`.
 */
export async function createLibrary(keys: LibraryKeys): Promise<Result<void>> {
  const store = openStore({ path: keys.databasePath, key: keys.databaseKey, mode: 'create' })
  if (!store.ok) return store
  const db = store.value
  const begun = prepared(db, () =>
    inTransaction(db, () => {
      markIndexBuilt(db)
      markLikenessBuilt(db)
      markSealed(db)
      appendEntry({ db, journalKey: keys.journalKey }, { kind: 'vault-created' })
    }),
  )
  if (!begun.ok) return begun
  closeStore(db)
  return ok(undefined)
}

/**
 * Opens the library of an opened vault, alone among all programs, and brings an older one up to date.
 *
 * Fails as `openStore` does; a vault whose database is gone is `vault-damaged`, and nothing is put in its place. When the
 * journal ends before the end that was recorded outside the database, changes are missing: `vault-changes-missing`.
 */
export async function openLibrary(options: {
  readonly vault: LibraryKeys & { readonly name: string }
}): Promise<Result<Library>> {
  const { vault } = options
  const cutShort = missingInLog(vault)
  if (cutShort > 0) return failed(failure('vault-changes-missing', { times: cutShort }))
  const store = openStore({ path: vault.databasePath, key: vault.databaseKey, mode: 'open' })
  if (!store.ok) {
    const gone = store.failure.code === 'vault-not-found'
    return gone ? failed(failure('vault-damaged', { what: 'library.db' })) : store
  }
  const db = store.value
  const ready = prepared(db, () => {
    rebuildIndexIfNeeded(db)
    rebuildLikenessIfNeeded(db)
    inTransaction(db, () => sealAllIfNeeded({ db, journalKey: vault.journalKey }))
  })
  if (!ready.ok) return ready
  const journalHead = openJournalHead(vault.databasePath, vault.journalKey)
  const journalled = { db, journalKey: vault.journalKey, journalHead }
  const missing = prepared(db, () => missingEntries(journalled, journalHead?.recorded() ?? null))
  if (!missing.ok || missing.value > 0) {
    journalHead?.close()
    if (!missing.ok) return missing
    db.close()
    return failed(failure('vault-changes-missing', { times: missing.value }))
  }
  recordEnd(journalled)
  const pageFiles: PageFile[] = []
  const openPages = () => {
    const pages = openPageFile(vault.databasePath, vault.databaseKey)
    pageFiles.push(pages)
    return pages
  }
  let closed = false
  const close = () => {
    if (closed) return
    closed = true
    recordEnd(journalled)
    journalHead?.close()
    closeStore(db)
    // Not before the database: closing any file of its gives up the lock on it.
    for (const pages of pageFiles) pages.close()
  }
  return ok({ ...journalled, name: vault.name, openPages, isOpen: () => !closed, close })
}

/**
 * How many recorded changes a log that a crash left behind lacks. Looked at before SQLite does, which would take a log that was
 * cut short for a shorter one, write it back and delete it. 0 without such a log, or where SQLite will tell by itself.
 */
function missingInLog({ databasePath, databaseKey, journalKey }: LibraryKeys): number {
  const recorded = readJournalHead(databasePath, journalKey)
  const log = statSync(`${databasePath}-wal`, { throwIfNoEntry: false })
  if (recorded === null || log === undefined || log.size === 0 || !existsSync(databasePath)) return 0
  const pages = openPageFile(databasePath, databaseKey)
  try {
    return recorded.entries - (lastRowid(pages, 'journal') ?? recorded.entries)
  } finally {
    pages.close()
  }
}

/** Does the first work on an opened database; closes it when that fails, and says why if a person can be told. */
function prepared<T>(db: Db, work: () => T): Result<T> {
  try {
    return ok(work())
  } catch (error) {
    db.close()
    const expected = failureOf(error)
    if (expected === null) throw error
    return failed(expected)
  }
}
