import { mkdir, mkdtemp, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { systemCode, writeFailure } from '#electron/disk/disk-failure'
import { syncFolder } from '#electron/disk/whole-file'

/*
 * A vault comes to be as a whole, whether it is created or restored: it is built in a temporary folder beside its place
 * and renamed when it is complete, so a half-made one is never seen.
 */

/** The temporary folder, and the topmost parent folder that had to be made for it. */
export type Place = { readonly part: string; readonly made: string | undefined }

/**
 * Makes a temporary folder beside the place of a vault, and the parents that are missing.
 *
 * Failures: `vault-not-writable`, `disk-full`.
 */
export async function makePlace(folder: string): Promise<Result<Place>> {
  try {
    const made = await mkdir(dirname(folder), { recursive: true })
    const part = await mkdtemp(`${folder}.part-`)
    return ok({ part, made })
  } catch (error) {
    return failed(writeFailure(error, 'vault-not-writable'))
  }
}

/** Takes back what `makePlace` made. Parents go only while they are empty: somebody else may use them by now. */
export async function removePlace({ part, made }: Place, folder: string): Promise<void> {
  await rm(part, { recursive: true, force: true })
  if (made === undefined) return
  for (let parent = dirname(folder); parent.startsWith(made); parent = dirname(parent)) {
    const removed = await rmdir(parent).then(
      () => true,
      () => false,
    )
    if (!removed || parent === made) return
  }
}

/**
 * Gives the filled folder its place, where nothing or an empty folder may be, and waits until the disk knows it.
 *
 * Failures: `vault-exists`, `vault-not-writable`, `disk-full`.
 */
export async function moveInPlace(part: string, folder: string): Promise<Result<void>> {
  try {
    await syncFolder(part)
    // Windows does not rename over a folder, not even an empty one.
    await rmdir(folder).catch(() => undefined)
    await rename(part, folder)
    await syncFolder(dirname(folder))
    return ok(undefined)
  } catch (error) {
    const code = systemCode(error)
    const appeared = code === 'ENOTEMPTY' || code === 'EEXIST'
    return failed(
      appeared
        ? failure('vault-exists', { file: basename(folder) })
        : writeFailure(error, 'vault-not-writable'),
    )
  }
}

/** Whether the folder holds anything, or is a file. An empty folder is as good as none. */
export async function somethingIsThere(folder: string): Promise<Result<boolean>> {
  try {
    return ok((await readdir(folder)).length > 0)
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT') return ok(false)
    if (code === 'ENOTDIR') return ok(true)
    return failed(writeFailure(error, 'vault-not-writable'))
  }
}
