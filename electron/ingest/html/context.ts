import type { Companion } from '../member'
import { mediaTypeOfPicture } from './picture-types'

/** A file that a page refers to and that came with it. */
export type Resource = { readonly mediaType: string; readonly bytes: Uint8Array }

/** What the container of a page knows of it (an archive's record, a message's headers, the folder beside it). */
export type PageContext = {
  /** Absolute http(s) address that the page was saved from; what the page says of itself comes after it. */
  readonly url: string | null
  /** ISO 8601 instant. */
  readonly capturedAt: string | null
  /** Who tells it, for the record: `warc`, `mhtml`, … */
  readonly from: string
  /**
   * The file at an address: as the page writes it, or made absolute; null when it did not come with the page. Nothing is
   * ever fetched.
   */
  readonly resource: (address: string) => Resource | null
}

export const NO_CONTEXT: PageContext = { url: null, capturedAt: null, from: 'html', resource: () => null }

/** A page with the folder that a browser saved beside it: its pictures are found by their relative paths. */
export function folderContext(companions: readonly Companion[] = []): PageContext {
  if (companions.length === 0) return NO_CONTEXT
  const files = new Map(companions.map((companion) => [companion.path, companion.bytes]))
  const resource = (address: string): Resource | null => {
    const bytes = files.get(relativePath(address))
    const mediaType = bytes === undefined ? null : mediaTypeOfPicture(bytes)
    return bytes === undefined || mediaType === null ? null : { mediaType, bytes }
  }
  return { ...NO_CONTEXT, resource }
}

function relativePath(address: string): string {
  const path = address.replace(/[?#].*$/s, '').replace(/^(?:\.\/)+/, '')
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
