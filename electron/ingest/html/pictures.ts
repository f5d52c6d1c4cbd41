import type { PictureFile, ReadPicture } from '#domain/article/capture'
import { LIMITS } from '../limits'
import type { PageContext } from './context'
import type { HtmlElement } from './document'
import { mayBeDecoded } from './pictures/picture-size'
import { mediaTypeOfPicture } from './pictures/picture-types'
import { absoluteUrl } from './urls'

/** Smaller than this on either side (CSS pixels) is an icon, a spacer or a counter. */
const LEAST_SIDE = 50
/** A placeholder that a script would have replaced: a few hundred bytes hold no picture worth seeing. */
const LEAST_BYTES = 400

export type FoundPicture = {
  readonly alt: string | null
  readonly src: string | null
  readonly file: Omit<PictureFile, 'picture'> | null
}

/** What an `img` shows, or null when it is decoration. */
export function pictureOf(
  img: HtmlElement,
  base: string | null,
  resource: PageContext['resource'],
): FoundPicture | null {
  if (tooSmall(img)) return null
  const alt = (img.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim() || null
  const addresses = addressesOf(img)
  const embedded = addresses.find((address) => address.startsWith('data:'))
  const absolute = addresses.flatMap((address) => absoluteUrl(address, base) ?? [])
  const file =
    (embedded === undefined ? null : pictureFile(embedded)) ??
    cameAlong([...addresses, ...absolute], resource)
  const src = absolute[0] ?? null
  if (file === null && src === null && !addresses.some((address) => !address.startsWith('data:'))) return null
  return { alt, file, src: src ?? addresses.find((address) => !address.startsWith('data:')) ?? null }
}

/** The emoji that an inline image stands for, or null. */
export function emojiOf(img: HtmlElement): string | null {
  const alt = img.getAttribute('alt') ?? ''
  return alt !== '' &&
    alt.length <= 12 &&
    /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}|\u200D|\uFE0F)+$/u.test(alt)
    ? alt
    : null
}

/** The file of the first address that came with the page and may be shown. */
export function cameAlong(
  addresses: readonly string[],
  resource: PageContext['resource'],
): FoundPicture['file'] {
  for (const address of addresses) {
    const found = resource(address)
    const bytes = found === null ? null : keptOf(found.bytes)
    if (found !== null && bytes !== null) return { mediaType: found.mediaType, bytes }
  }
  return null
}

/** What is kept of files that were asked for before: a page may show one and the same picture fifty thousand times. */
const known = new WeakMap<Uint8Array, Uint8Array | null>()

/** A copy of the file, for a piece of a larger buffer would take the whole of it along to the library; null when it is not shown. */
function keptOf(bytes: Uint8Array): Uint8Array | null {
  const before = known.get(bytes)
  if (before !== undefined) return before
  const kept = isWorthSeeing(bytes) ? new Uint8Array(bytes) : null
  known.set(bytes, kept)
  return kept
}

function isWorthSeeing(bytes: Uint8Array): boolean {
  return bytes.length >= LEAST_BYTES && bytes.length <= LIMITS.pictureFile && mayBeDecoded(bytes)
}

function addressesOf(img: HtmlElement): string[] {
  const srcset = img.getAttribute('data-srcset') ?? img.getAttribute('srcset')
  const widest = srcset === null ? null : widestOf(srcset)
  const given = ['src', 'data-src', 'data-original', 'data-lazy-src', 'data-hi-res-src'].map((name) =>
    img.getAttribute(name),
  )
  return [...given, widest].flatMap((address) => (address?.trim() ? [address.trim()] : []))
}

function widestOf(srcset: string): string | null {
  const candidates = srcset.split(/,\s+/).map((candidate) => candidate.trim().split(/\s+/))
  const size = (descriptor = '1x') => Number.parseFloat(descriptor) || 1
  const widest = candidates.sort((a, b) => size(b[1]) - size(a[1]))[0]?.[0]
  return widest || null
}

function tooSmall(img: HtmlElement): boolean {
  return ['width', 'height'].some((side) => {
    const pixels = /^\s*(\d+)(?:px)?\s*$/.exec(img.getAttribute(side) ?? '')?.[1]
    return pixels !== undefined && Number(pixels) > 0 && Number(pixels) < LEAST_SIDE
  })
}

/**
 * The file inside a `data:` address, when it is one of the formats that may be shown and within the limits. What it is
 * is told by its bytes: the address may say anything.
 */
export function pictureFile(address: string): Omit<PictureFile, 'picture'> | null {
  const comma = address.indexOf(',')
  if (comma < 0 || address.length > LIMITS.pictureFile * 1.4) return null
  const isBase64 = /;\s*base64\s*$/i.test(address.slice(0, comma))
  const data = address.slice(comma + 1)
  const bytes = new Uint8Array(
    isBase64 ? Buffer.from(data, 'base64') : Buffer.from(percentDecoded(data), 'latin1'),
  )
  const mediaType = mediaTypeOfPicture(bytes)
  return mediaType !== null && isWorthSeeing(bytes) ? { mediaType, bytes } : null
}

function percentDecoded(data: string): string {
  return data.replace(/%([\da-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Collects a page's pictures in order, once each, within the limit of bytes for one capture. */
export class PictureList {
  readonly pictures: ReadPicture[] = []
  readonly files: PictureFile[] = []
  #bytes = 0

  /** Index of the picture. */
  add(found: FoundPicture): number {
    const picture = this.pictures.length
    this.pictures.push({ alt: found.alt, src: found.src, captionRange: null })
    if (found.file !== null && this.#bytes + found.file.bytes.length <= LIMITS.pictureFiles) {
      this.#bytes += found.file.bytes.length
      this.files.push({ ...found.file, picture })
    }
    return picture
  }

  caption(picture: number, captionRange: ReadPicture['captionRange']): void {
    const known = this.pictures[picture]
    if (known) this.pictures[picture] = { ...known, captionRange }
  }
}
