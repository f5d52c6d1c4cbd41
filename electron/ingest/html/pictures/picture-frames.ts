import { LIMITS } from '../../limits'

/** Pixels. */
export type Size = { readonly width: number; readonly height: number }

const GIF_HEADER = 13
const GIF_EXTENSION = 0x21
const GIF_FRAME = 0x2c
/** Bytes of a frame's own header, its mark among them. */
const GIF_FRAME_HEADER = 10

/**
 * The frames of a GIF, which decoders let be larger than the screen that the header declares; no more than one above
 * `LIMITS.pictureFrames`. Throws a RangeError for a file that ends before its first frame.
 */
export function gifFrames(bytes: Uint8Array): Size[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const frames: Size[] = []
  let at = GIF_HEADER + gifColours(view.getUint8(10))
  while (frames.length <= LIMITS.pictureFrames && at + GIF_FRAME_HEADER < bytes.length) {
    const mark = view.getUint8(at)
    if (mark === GIF_FRAME) {
      const [left, top, width, height] = [1, 3, 5, 7].map((offset) => view.getUint16(at + offset, true))
      frames.push({ width: (left ?? 0) + (width ?? 0), height: (top ?? 0) + (height ?? 0) })
      at = behindBlocks(bytes, at + GIF_FRAME_HEADER + gifColours(view.getUint8(at + 9)) + 1)
    } else if (mark === GIF_EXTENSION) at = behindBlocks(bytes, at + 2)
    else break
  }
  return frames
}

/** Bytes of the table of colours that `flags` tell of. */
function gifColours(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

/** Where a row of blocks that begins at `at` ends: each tells its length, the last is empty. */
function behindBlocks(bytes: Uint8Array, at: number): number {
  let next = at
  for (let size = bytes[next] ?? 0; size > 0; size = bytes[next] ?? 0) next += size + 1
  return next + 1
}

/** How a format of chunks writes its first one's place, each one's name and length, and what it calls a frame. */
type Chunks = {
  readonly from: number
  readonly name: number
  readonly length: number
  readonly little: boolean
  /** Bytes of a chunk beside its data. */
  readonly around: number
  readonly even: boolean
  readonly frame: string
}
const PNG: Chunks = { from: 8, name: 4, length: 0, little: false, around: 12, even: false, frame: 'fcTL' }
const WEBP: Chunks = { from: 12, name: 0, length: 4, little: true, around: 8, even: true, frame: 'ANMF' }

/** How many frames a moving PNG (APNG) or WebP has; 0 for one that does not move. */
export function chunkFrames(bytes: Uint8Array, format: 'png' | 'webp'): number {
  const { from, name, length, little, around, even, frame } = format === 'png' ? PNG : WEBP
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let frames = 0
  for (let at = from; at + 8 <= bytes.length && frames <= LIMITS.pictureFrames; ) {
    if (String.fromCharCode(...bytes.subarray(at + name, at + name + 4)) === frame) frames += 1
    const size = view.getUint32(at + length, little)
    at += around + size + (even ? size % 2 : 0)
  }
  return frames
}

/** What `stsz` (ISO/IEC 14496-12, 8.7.3.2) has before the number of samples: its name, version and flags, one size for all. */
const SAMPLES_AT = 12

/** How many frames a moving AVIF has, as its tables of samples tell; 0 for one that does not move. */
export function avifFrames(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let frames = 0
  for (let at = file.indexOf('stsz'); at >= 0; at = file.indexOf('stsz', at + 4)) {
    if (at + SAMPLES_AT + 4 <= file.length) frames = Math.max(frames, file.readUInt32BE(at + SAMPLES_AT))
  }
  return frames
}
