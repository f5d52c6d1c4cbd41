/** A JPEG's frame around data of its own, made by hand for tests: it has headers and no picture. */
export type OwnData = {
  /** Names and words of EXIF's first directory, by tag number. */
  readonly exif?: Readonly<Record<number, string>>
  /** Degrees, north and east. */
  readonly gps?: readonly [latitude: number, longitude: number]
  /** Words of IPTC's application record, by data set number. */
  readonly iptc?: Readonly<Record<number, string>>
  readonly xmp?: string
}

export function jpegWithData({ exif = {}, gps, iptc = {}, xmp }: OwnData): Uint8Array {
  const parts: Buffer[] = [Buffer.from([0xff, 0xd8])]
  if (Object.keys(exif).length > 0 || gps !== undefined) {
    parts.push(segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff(exif, gps)])))
  }
  if (xmp !== undefined) {
    parts.push(
      segment(0xe1, Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), Buffer.from(xmp)])),
    )
  }
  if (Object.keys(iptc).length > 0) parts.push(segment(0xed, photoshop(iptc)))
  // A frame header (8 by 8, grey) and a comment, so that it is large enough to be taken for a picture.
  parts.push(
    segment(0xc0, Buffer.from([8, 0, 8, 0, 8, 1, 1, 0x11, 0])),
    segment(0xfe, Buffer.alloc(500, 0x20)),
  )
  parts.push(Buffer.from([0xff, 0xd9]))
  return new Uint8Array(Buffer.concat(parts))
}

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

type Entry = { readonly tag: number; readonly type: number; readonly count: number; readonly value: Buffer }
const ASCII = 2
const LONG = 4
const RATIONAL = 5
const GPS_DIRECTORY = 0x8825

function tiff(exif: Readonly<Record<number, string>>, gps: OwnData['gps']): Buffer {
  const words = Object.entries(exif).map(([tag, value]) => textEntry(Number(tag), value))
  const pointer = (at: number): Entry[] => {
    const value = Buffer.alloc(4)
    value.writeUInt32LE(at)
    return gps === undefined ? [] : [{ tag: GPS_DIRECTORY, type: LONG, count: 1, value }]
  }
  // The pointer has the same length wherever it points.
  const length = directory([...words, ...pointer(0)], 8).length
  const first = directory([...words, ...pointer(8 + length)], 8)
  const header = Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0])
  const second = gps === undefined ? Buffer.alloc(0) : directory(gpsEntries(gps), 8 + length)
  return Buffer.concat([header, first, second])
}

function gpsEntries([latitude, longitude]: readonly [number, number]): Entry[] {
  return [
    textEntry(1, latitude < 0 ? 'S' : 'N'),
    { tag: 2, type: RATIONAL, count: 3, value: degrees(latitude) },
    textEntry(3, longitude < 0 ? 'W' : 'E'),
    { tag: 4, type: RATIONAL, count: 3, value: degrees(longitude) },
  ]
}

function degrees(value: number): Buffer {
  const out = Buffer.alloc(24)
  const numbers = [Math.round(Math.abs(value) * 1e6), 1e6, 0, 1, 0, 1]
  numbers.forEach((number, index) => {
    out.writeUInt32LE(number, index * 4)
  })
  return out
}

function textEntry(tag: number, words: string): Entry {
  const value = Buffer.from(`${words}\0`)
  return { tag, type: ASCII, count: value.length, value }
}

function directory(entries: readonly Entry[], at: number): Buffer {
  const table = Buffer.alloc(2 + entries.length * 12 + 4)
  table.writeUInt16LE(entries.length)
  const values: Buffer[] = []
  let end = at + table.length
  ;[...entries]
    .sort((a, b) => a.tag - b.tag)
    .forEach(({ tag, type, count, value }, index) => {
      const row = 2 + index * 12
      table.writeUInt16LE(tag, row)
      table.writeUInt16LE(type, row + 2)
      table.writeUInt32LE(count, row + 4)
      if (value.length <= 4) value.copy(table, row + 8)
      else {
        table.writeUInt32LE(end, row + 8)
        values.push(value)
        end += value.length
      }
    })
  return Buffer.concat([table, ...values])
}

function photoshop(iptc: Readonly<Record<number, string>>): Buffer {
  const sets = Object.entries(iptc).map(([number, words]) => {
    const value = Buffer.from(words)
    const head = Buffer.from([0x1c, 2, Number(number), 0, 0])
    head.writeUInt16BE(value.length, 3)
    return Buffer.concat([head, value])
  })
  const data = Buffer.concat(sets)
  const head = Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\0', 'latin1')
  head.writeUInt32BE(data.length, head.length - 4)
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
}
