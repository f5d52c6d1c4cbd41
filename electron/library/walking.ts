import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Failure, failure } from '#domain/failure'
import { isOwnedFolder, NO_ARTICLE, type Placed } from '../ingest/owned-folders'
import { failureOfRead } from './file-failure'

/** A file to import, or a path that leads to none. `path` is as the person gave it, or below a folder so given. */
export type Walked = { readonly path: string; readonly failure: Failure | null }

/** What systems leave in folders. Hidden files are those that begin with a full stop. */
const SYSTEM_FILES = new Set(['thumbs.db', 'ehthumbs.db', 'desktop.ini', '__macosx', '$recycle.bin'])
const SYSTEM_FOLDER = 'system volume information'

/**
 * Lists the files of all paths, folders recursively, in the order given and by name within a folder. Hidden and system
 * files, and those that are never articles (pictures, scripts, sounds), are left out unless a person names them; links to
 * folders are not followed, so that no walk runs in a circle.
 * A path that does not exist, cannot be read or is an empty folder is listed with its failure.
 */
export async function walkPaths(paths: readonly string[], signal?: AbortSignal): Promise<Walked[]> {
  const found: Walked[] = []
  for (const path of paths) {
    if (signal?.aborted) break
    try {
      const kind = await stat(path)
      if (!kind.isDirectory()) found.push({ path, failure: kind.isFile() ? null : notAFile(path) })
      else await walkGivenFolder(path, found, signal)
    } catch (error) {
      found.push({ path, failure: failureOfRead(error, basename(path)) })
    }
  }
  return found
}

async function walkGivenFolder(folder: string, found: Walked[], signal?: AbortSignal): Promise<void> {
  const before = found.length
  await walkFolder(folder, found, signal)
  if (found.length === before && !signal?.aborted) {
    found.push({ path: folder, failure: failure('folder-empty', { file: basename(folder) }) })
  }
}

async function walkFolder(
  folder: string,
  found: Walked[],
  signal?: AbortSignal,
  above?: Placed,
): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  const siblings = new Set(entries.map((entry) => entry.name))
  for (const entry of entries) {
    if (signal?.aborted) return
    if (isOfTheSystem(entry.name)) continue
    const path = join(folder, entry.name)
    if (!entry.isDirectory()) {
      if (!NO_ARTICLE.test(entry.name) && (await isFile(entry, path))) found.push({ path, failure: null })
    } else if (!isOwnedFolder({ name: entry.name, siblings }, above)) {
      await walkFolder(path, found, signal, { name: entry.name, siblings }).catch((error) => {
        found.push({ path, failure: failureOfRead(error, entry.name, true) })
      })
    }
  }
}

function isOfTheSystem(name: string): boolean {
  const lower = name.toLowerCase()
  // `~$name.docx` is the mark of an open office document.
  return lower.startsWith('.') || lower.startsWith('~$') || SYSTEM_FILES.has(lower) || lower === SYSTEM_FOLDER
}

/** Pipes, sockets and devices are no files: reading one may never end. */
async function isFile(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile()
  return await stat(path).then(
    (kind) => kind.isFile(),
    () => false,
  )
}

function notAFile(path: string): Failure {
  return failure('file-unreadable', { file: basename(path) })
}
