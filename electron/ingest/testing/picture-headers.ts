/**
 * Headers of picture files that declare a size, made by hand for tests: behind them is nothing that could be drawn. Sizes in
 * pixels.
 */

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

function chunk(type: string, bytes: Uint8Array): Buffer {
  return Buffer.concat([u32(bytes.length), Buffer.from(type), bytes, Buffer.alloc(4)])
}

export function png(width: number, height: number, data: Uint8Array = PADDING): Buffer {
  const header = Buffer.concat([u32(width), u32(height), Buffer.from([8, 2, 0, 0, 0])])
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', data),
  ])
}

export function jpeg(width: number, height: number): Buffer {
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

export function gif(screen: number, frame: number): Buffer {
  const header = Buffer.concat([Buffer.from('GIF89a'), u16(screen, 'le'), u16(screen, 'le'), Buffer.alloc(3)])
  const first = Buffer.concat([
    Buffer.from([0x2c, 0, 0, 0, 0]),
    u16(frame, 'le'),
    u16(frame, 'le'),
    Buffer.from([0, 2]),
  ])
  return Buffer.concat([header, Buffer.from([0x21, 0xf9, 4, 0, 0, 0, 0, 0]), first, PADDING])
}

export function webp(side: number): Buffer {
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

export function bmp(side: number): Buffer {
  const header = Buffer.alloc(54)
  header.write('BM')
  header.writeUInt32LE(40, 14)
  header.writeInt32LE(side, 18)
  header.writeInt32LE(side, 22)
  return Buffer.concat([header, PADDING])
}

export function avif(side: number): Buffer {
  const box = (type: string, ...inner: readonly Uint8Array[]) => {
    const bytes = Buffer.concat(inner)
    return Buffer.concat([u32(bytes.length + 8), Buffer.from(type), bytes])
  }
  const size = box('ispe', Buffer.alloc(4), u32(side), u32(side))
  const meta = box('meta', Buffer.alloc(4), box('iprp', box('ipco', size)))
  return Buffer.concat([box('ftyp', Buffer.from('avif\0\0\0\0mif1avif')), meta, box('mdat', PADDING)])
}

/** A picture of `frames` frames, which in a GIF may be larger than it. */
export function moving(format: 'gif' | 'png' | 'webp' | 'avif', frames: number, side = 10): Buffer {
  const repeated = (piece: Uint8Array) => Buffer.concat(Array.from({ length: frames }, () => piece))
  switch (format) {
    case 'gif': {
      const header = Buffer.concat([Buffer.from('GIF89a'), u16(10, 'le'), u16(10, 'le'), Buffer.alloc(3)])
      const place = Buffer.from([0x2c, 0, 0, 0, 0])
      const frame = Buffer.concat([place, u16(side, 'le'), u16(side, 'le'), Buffer.from([0, 2, 1, 0, 0])])
      return Buffer.concat([header, repeated(frame), Buffer.from(';'), PADDING])
    }
    case 'png':
      return Buffer.concat([png(600, 400), repeated(chunk('fcTL', Buffer.alloc(26)))])
    case 'webp':
      return Buffer.concat([webp(600), repeated(Buffer.from('ANMF\x04\0\0\0abcd', 'latin1'))])
    default:
      return Buffer.concat([avif(600), Buffer.from('stsz\0\0\0\0\0\0\0\0'), u32(frames)])
  }
}
