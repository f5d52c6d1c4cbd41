import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import type { Header } from './header'
import { readHeaders, writeHeaders } from './header-files'
import { keyFromPassphrase, newKdfParameters } from './kdf'
import { forget, sealHeader, wrapVaultKey } from './keys'
import { ratePassphrase } from './passphrase'
import { takeVault, unlockHeader } from './unlock-header'
import { isInUse, type VaultLock } from './vault-lock'

export type PassphraseChange = { readonly passphrase: string; readonly newPassphrase: string }

/**
 * Gives a closed vault a new passphrase: rewrites the one slot that the old one opens. Two Argon2id, whatever the
 * vault's size; the vault key and so the database stay as they are. A crash leaves the old passphrase or the new one.
 *
 * Failures: those of `openVault`, `passphrase-too-weak`.
 */
export async function changePassphrase(
  request: { readonly folder: string } & PassphraseChange,
): Promise<Result<void>> {
  if (isInUse(request.folder)) return failed(failure('vault-in-use'))
  return replacePassphrase(request.folder, request, (header) => takeVault(request.folder, header))
}

/** The same for a vault that this process holds already. */
export async function changeOwnPassphrase(folder: string, change: PassphraseChange): Promise<Result<void>> {
  return replacePassphrase(folder, change, async () => ok({ release: () => undefined }))
}

async function replacePassphrase(
  folder: string,
  change: PassphraseChange,
  take: (header: Header) => Promise<Result<VaultLock>>,
): Promise<Result<void>> {
  const weak = await refusedPassphrase(change.newPassphrase)
  if (!weak.ok) return weak
  const found = await readHeaders(folder)
  if (!found.ok) return found
  const { header } = found.value
  const unlocked = await unlockHeader(header, change.passphrase)
  if (!unlocked.ok) return unlocked
  const { vaultKey, slot } = unlocked.value
  try {
    const kdf = newKdfParameters()
    const secretKey = await keyFromPassphrase(change.newPassphrase, kdf)
    if (!secretKey.ok) return secretKey
    const replacement = wrapVaultKey(vaultKey, secretKey.value, header.vaultId, kdf)
    forget(secretKey.value)

    const { seal: _, ...rest } = header
    const slots = header.slots.map((other) => (other === slot ? replacement : other))
    const next = sealHeader({ ...rest, slots, generation: header.generation + 1 }, vaultKey)
    const lock = await take(header)
    if (!lock.ok) return lock
    try {
      return await writeHeaders(folder, next)
    } finally {
      lock.value.release()
    }
  } finally {
    forget(vaultKey)
  }
}

/** Failures: `passphrase-missing`, `passphrase-too-weak`. */
export async function refusedPassphrase(passphrase: string): Promise<Result<void>> {
  if (passphrase === '') return failed(failure('passphrase-missing'))
  const rating = await ratePassphrase(passphrase)
  return rating.enough ? ok(undefined) : failed(failure('passphrase-too-weak'))
}
