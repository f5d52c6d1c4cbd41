import sodium from 'sodium-native'
import { canonicalJson, type Json } from './canonical-json'
import { FORMAT, type Header, type HeaderNow, type Slot, type WayIn } from './header'

export const KEY_LENGTH = 32
export const NONCE_LENGTH = 24
export const TAG_LENGTH = 16

/** libsodium's context for derived keys: exactly eight bytes that say whose keys they are. */
const CONTEXT = Buffer.from('colophon')

/** Numbers of the derived keys. A number is never given a second meaning. */
const SUBKEYS = { database: 1, journal: 2, integrity: 3, header: 4, records: 5 } as const

/** 32 random bytes: a vault key or a record key. The caller zeroes them. */
export function newKey(): Buffer {
  return randomBytes(KEY_LENGTH)
}

export function randomBytes(count: number): Buffer {
  const bytes = Buffer.alloc(count)
  sodium.randombytes_buf(bytes)
  return bytes
}

/** A key for one purpose, derived from another by libsodium's KDF (BLAKE2b). The caller zeroes it. */
export function subkey(from: Buffer, purpose: keyof typeof SUBKEYS): Buffer {
  const key = Buffer.alloc(KEY_LENGTH)
  sodium.crypto_kdf_derive_from_key(key, SUBKEYS[purpose], CONTEXT, from)
  return key
}

/** Wraps the vault key for one secret (XChaCha20-Poly1305). `secretKey` is what the secret became by `way.kdf`. */
export function wrapVaultKey<W extends WayIn>(
  vaultKey: Buffer,
  secretKey: Buffer,
  vaultId: string,
  way: W,
): W & Pick<Slot, 'nonce' | 'wrapped'> {
  const nonce = randomBytes(NONCE_LENGTH)
  const slot = { ...way, nonce: nonce.toString('hex') }
  const wrapped = Buffer.alloc(KEY_LENGTH + TAG_LENGTH)
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
    wrapped,
    vaultKey,
    associatedData(vaultId, slot),
    null,
    nonce,
    secretKey,
  )
  return { ...slot, wrapped: wrapped.toString('hex') }
}

/** The vault key from a slot, or null: another secret, or an altered slot. The caller zeroes it. */
export function unwrapVaultKey(slot: Slot, secretKey: Buffer, vaultId: string): Buffer | null {
  const vaultKey = Buffer.alloc(KEY_LENGTH)
  try {
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      vaultKey,
      null,
      Buffer.from(slot.wrapped, 'hex'),
      associatedData(vaultId, slot),
      Buffer.from(slot.nonce, 'hex'),
      secretKey,
    )
    return vaultKey
  } catch {
    return null
  }
}

/**
 * The number that slots are bound to. Not the header's: how a slot is wrapped has not changed since version 1, so the
 * slots of an old header are good in a new one.
 */
const SLOT_VERSION = 1

/**
 * What a slot is bound to besides its secret: the format, the vault and the slot's own parameters. Not the other slots
 * and not the generation, or changing one secret would need all the others; the whole header is held by its seal.
 */
function associatedData(vaultId: string, slot: WayIn & { readonly nonce: string }): Buffer {
  const { kind, kdf, nonce } = slot
  const bound = { format: FORMAT, version: SLOT_VERSION, vaultId, slot: { kind, kdf, nonce } }
  return Buffer.from(canonicalJson(bound))
}

/** The header with its seal: a hash of all the rest, keyed so that only who has the vault key can make it. */
export function sealHeader(header: Omit<HeaderNow, 'seal'>, vaultKey: Buffer): HeaderNow {
  return { ...header, seal: sealOf(header, vaultKey).toString('hex') }
}

/** Whether the header is as somebody with the vault key wrote it: name, generation and every slot. */
export function sealHolds(header: Header, vaultKey: Buffer): boolean {
  const { seal, ...rest } = header
  return sodium.sodium_memcmp(sealOf(rest, vaultKey), Buffer.from(seal, 'hex'))
}

function sealOf(header: Json, vaultKey: Buffer): Buffer {
  const key = subkey(vaultKey, 'header')
  const seal = Buffer.alloc(KEY_LENGTH)
  sodium.crypto_generichash(seal, Buffer.from(canonicalJson(header)), key)
  sodium.sodium_memzero(key)
  return seal
}

/** Overwrites keys in place. */
export function forget(...keys: readonly Buffer[]): void {
  for (const key of keys) sodium.sodium_memzero(key)
}
