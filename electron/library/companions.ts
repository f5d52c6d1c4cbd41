import { lstat, readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { mediaTypeOfPicture } from '../ingest/html/pictures/picture-types'
import { LIMITS } from '../ingest/limits'
import type { Beside } from '../ingest/member'

/** Endings of pictures that a page may show: scripts and style sheets of a saved page stay where they are. */
const PICTURE = /\.(?:jpe?g|png|gif|webp|avif|bmp)(?:\.[\w-]{1,12})?$/i
/** Browsers that do not know a picture's type save it without an ending. */
const NO_ENDING = /(?:^|\/)[^./]+$/
/** Where Zotero and Omnivore put what an export brings along, beside its list. */
const EXPORTED = /^(?:files\/\d+\/[^/]|(?:content|highlights)\/[^/]+$)/
/** Signs by which a part of a path may lead elsewhere; a colon names a drive or a stream on Windows only. */
const UNSAFE = process.platform === 'win32' ? /[\\:\0]/ : /[\\\0]/

/** Tells what lies beside a file: what reads files beside it, or undefined where there can be none. */
export type Companions = (path: string) => Promise<Beside | undefined>

/**
 * Looks beside files. What it found in a folder is kept until the next folder: an import goes from one to the next, and a
 * folder may hold thousands.
 */
export function createCompanions(): Companions {
  let last: { readonly folder: string; readonly beside: Promise<Beside | undefined> } | null = null
  return (path) => {
    const folder = dirname(path)
    if (last?.folder !== folder) last = { folder, beside: besideIn(folder) }
    return last.beside
  }
}

async function besideIn(folder: string): Promise<Beside | undefined> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  if (!entries.some((entry) => entry.isDirectory() || PICTURE.test(entry.name))) return undefined
  return async (paths) => {
    const files: (Uint8Array | null)[] = []
    let left: number = LIMITS.input
    for (const path of paths) {
      const bytes = await fileAt(folder, path, left).catch(() => null)
      left -= bytes?.length ?? 0
      files.push(bytes)
    }
    return files
  }
}

/**
 * A file that another may ask for: a picture, or what an export keeps in its folder. The one that asks was written by
 * anybody: no path leads out of the folder, no link is followed, nothing hidden is read, and what is called a picture must
 * be one.
 */
async function fileAt(folder: string, path: string, left: number): Promise<Uint8Array | null> {
  const parts = path.split('/')
  const isExported = EXPORTED.test(path)
  if (!isExported && !PICTURE.test(path) && !NO_ENDING.test(path)) return null
  if (parts.some((part) => part === '' || part.startsWith('.') || UNSAFE.test(part))) return null
  let at = folder
  for (const part of parts.slice(0, -1)) {
    at = join(at, part)
    if (!(await lstat(at)).isDirectory()) return null
  }
  at = join(at, parts.at(-1) ?? '')
  const kind = await lstat(at)
  const most = Math.min(left, isExported ? LIMITS.input : LIMITS.pictureFile)
  if (!kind.isFile() || kind.size === 0 || kind.size > most) return null
  const bytes = await readFile(at)
  return isExported || mediaTypeOfPicture(bytes) !== null ? bytes : null
}
