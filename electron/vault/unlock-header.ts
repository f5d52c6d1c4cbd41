import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { type Header, renderHeader, type Slot } from './header'
import { readHeaders } from './header-files'
import { keyFromPassphrase, withinBounds } from './kdf'
import { forget, sealHolds, unwrapVaultKey } from './keys'
import { lockVault, type VaultLock } from './vault-lock'

/**
 * The vault key, and the slot that the passphrase opened. The caller zeroes the key.
 *
 * Failures: `passphrase-missing`, `wrong-passphrase`, `vault-parameters-refused` (before any memory is taken),
 * `not-enough-memory`; `vault-header-damaged` when the slot opens and the seal does not hold: somebody altered it.
 */
export async function unlockHeader(
  header: Header,
  passphrase: string,
): Promise<Result<{ readonly vaultKey: Buffer; readonly slot: Slot }>> {
  if (passphrase === '') return failed(failure('passphrase-missing'))
  if (!header.slots.every((slot) => withinBounds(slot.kdf))) {
    return failed(failure('vault-parameters-refused'))
  }
  for (const slot of header.slots) {
    const secretKey = await keyFromPassphrase(passphrase, slot.kdf)
    if (!secretKey.ok) return secretKey
    const vaultKey = unwrapVaultKey(slot, secretKey.value, header.vaultId)
    forget(secretKey.value)
    if (vaultKey === null) continue
    if (sealHolds(header, vaultKey)) return ok({ vaultKey, slot })
    forget(vaultKey)
    return failed(failure('vault-header-damaged'))
  }
  return failed(failure('wrong-passphrase'))
}

/**
 * Takes the vault for this process, on the condition that its header is still the one that was unlocked: between
 * reading and taking, another program may have changed the passphrase.
 *
 * Failures: `vault-in-use`, `vault-not-writable`, `disk-full`, and those of `readHeaders`.
 */
export async function takeVault(folder: string, header: Header): Promise<Result<VaultLock>> {
  const lock = lockVault(folder)
  if (!lock.ok) return lock
  const again = await readHeaders(folder)
  if (again.ok && renderHeader(again.value.header) === renderHeader(header)) return lock
  lock.value.release()
  return again.ok ? failed(failure('vault-in-use')) : again
}
