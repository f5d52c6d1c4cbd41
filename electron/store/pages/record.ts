/** A column's value as SQLite stores it. Integers outside JavaScript's exact range do not occur in our tables. */
export type Value = null | number | string | Uint8Array<ArrayBuffer>

/** A variable-length integer (https://www.sqlite.org/fileformat2.html#varint) and where it ends; null when it is cut. */
export function readVarint(
  bytes: Buffer,
  at: number,
): { readonly value: number; readonly end: number } | null {
  let value = 0n
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes[at + index]
    if (byte === undefined) return null
    if (index === 8) return { value: Number(BigInt.asIntN(64, (value << 8n) | BigInt(byte))), end: at + 9 }
    value = (value << 7n) | BigInt(byte & 0x7f)
    if (byte < 0x80) return { value: Number(BigInt.asIntN(64, value)), end: at + index + 1 }
  }
  return null
}

/** The values of a record (https://www.sqlite.org/fileformat2.html#record_format); null when it is none. */
export function readRecord(payload: Buffer): Value[] | null {
  const header = readVarint(payload, 0)
  if (header === null || header.value > payload.length) return null
  const values: Value[] = []
  let at = header.end
  let content = header.value
  while (at < header.value) {
    const type = readVarint(payload, at)
    const size = type === null ? null : sizeOf(type.value)
    if (type === null || size === null || content + size > payload.length) return null
    values.push(contentOf(type.value, payload.subarray(content, content + size)))
    content += size
    at = type.end
  }
  return values
}

/** The first value of a record that begins at `at`, without looking at the others; null when it is none. */
export function readFirstValue(bytes: Buffer, at: number): Value {
  const header = readVarint(bytes, at)
  const type = header === null ? null : readVarint(bytes, header.end)
  const size = type === null ? null : sizeOf(type.value)
  if (header === null || type === null || size === null) return null
  const content = at + header.value
  return content + size > bytes.length ? null : contentOf(type.value, bytes.subarray(content, content + size))
}

/** Bytes of the integer and real types 0 to 9. */
const SIZES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0] as const
const REAL = 7
const ONE = 9
const FIRST_BLOB = 12

function sizeOf(type: number): number | null {
  if (type >= FIRST_BLOB) return Math.floor((type - FIRST_BLOB) / 2)
  return SIZES[type] ?? null
}

function contentOf(type: number, bytes: Buffer): Value {
  if (type === 0) return null
  if (type >= FIRST_BLOB) return type % 2 === 0 ? new Uint8Array(bytes) : bytes.toString('utf8')
  if (type === REAL) return bytes.readDoubleBE(0)
  if (bytes.length === 0) return type === ONE ? 1 : 0
  return bytes.length > 6 ? Number(bytes.readBigInt64BE(0)) : bytes.readIntBE(0, bytes.length)
}
