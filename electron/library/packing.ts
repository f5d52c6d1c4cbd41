import { promisify } from 'node:util'
import { deflateRaw, deflateRawSync, inflateRawSync } from 'node:zlib'
import type { PackedOriginal } from '../store/tables/originals'

/** zlib's scale of 1 (fast) to 9; above 3 a page takes twice as long and loses another twentieth. */
const LEVEL = 3
/** Bytes from which packing goes to another thread: it would hold up a reader's click. */
const LARGE = 256 * 1024

const deflateElsewhere = promisify(deflateRaw)

/** Packs the bytes of a file for the library; what does not get smaller stays as it is. */
export async function pack(bytes: Uint8Array, sha256: string): Promise<PackedOriginal> {
  const options = { level: LEVEL }
  const packed =
    bytes.length < LARGE
      ? deflateRawSync(bytes, options)
      : new Uint8Array(await deflateElsewhere(bytes, options))
  return packed.length < bytes.length
    ? { sha256, size: bytes.length, packing: 'deflate', bytes: packed }
    : { sha256, size: bytes.length, packing: 'none', bytes: new Uint8Array(bytes) }
}

/** The bytes of a file as it was imported. */
export function unpack(original: PackedOriginal): Uint8Array {
  if (original.packing === 'none') return original.bytes
  // The size is our own note of what went in: nothing larger can come out.
  return inflateRawSync(original.bytes, { maxOutputLength: Math.max(1, original.size) })
}
