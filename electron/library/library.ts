import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { type Db, failureOf, inTransaction } from '../store/database'
import { closeStore, openStore } from '../store/open-store'
import { appendEntry } from './journal'
import { markIndexBuilt, rebuildIndexIfNeeded } from './reindexing'

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
 * Fails as `openStore` does; a vault whose database is gone is `vault-damaged`, and nothing is put in its place.
 */
export async function openLibrary(options: {
  readonly vault: LibraryKeys & { readonly name: string }
}): Promise<Result<Library>> {
  const { vault } = options
  const store = openStore({ path: vault.databasePath, key: vault.databaseKey, mode: 'open' })
  if (!store.ok) {
    const gone = store.failure.code === 'vault-not-found'
    return gone ? failed(failure('vault-damaged', { what: 'library.db' })) : store
  }
  const db = store.value
  const ready = prepared(db, () => rebuildIndexIfNeeded(db))
  if (!ready.ok) return ready
  let closed = false
  const close = () => {
    if (!closed) closeStore(db)
    closed = true
  }
  return ok({ db, name: vault.name, journalKey: vault.journalKey, close })
}

/** Does the first work on an opened database; closes it when that fails, and says why if a person can be told. */
function prepared(db: Db, work: () => void): Result<void> {
  try {
    return ok(work())
  } catch (error) {
    db.close()
    const expected = failureOf(error)
    if (expected === null) throw error
    return failed(expected)
  }
}
