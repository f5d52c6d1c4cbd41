import { resolve } from 'node:path'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { incomingDatabase, isUnsettled } from './database-place'
import { readHeaders } from './header-files'
import { forget } from './keys'
import { unlockHeader } from './unlock-header'
import { forgetKeys, type VaultKeys, vaultKeys } from './vault-keys'
import { isInUse } from './vault-lock'

/** The keys of a vault that nobody holds and nothing is written into. */
export type KeysForReading = VaultKeys & { readonly name: string; readonly close: () => void }

/**
 * Unlocks a vault without touching it: no lock is laid into it and nothing is mended, for rescuing what a damaged one still
 * holds.
 *
 * Failures: those of `readHeader` and `unlockHeader`, `vault-in-use`.
 */
export async function unlockForReading(request: {
  readonly folder: string
  readonly passphrase: string
}): Promise<Result<KeysForReading>> {
  const folder = resolve(request.folder)
  const found = await readHeaders(folder)
  if (!found.ok) return found
  const { header } = found.value
  if (isInUse(folder)) return failed(failure('vault-in-use'))
  const unlocked = await unlockHeader(header, request.passphrase)
  if (!unlocked.ok) return unlocked
  const { vaultKey } = unlocked.value
  // A change of the vault key that was interrupted: the database that the header names waits under another name.
  const unsettled = header.version !== 1 && (await isUnsettled(folder, header))
  const keys = unsettled
    ? vaultKeys(folder, header, vaultKey, incomingDatabase(folder, header.database))
    : vaultKeys(folder, header, vaultKey)
  forget(vaultKey)
  return ok({ ...keys, name: header.name, close: () => forgetKeys(keys) })
}
