import { deflateSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { type Bomb, MIB, page } from './bomb'

/** Behind every header, so that a file is no mere placeholder. */
const PADDING = Buffer.alloc(2000)

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

function u16(value: number, order: 'le' | 'be'): Buffer {
  const bytes = Buffer.alloc(2)
  if (order === 'le') bytes.writeUInt16LE(value)
  else bytes.writeUInt16BE(value)
  return bytes
}

function png(width: number, height: number, data: Uint8Array = PADDING): Buffer {
  const chunk = (type: string, bytes: Uint8Array) =>
    Buffer.concat([u32(bytes.length), Buffer.from(type), bytes, Buffer.alloc(4)])
  const header = Buffer.concat([u32(width), u32(height), Buffer.from([8, 2, 0, 0, 0])])
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', data),
  ])
}

function jpeg(width: number, height: number): Buffer {
  const frame = Buffer.concat([
    Buffer.from([0xff, 0xc0, 0, 17, 8]),
    u16(height, 'be'),
    u16(width, 'be'),
    Buffer.alloc(10, 3),
  ])
  const app = Buffer.concat([
    Buffer.from([0xff, 0xe0, 0, 16]),
    Buffer.from('JFIF\0\x01\x01'),
    Buffer.alloc(7),
  ])
  return Buffer.concat([Buffer.from([0xff, 0xd8]), app, frame, PADDING])
}

function gif(screen: number, frame: number): Buffer {
  const header = Buffer.concat([Buffer.from('GIF89a'), u16(screen, 'le'), u16(screen, 'le'), Buffer.alloc(3)])
  const first = Buffer.concat([
    Buffer.from([0x2c, 0, 0, 0, 0]),
    u16(frame, 'le'),
    u16(frame, 'le'),
    Buffer.from([0, 2]),
  ])
  return Buffer.concat([header, Buffer.from([0x21, 0xf9, 4, 0, 0, 0, 0, 0]), first, PADDING])
}

function webp(side: number): Buffer {
  const u24 = (value: number) => Buffer.from([value & 255, (value >> 8) & 255, value >> 16])
  const extended = Buffer.concat([
    Buffer.from('VP8X\n\0\0\0\0\0\0\0', 'latin1'),
    u24(side - 1),
    u24(side - 1),
    PADDING,
  ])
  const size = Buffer.alloc(4)
  size.writeUInt32LE(extended.length + 4)
  return Buffer.concat([Buffer.from('RIFF'), size, Buffer.from('WEBP'), extended])
}

function bmp(side: number): Buffer {
  const header = Buffer.alloc(54)
  header.write('BM')
  header.writeUInt32LE(40, 14)
  header.writeInt32LE(side, 18)
  header.writeInt32LE(side, 22)
  return Buffer.concat([header, PADDING])
}

function avif(side: number): Buffer {
  const box = (type: string, ...inner: readonly Uint8Array[]) => {
    const bytes = Buffer.concat(inner)
    return Buffer.concat([u32(bytes.length + 8), Buffer.from(type), bytes])
  }
  const size = box('ispe', Buffer.alloc(4), u32(side), u32(side))
  const meta = box('meta', Buffer.alloc(4), box('iprp', box('ipco', size)))
  return Buffer.concat([box('ftyp', Buffer.from('avif\0\0\0\0mif1avif')), meta, box('mdat', PADDING)])
}

const embedded = (files: readonly Uint8Array[]) =>
  page(
    files
      .map((bytes) => `<img alt="Quay" src="data:image/png;base64,${Buffer.from(bytes).toString('base64')}">`)
      .join(''),
  )

const picture = (name: string, bytes: () => Uint8Array): Bomb => ({
  name: `picture: ${name}`,
  fileName: 'a.html',
  make: () => embedded([bytes()]),
  ends: ['read'],
})

export const PICTURE_BOMBS: readonly Bomb[] = [
  { ...picture('a PNG of 50,000 × 50,000', () => png(50_000, 50_000)), quick: true },
  picture('a PNG of 2^31 × 2^31', () => png(2 ** 31 - 1, 2 ** 31 - 1)),
  picture('a PNG of 1 × 60 million', () => png(1, 60_000_000)),
  picture('a PNG that unpacks to 2 GB', () => png(26_000, 26_000, deflateSync(Buffer.alloc(200 * MIB)))),
  picture('a JPEG of 65,500 × 65,500', () => jpeg(65_500, 65_500)),
  picture('a GIF of 65,500 × 65,500', () => gif(65_500, 1)),
  picture('a GIF of 1 × 1 whose frame is 65,500 × 65,500', () => gif(1, 65_500)),
  picture('a WebP of 16,000 × 16,000', () => webp(16_000)),
  picture('a BMP of 50,000 × 50,000', () => bmp(50_000)),
  picture('an AVIF of 60,000 × 60,000', () => avif(60_000)),
  picture('a PNG without a header', () =>
    Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), PADDING]),
  ),
  picture('a data: address of 60 MiB', () => png(600, 400, Buffer.alloc(60 * MIB))),
  {
    name: 'picture: 40 of 2 MiB each in one page, of which 60 MiB are kept',
    fileName: 'a.html',
    make: () => embedded(Array.from({ length: 35 }, () => png(600, 400, Buffer.alloc(2 * MIB)))),
    ends: ['read'],
    pictures: 29,
  },
  {
    name: 'picture: a PNG of 50,000 × 50,000 beside a saved page',
    fileName: 'a.zip',
    make: () =>
      zipSync({
        'a.html': page('<img alt="Quay" src="a_files/a.png">'),
        'a_files/a.png': png(50_000, 50_000),
      }),
    ends: ['read'],
  },
]
