import sodium from 'sodium-native'
import { ok, type Result } from '#domain/result'
import { newKdfParameters, type Pace } from './calibration'
import type { Slot } from './header'
import { keyFromPassphrase } from './kdf'
import { forget, KEY_LENGTH, wrapVaultKey } from './keys'
import { recoveryEntropy } from './recovery-code'

/** libsodium's context for keys out of recovery codes: exactly eight bytes. */
const RECOVERY_CONTEXT = Buffer.from('recovery')

/**
 * A slot for a passphrase: one Argon2id, calibrated by the pace.
 *
 * Fails with `not-enough-memory`.
 */
export async function passphraseSlot(
  vaultKey: Buffer,
  vaultId: string,
  passphrase: string,
  pace: Pace,
): Promise<Result<Slot>> {
  const kdf = newKdfParameters(pace)
  const secretKey = await keyFromPassphrase(passphrase, kdf)
  if (!secretKey.ok) return secretKey
  const slot = wrapVaultKey(vaultKey, secretKey.value, vaultId, { kind: 'passphrase', kdf })
  forget(secretKey.value)
  return ok(slot)
}

/**
 * A slot for a recovery code.
 *
 * Fails with `recovery-code-mistyped`.
 */
export function recoverySlot(vaultKey: Buffer, vaultId: string, recoveryCode: string): Result<Slot> {
  const secretKey = keyFromRecoveryCode(recoveryCode)
  if (!secretKey.ok) return secretKey
  const way = { kind: 'recovery', kdf: { algorithm: 'blake2b' } } as const
  const slot = wrapVaultKey(vaultKey, secretKey.value, vaultId, way)
  forget(secretKey.value)
  return ok(slot)
}

/**
 * Recovery code to key: libsodium's KDF over its 256 random bits, no stretching. The caller zeroes the key.
 *
 * Fails with `recovery-code-mistyped`.
 */
export function keyFromRecoveryCode(recoveryCode: string): Result<Buffer> {
  const entropy = recoveryEntropy(recoveryCode)
  if (!entropy.ok) return entropy
  const key = Buffer.alloc(KEY_LENGTH)
  sodium.crypto_kdf_derive_from_key(key, 1, RECOVERY_CONTEXT, entropy.value)
  forget(entropy.value)
  return ok(key)
}

/** The slots of a new vault key: one for the passphrase, one for the recovery code if there is one. */
export async function newSlots(
  vaultKey: Buffer,
  vaultId: string,
  secrets: { readonly passphrase: string; readonly recoveryCode: string | null },
  pace: Pace,
): Promise<Result<Slot[]>> {
  const { passphrase, recoveryCode } = secrets
  const recovery = recoveryCode === null ? null : recoverySlot(vaultKey, vaultId, recoveryCode)
  if (recovery?.ok === false) return recovery
  const own = await passphraseSlot(vaultKey, vaultId, passphrase, pace)
  if (!own.ok) return own
  return ok(recovery === null ? [own.value] : [own.value, recovery.value])
}
