import { disableTypes, imageSize } from 'image-size'
import { LIMITS } from '../../limits'
import { avifFrames, chunkFrames, gifFrames, type Size } from './picture-frames'
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
 * Whether a picture is small enough for the page to decode, told by its headers before anything is decoded: a few hundred
 * bytes can declare gigabytes, and some megabytes a million frames. False too when the header tells no size.
 */
export function mayBeDecoded(bytes: Uint8Array): boolean {
  try {
    const frames = framesOf(bytes)
    return (
      frames.count <= LIMITS.pictureFrames &&
      [imageSize(bytes), ...frames.sizes].every(
        ({ width, height }) => width > 0 && height > 0 && width * height <= LIMITS.picturePixels,
      )
    )
  } catch {
    // Whatever the library or a view on the bytes throws of a header means that it tells no size.
    return false
  }
}

/** How many frames a picture has beside its first, and the sizes of those that tell one of their own. */
function framesOf(bytes: Uint8Array): { readonly count: number; readonly sizes: readonly Size[] } {
  switch (mediaTypeOfPicture(bytes)) {
    case 'image/gif': {
      const sizes = gifFrames(bytes)
      return { count: sizes.length, sizes }
    }
    case 'image/png':
      return { count: chunkFrames(bytes, 'png'), sizes: [] }
    case 'image/webp':
      return { count: chunkFrames(bytes, 'webp'), sizes: [] }
    case 'image/avif':
      return { count: avifFrames(bytes), sizes: [] }
    default:
      return { count: 0, sizes: [] }
  }
}
