import sodium from 'sodium-native'
import { z } from 'zod'
import { canonicalJson, type Json } from './canonical-json'

/** The header's format: docs/technical/vault-format.md. A change of meaning needs a new number and a golden vault. */
export const FORMAT = 'colophon-vault'
export const VERSION = 2

const HEX = /^[0-9a-f]*$/
const bytes = (count: number) =>
  z
    .string()
    .length(count * 2)
    .regex(HEX)

/** How a passphrase becomes a key. Memory in bytes; whether the numbers are acceptable is decided in `kdf.ts`. */
const kdfParameters = z.strictObject({
  algorithm: z.literal('argon2id13'),
  memory: z.int().min(0),
  passes: z.int().min(0),
  salt: bytes(16),
})
export type KdfParameters = z.output<typeof kdfParameters>

const nonce = bytes(24)
/** 32 bytes of vault key and 16 of authentication tag. */
const wrapped = bytes(48)

const wrappedKey = z.strictObject({ nonce, wrapped })
/** A key of 32 bytes as the header holds it. */
export type WrappedKey = z.output<typeof wrappedKey>

const passphraseSlot = z.strictObject({ kind: z.literal('passphrase'), kdf: kdfParameters, nonce, wrapped })

/** A recovery code is 256 random bits: there is nothing to guess, so nothing to stretch (docs/technical/vault-format.md). */
const recoverySlot = z.strictObject({
  kind: z.literal('recovery'),
  kdf: z.strictObject({ algorithm: z.literal('blake2b') }),
  nonce,
  wrapped,
})

/** One way in: the vault key, wrapped with a key made from one secret. */
const slotSchema = z.discriminatedUnion('kind', [passphraseSlot, recoverySlot])
export type Slot = z.output<typeof slotSchema>
export type PassphraseSlot = z.output<typeof passphraseSlot>
/** What a slot is before the vault key is wrapped in it: whose secret, and how that becomes a key. */
export type WayIn = Pick<PassphraseSlot, 'kind' | 'kdf'> | Pick<z.output<typeof recoverySlot>, 'kind' | 'kdf'>

/** Longest name of a vault in UTF-16 code units. */
export const NAME_LIMIT = 80
/** More ways in than anybody needs; bounds the work that a hostile header can ask for. */
const SLOT_LIMIT = 8

const members = {
  format: z.literal(FORMAT),
  vaultId: bytes(16),
  name: z.string().min(1).max(NAME_LIMIT),
  /** Grows by one with each change of the header: of two valid copies the higher counts. */
  generation: z.int().min(1),
  /** Keyed hash of everything above under a key that only an opened vault has. */
  seal: bytes(32),
}

const firstHeader = z.strictObject({
  ...members,
  version: z.literal(1),
  slots: z.array(passphraseSlot).min(1).max(SLOT_LIMIT),
})

const headerNow = z.strictObject({
  ...members,
  version: z.literal(VERSION),
  /** Which database the slots open: drawn anew with each new vault key (`database-place.ts`). */
  database: bytes(8),
  /** The record key, wrapped under the vault key (`record-key.ts`). */
  records: wrappedKey,
  slots: z.array(slotSchema).min(1).max(SLOT_LIMIT),
})

/** The header as this program writes it. */
export type HeaderNow = z.output<typeof headerNow>

const headerSchema = z.discriminatedUnion('version', [firstHeader, headerNow])
/** A header of any version that this program reads. */
export type Header = z.output<typeof headerSchema>

/** The ways in by a passphrase; eight at most, each of which costs a hash to try. */
export function passphraseSlots(header: Header): readonly PassphraseSlot[] {
  const slots: PassphraseSlot[] = []
  for (const slot of header.slots) if (slot.kind === 'passphrase') slots.push(slot)
  return slots
}

/** What one copy of the header turned out to be. */
export type HeaderCopy =
  | { readonly state: 'valid'; readonly header: Header }
  | { readonly state: 'from-the-future'; readonly version: number }
  | { readonly state: 'damaged' }
  | { readonly state: 'missing' }

/** The text of a header file: canonical JSON with a checksum of all the rest, indented for people. */
export function renderHeader(header: Header): string {
  return `${canonicalJson({ ...header, checksum: checksumOf(header) }, 2)}\n`
}

/** What every version of the format keeps, so that an older program can tell a newer vault from a damaged one. */
const envelopeSchema = z.looseObject({
  format: z.literal(FORMAT),
  version: z.int().min(1),
  checksum: bytes(32),
})

/**
 * Reads one copy. It counts only if it is byte for byte what we would write: every altered byte makes it `damaged`.
 * A newer version is believed only when its checksum holds.
 */
export function parseHeader(text: string): HeaderCopy {
  const value = parseJson(text)
  const envelope = envelopeSchema.safeParse(value)
  if (!envelope.success) return { state: 'damaged' }
  const { checksum, ...rest } = value as { readonly [key: string]: Json }
  if (checksum !== checksumOf(rest)) return { state: 'damaged' }
  if (text !== `${canonicalJson(value, 2)}\n`) return { state: 'damaged' }
  if (envelope.data.version > VERSION) return { state: 'from-the-future', version: envelope.data.version }
  const header = headerSchema.safeParse(rest)
  return header.success ? { state: 'valid', header: header.data } : { state: 'damaged' }
}

/** The JSON in `text`; null when it is none, or is nested deeper than a header. */
function parseJson(text: string): Json {
  try {
    const value: Json = JSON.parse(text)
    canonicalJson(value)
    return value
  } catch {
    return null
  }
}

function checksumOf(content: Json): string {
  const hash = Buffer.alloc(32)
  sodium.crypto_generichash(hash, Buffer.from(canonicalJson(content)))
  return hash.toString('hex')
}
