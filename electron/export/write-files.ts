import { createHash } from 'node:crypto'
import { link, lstat, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { systemCode, writeFailure } from '#electron/disk/disk-failure'
import { safeNames } from '#electron/disk/safe-name'
import { syncFolder, writeBeside } from '#electron/disk/whole-file'

/** A rendered file and the article that it is of. `name` is a wish. */
export type FileToWrite = { readonly name: string; readonly articleId: string; readonly text: string }

/** A file as it would be, or was, written: its final name, its size in bytes of UTF-8. */
export type PlannedFile = FileToWrite & { readonly bytes: number }

/** What left the vault: one entry a file (EXPORT.md, Manifest). `sha256` is lower-case hex. */
export type WrittenFile = {
  readonly name: string
  readonly articleId: string
  readonly bytes: number
  readonly sha256: string
}

/** An export is for its owner to pass on; who else may read it is the folder's matter. */
const EXPORTED_FILE = 0o644

/** Exactly what `writeFiles` would write: safe names, none twice. Writes nothing. */
export function planFiles(files: readonly FileToWrite[]): PlannedFile[] {
  const names = safeNames(files.map(({ name }) => name))
  return files.map((file, index) => ({
    ...file,
    name: names[index] ?? file.name,
    bytes: Buffer.byteLength(file.text),
  }))
}

/**
 * Writes all files or none: each to a temporary file in the folder, on the disk, before the first one takes its name.
 * The folder is made when it is missing. `overwrite` allows replacing files; never a folder or a link.
 *
 * Failures, each with nothing written: `export-nothing-chosen`, `export-exists` (`file`: the first one that is there),
 * `export-not-writable`, `disk-full`.
 */
export async function writeFiles(request: {
  readonly folder: string
  readonly files: readonly FileToWrite[]
  readonly overwrite: boolean
}): Promise<Result<readonly WrittenFile[]>> {
  const { folder, overwrite } = request
  const planned = planFiles(request.files)
  if (planned.length === 0) return failed(failure('export-nothing-chosen'))
  const made = await makeFolder(folder)
  if (!made.ok) return made
  const temporary: string[] = []
  try {
    const present = await firstPresent(folder, planned, overwrite)
    if (present !== null) return failed(failure('export-exists', { file: present }))
    const written: WrittenFile[] = []
    for (const { name, articleId, text } of planned) {
      const bytes = Buffer.from(text)
      temporary.push(await writeBeside(join(folder, name), bytes, EXPORTED_FILE))
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      written.push({ name, articleId, bytes: bytes.length, sha256 })
    }
    await putAllInPlace(folder, planned, temporary, overwrite)
    return ok(written)
  } catch (error) {
    for (const path of temporary) await rm(path, { force: true })
    if (systemCode(error) === 'EEXIST') return failed(failure('export-exists'))
    return failed(writeFailure(error, 'export-not-writable'))
  }
}

async function makeFolder(folder: string): Promise<Result<void>> {
  try {
    await mkdir(folder, { recursive: true })
    return ok(undefined)
  } catch (error) {
    const isFile = systemCode(error) === 'EEXIST'
    return failed(isFile ? failure('export-not-writable') : writeFailure(error, 'export-not-writable'))
  }
}

/**
 * The first name that must not be used. Looked up by the file system itself, which knows whether it tells capitals
 * apart.
 */
async function firstPresent(
  folder: string,
  files: readonly PlannedFile[],
  overwrite: boolean,
): Promise<string | null> {
  for (const { name } of files) {
    const found = await lstat(join(folder, name)).catch((error: unknown) => {
      if (systemCode(error) === 'ENOENT') return null
      throw error
    })
    if (found !== null && !(overwrite && found.isFile())) return name
  }
  return null
}

/** Gives every file its name. When one cannot have it, those before lose theirs again, and what was replaced returns. */
async function putAllInPlace(
  folder: string,
  files: readonly PlannedFile[],
  temporary: readonly string[],
  overwrite: boolean,
): Promise<void> {
  const undo: (() => Promise<void>)[] = []
  const replaced: string[] = []
  try {
    for (const [index, from] of temporary.entries()) {
      const path = join(folder, files[index]?.name ?? '')
      const aside = `${from}.old`
      if (overwrite && (await moved(path, aside))) {
        undo.push(() => rename(aside, path))
        replaced.push(aside)
      }
      await takeName(from, path)
      undo.push(() => rm(path, { force: true }))
    }
    await syncFolder(folder)
  } catch (error) {
    for (const step of undo.reverse()) await step()
    throw error
  }
  for (const aside of replaced) await rm(aside, { force: true })
}

/** Whether there was a file to move out of the way. */
async function moved(path: string, aside: string): Promise<boolean> {
  try {
    await rename(path, aside)
    return true
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false
    throw error
  }
}

/** A new link fails where a file has appeared meanwhile; a rename would replace it. Not every file system has links. */
async function takeName(from: string, path: string): Promise<void> {
  try {
    await link(from, path)
  } catch (error) {
    if (systemCode(error) === 'EEXIST') throw error
    await rename(from, path)
    return
  }
  await rm(from)
}
