import { resolve } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { SalvageProgress, SalvageReport } from '#contract/salvaging'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { failureOf } from '../store/database'
import { openPageFile, type PageFile } from '../store/pages/page-file'
import { createVault } from '../vault/create-vault'
import { type KeysForReading, unlockForReading } from '../vault/unlock-for-reading'
import type { DraftParser } from './import-file'
import { createLibrary, type LibraryKeys, openLibrary } from './library'
import type { Wreck } from './salvaging/rescue'
import { openWreck, rescueAll } from './salvaging/rescue-all'

export type Salvage = {
  /** The damaged vault: never written into, and nothing of it deleted. */
  readonly folder: string
  /** Of the damaged vault; the new one gets the same. */
  readonly passphrase: string
  /** Where the new vault is to be: nothing, or an empty folder, may be there. */
  readonly target: string
  readonly parser: DraftParser
}

export type SalvageOptions = {
  readonly onProgress?: (progress: SalvageProgress) => void
  readonly signal?: AbortSignal
}

/**
 * Brings everything that can still be read out of a damaged vault into a new one, and tells what could not be kept as it was.
 * The new vault appears only when it is complete, and after a check of its own.
 *
 * Failures: those of `unlockForReading` and `createVault`, `vault-damaged` when there is nothing to read, `cancelled`.
 */
export async function salvage(
  request: Salvage,
  options: SalvageOptions = {},
): Promise<Result<SalvageReport>> {
  const keys = await unlockForReading(request)
  if (!keys.ok) return keys
  const pages = openOrNull(keys.value)
  if (pages === null) {
    keys.value.close()
    return failed(failure('vault-damaged', { what: 'library.db' }))
  }
  try {
    const turn = async () => {
      await nextTurn()
      options.signal?.throwIfAborted()
    }
    const wreck = await openWreck(pages, keys.value.journalKey, turn)
    if (wreck.tables.damagedPages.length === pages.pageCount) {
      return failed(failure('vault-damaged', { what: 'library.db' }))
    }
    return await fillNewVault(request, keys.value.name, wreck, turn, options)
  } catch (error) {
    if (options.signal?.aborted) return failed(failure('cancelled'))
    throw error
  } finally {
    pages.close()
    keys.value.close()
  }
}

function openOrNull({ databasePath, databaseKey }: KeysForReading): PageFile | null {
  try {
    return openPageFile(databasePath, databaseKey)
  } catch {
    return null
  }
}

async function fillNewVault(
  request: Salvage,
  name: string,
  wreck: Wreck,
  turn: () => Promise<void>,
  options: SalvageOptions,
): Promise<Result<SalvageReport>> {
  let report: SalvageReport | null = null
  const fill = async (keys: LibraryKeys): Promise<Result<void>> => {
    const created = await createLibrary(keys)
    if (!created.ok) return created
    const library = await openLibrary({ vault: { ...keys, name } })
    if (!library.ok) return library
    try {
      report = await rescueAll(library.value, wreck, request.parser, turn, options.onProgress)
      return ok(undefined)
    } catch (error) {
      const expected = failureOf(error)
      if (expected === null) throw error
      return failed(expected)
    } finally {
      library.value.close()
    }
  }
  const made = await createVault({
    folder: resolve(request.target),
    name,
    passphrase: request.passphrase,
    fill,
  })
  if (!made.ok) return made
  made.value.close()
  return report === null ? failed(failure('internal')) : ok(report)
}
