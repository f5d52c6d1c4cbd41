import sodium from 'sodium-native'
import { canonicalJson } from './canonical-json'
import { FORMAT, type Header, type WrappedKey } from './header'
import { forget, KEY_LENGTH, NONCE_LENGTH, randomBytes, subkey, TAG_LENGTH } from './keys'

/**
 * The record key outlives the vault key: from it come the keys under which the journal is chained and what is stored is
 * sealed, and a new vault key must not break what was chained and sealed before it. In a vault of version 1 it was the vault
 * key itself, and so it is kept when such a vault becomes one of ours.
 */

/** Wraps the record key under the vault key, as the header holds it. */
export function wrapRecordKey(recordKey: Buffer, vaultKey: Buffer, vaultId: string): WrappedKey {
  const nonce = randomBytes(NONCE_LENGTH)
  const wrapped = Buffer.alloc(KEY_LENGTH + TAG_LENGTH)
  const key = subkey(vaultKey, 'records')
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
    wrapped,
    recordKey,
    associatedData(vaultId),
    null,
    nonce,
    key,
  )
  forget(key)
  return { nonce: nonce.toString('hex'), wrapped: wrapped.toString('hex') }
}

/**
 * The record key of a header whose seal holds. The caller zeroes it. Throws when it cannot be unwrapped: the seal says that
 * we wrote it.
 */
export function recordKeyOf(header: Header, vaultKey: Buffer): Buffer {
  const recordKey = Buffer.alloc(KEY_LENGTH)
  if (header.version === 1) {
    recordKey.set(vaultKey)
    return recordKey
  }
  const key = subkey(vaultKey, 'records')
  sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
    recordKey,
    null,
    Buffer.from(header.records.wrapped, 'hex'),
    associatedData(header.vaultId),
    Buffer.from(header.records.nonce, 'hex'),
    key,
  )
  forget(key)
  return recordKey
}

function associatedData(vaultId: string): Buffer {
  return Buffer.from(canonicalJson({ format: FORMAT, vaultId, key: 'records' }))
}
