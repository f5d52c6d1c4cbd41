import sodium from 'sodium-native'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import type { KdfParameters } from './header'

export const MIB = 1024 * 1024

/**
 * Bounds of Argon2id (SECURITY.md, Keys and vault). Below the floor a guess is too cheap: somebody weakened the header.
 * Above the cap unlocking would take the machine's memory or time hostage.
 */
export const KDF_FLOOR = { memory: 256 * MIB, passes: 3 } as const
export const KDF_CAP = { memory: 1024 * MIB, passes: 16 } as const

const SALT_LENGTH = 16
const KEY_LENGTH = 32

/** 16 random bytes as hex. */
export function newSalt(): string {
  const salt = Buffer.alloc(SALT_LENGTH)
  sodium.randombytes_buf(salt)
  return salt.toString('hex')
}

/** Whether the parameters lie within floor and cap. Asked before any memory is taken. */
export function withinBounds(kdf: KdfParameters): boolean {
  return (
    kdf.memory >= KDF_FLOOR.memory &&
    kdf.memory <= KDF_CAP.memory &&
    kdf.passes >= KDF_FLOOR.passes &&
    kdf.passes <= KDF_CAP.passes
  )
}

/**
 * Passphrase to key by Argon2id, off the event loop. The passphrase is normalised to NFKC first, so that Hangul typed
 * as syllables or as letters, and full-width or plain Latin, are one passphrase.
 *
 * The caller owns the returned 32 bytes and zeroes them. Failures: `vault-parameters-refused`, `not-enough-memory`.
 */
export async function keyFromPassphrase(passphrase: string, kdf: KdfParameters): Promise<Result<Buffer>> {
  if (!withinBounds(kdf)) return failed(failure('vault-parameters-refused'))
  const secret = secretBytes(passphrase)
  const key = Buffer.alloc(KEY_LENGTH)
  const salt = Buffer.from(kdf.salt, 'hex')
  const error = await new Promise<Error | null>((resolve) => {
    sodium.crypto_pwhash_async(
      key,
      secret,
      salt,
      kdf.passes,
      kdf.memory,
      sodium.crypto_pwhash_ALG_ARGON2ID13,
      resolve,
    )
  })
  sodium.sodium_memzero(secret)
  // With parameters inside our bounds the only way for Argon2id to fail is that its memory cannot be had.
  return error === null ? ok(key) : failed(failure('not-enough-memory', { limit: kdf.memory }))
}

/** Bytes of their own: `Buffer.from(string)` would leave the words in a pool that is shared and never cleared. */
function secretBytes(passphrase: string): Buffer {
  const normal = passphrase.normalize('NFKC')
  const bytes = Buffer.alloc(Buffer.byteLength(normal))
  bytes.write(normal)
  return bytes
}
