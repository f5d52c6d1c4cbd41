import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { type Pace, paceOf } from './calibration'
import { type Header, passphraseSlots, renderHeader, type Slot } from './header'
import { readHeaders } from './header-files'
import { keyFromPassphrase, withinBounds } from './kdf'
import { forget, sealHolds, unwrapVaultKey } from './keys'
import { keyFromRecoveryCode } from './slots'
import { lockVault, type VaultLock } from './vault-lock'

/** The vault key, and the slot that the secret opened. The caller zeroes the key. */
export type Unlocked = { readonly vaultKey: Buffer; readonly slot: Slot }
/** The same by a passphrase, whose hash told how fast this machine is. */
export type UnlockedByPassphrase = Unlocked & { readonly pace: Pace }

/**
 * Opens a header with a passphrase.
 *
 * Failures: `passphrase-missing`, `wrong-passphrase`, `vault-parameters-refused` (before any memory is taken),
 * `not-enough-memory`; `vault-header-damaged` when the slot opens and the seal does not hold: somebody altered it.
 */
export async function unlockHeader(
  header: Header,
  passphrase: string,
): Promise<Result<UnlockedByPassphrase>> {
  if (passphrase === '') return failed(failure('passphrase-missing'))
  const slots = passphraseSlots(header)
  if (!slots.every((slot) => withinBounds(slot.kdf))) return failed(failure('vault-parameters-refused'))
  for (const slot of slots) {
    const started = performance.now()
    const secretKey = await keyFromPassphrase(passphrase, slot.kdf)
    if (!secretKey.ok) return secretKey
    const pace = paceOf(slot.kdf, performance.now() - started)
    const opened = opens(header, slot, secretKey.value)
    forget(secretKey.value)
    if (opened !== null) return opened.ok ? ok({ ...opened.value, pace }) : opened
  }
  return failed(failure('wrong-passphrase'))
}

/**
 * Opens a header with a recovery code: at once, since there is nothing to stretch.
 *
 * Failures: `recovery-code-missing`, `recovery-code-mistyped`, `wrong-recovery-code`, `vault-without-recovery-code`,
 * and `vault-header-damaged` as `unlockHeader`.
 */
export function unlockByRecoveryCode(header: Header, recoveryCode: string): Result<Unlocked> {
  const slots = header.slots.filter((slot) => slot.kind === 'recovery')
  if (slots.length === 0) return failed(failure('vault-without-recovery-code'))
  const secretKey = keyFromRecoveryCode(recoveryCode)
  if (!secretKey.ok) return secretKey
  try {
    for (const slot of slots) {
      const opened = opens(header, slot, secretKey.value)
      if (opened !== null) return opened
    }
    return failed(failure('wrong-recovery-code'))
  } finally {
    forget(secretKey.value)
  }
}

/** Null when the key does not fit the slot. */
function opens(header: Header, slot: Slot, secretKey: Buffer): Result<Unlocked> | null {
  const vaultKey = unwrapVaultKey(slot, secretKey, header.vaultId)
  if (vaultKey === null) return null
  if (sealHolds(header, vaultKey)) return ok({ vaultKey, slot })
  forget(vaultKey)
  return failed(failure('vault-header-damaged'))
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
