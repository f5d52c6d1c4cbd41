import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { type Db, failureOf } from '../../store/database'
import { isSound, openCopy } from '../../store/open-copy'
import { type Inventory, inventoryOf, nextOriginal } from '../../store/tables/inventory'
import { walkChain } from '../journal'
import { unpack } from '../packing'

export type CopyToCheck = {
  readonly path: string
  readonly databaseKey: Uint8Array
  readonly journalKey: Uint8Array
}

/** How far a check has come, in files of captures. `done` of `total`. */
export type CheckOptions = {
  readonly signal: AbortSignal
  readonly onChecked: (done: number, total: number) => void
}

/**
 * Opens a copy of the database and looks whether all of it is there: every page by its seal, tables and indexes, the
 * journal's chain, and every original file by its SHA-256. Changes nothing. Throws the signal's reason.
 *
 * Returns how much there is. Fails with `vault-damaged` (`what`: the part) or `vault-from-the-future`.
 */
export async function checkCopy(copy: CopyToCheck, options: CheckOptions): Promise<Result<Inventory>> {
  const opened = openCopy(copy.path, copy.databaseKey)
  if (!opened.ok) return opened
  const db = opened.value
  try {
    if (!isSound(db)) return damaged('library.db')
    if (walkChain({ db, journalKey: copy.journalKey }).broken.length > 0) return damaged('journal')
    const inventory = inventoryOf(db)
    const hold = await originalsHold(db, inventory.originals, options)
    return hold ? ok(inventory) : damaged('original')
  } catch (error) {
    const expected = failureOf(error)
    if (expected === null) throw error
    return failed(expected)
  } finally {
    db.close()
  }
}

function damaged(what: string): Result<never> {
  return failed(failure('vault-damaged', { what }))
}

async function originalsHold(db: Db, total: number, options: CheckOptions): Promise<boolean> {
  let after = 0
  for (let done = 1; ; done += 1) {
    options.signal.throwIfAborted()
    const original = nextOriginal(db, after)
    if (original === undefined) return true
    const bytes = unpacked(original)
    if (bytes === null) return false
    if (createHash('sha256').update(bytes).digest('hex') !== original.sha256) return false
    after = original.pk
    options.onChecked(done, total)
    // The window's requests come first.
    await setImmediate()
  }
}

/** Null when the packed bytes cannot be unpacked: they are not those that were stored. */
function unpacked(original: Parameters<typeof unpack>[0]): Uint8Array | null {
  try {
    return unpack(original)
  } catch {
    return null
  }
}
