/** Writes small binary property lists for tests, by hand: what a reader must cope with is decided by the test. */

export type PlistValue = string | Uint8Array | readonly PlistValue[] | { readonly [key: string]: PlistValue }

export function smallPlist(value: PlistValue): Uint8Array {
  const objects: Buffer[] = []
  const top = write(value, objects)
  const offsets: number[] = []
  let at = MAGIC.length
  for (const object of objects) {
    offsets.push(at)
    at += object.length
  }
  const trailer = Buffer.alloc(32)
  trailer[6] = 4
  trailer[7] = 2
  for (const [place, number] of [objects.length, top, at].entries())
    trailer.writeUInt32BE(number, 12 + place * 8)
  return Buffer.concat([MAGIC, ...objects, ...offsets.map((offset) => bigEndian(offset, 4)), trailer])
}

const MAGIC = Buffer.from('bplist00')
const KINDS = { data: 0x40, ascii: 0x50, unicode: 0x60, array: 0xa0, dict: 0xd0 } as const

function write(value: PlistValue, objects: Buffer[]): number {
  const place = objects.push(Buffer.alloc(0)) - 1
  objects[place] = bodyOf(value, objects)
  return place
}

function bodyOf(value: PlistValue, objects: Buffer[]): Buffer {
  if (value instanceof Uint8Array) return Buffer.concat([headOf('data', value.length), value])
  if (typeof value === 'string') return wordsOf(value)
  const isList = Array.isArray(value)
  const values: readonly PlistValue[] = isList ? value : [...Object.keys(value), ...Object.values(value)]
  const places = values.map((one) => bigEndian(write(one, objects), 2))
  const head = isList ? headOf('array', values.length) : headOf('dict', values.length / 2)
  return Buffer.concat([head, ...places])
}

function wordsOf(words: string): Buffer {
  const isAscii = Buffer.byteLength(words) === words.length
  if (isAscii) return Buffer.concat([headOf('ascii', words.length), Buffer.from(words)])
  return Buffer.concat([headOf('unicode', words.length), Buffer.from(words, 'utf16le').swap16()])
}

function headOf(kind: keyof typeof KINDS, count: number): Buffer {
  const first = KINDS[kind]
  return count < 15
    ? Buffer.from([first + count])
    : Buffer.concat([Buffer.from([first + 15, 0x12]), bigEndian(count, 4)])
}

function bigEndian(number: number, bytes: number): Buffer {
  const written = Buffer.alloc(bytes)
  written.writeUIntBE(number, 0, bytes)
  return written
}
