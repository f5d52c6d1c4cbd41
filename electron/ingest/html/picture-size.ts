import { disableTypes, imageSize } from 'image-size'
import { LIMITS } from '../limits'
import { mediaTypeOfPicture } from './picture-types'

// Formats of the library that are never shown; among them those whose sizes are found by searching text.
disableTypes([
  'cur',
  'dds',
  'icns',
  'ico',
  'j2c',
  'jp2',
  'jxl',
  'jxl-stream',
  'ktx',
  'pnm',
  'psd',
  'svg',
  'tga',
  'tiff',
])

/**
 * Whether a picture is small enough for the page to decode, told by its header before anything is decoded: a few
 * hundred bytes can declare gigabytes. False too when the header tells no size.
 */
export function mayBeDecoded(bytes: Uint8Array): boolean {
  const sizes = sizesOf(bytes)
  return (
    sizes.length > 0 &&
    sizes.every(({ width, height }) => width > 0 && height > 0 && width * height <= LIMITS.picturePixels)
  )
}

/** Pixels. */
type Size = { readonly width: number; readonly height: number }

function sizesOf(bytes: Uint8Array): Size[] {
  try {
    const { width, height } = imageSize(bytes)
    const frame = mediaTypeOfPicture(bytes) === 'image/gif' ? gifFrame(bytes) : null
    return [{ width, height }, ...(frame ?? [])]
  } catch {
    // Whatever the library throws of a header means that it tells no size.
    return []
  }
}

const GIF_HEADER = 13
const GIF_EXTENSION = 0x21
const GIF_FRAME = 0x2c

/** The first frame of a GIF, which decoders let be larger than the screen that the header declares. */
function gifFrame(bytes: Uint8Array): Size[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const flags = view.getUint8(10)
  let at = GIF_HEADER + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  while (view.getUint8(at) === GIF_EXTENSION) {
    at += 2
    for (let size = view.getUint8(at); size > 0; size = view.getUint8(at)) at += size + 1
    at += 1
  }
  if (view.getUint8(at) !== GIF_FRAME) return null
  const [left, top, width, height] = [1, 3, 5, 7].map((offset) => view.getUint16(at + offset, true))
  return [{ width: (left ?? 0) + (width ?? 0), height: (top ?? 0) + (height ?? 0) }]
}
