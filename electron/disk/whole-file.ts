import { randomBytes } from 'node:crypto'
import { open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { systemCode } from './disk-failure'

/** Readable and writable by the owner alone. */
export const PRIVATE_FILE = 0o600

const TEMPORARY = /^\.(.+)\.[0-9a-f]{16}\.part$/

/** A fresh name for a temporary file beside `path`, which `removeLeftovers` knows. */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(8).toString('hex')}.part`)
}

/**
 * Writes `bytes` to a new temporary file beside `path` and waits until they are on the disk.
 *
 * Returns the temporary file's path; nothing is left behind when it throws. Throws the system's error.
 */
export async function writeBeside(path: string, bytes: Uint8Array, mode: number): Promise<string> {
  const temporary = temporaryBeside(path)
  const file = await open(temporary, 'wx', mode)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } catch (error) {
    await file.close()
    await rm(temporary, { force: true })
    throw error
  }
  await file.close()
  return temporary
}

/** Puts a temporary file in its place and waits until the folder knows it. Replaces what was there. */
export async function putInPlace(temporary: string, path: string): Promise<void> {
  await rename(temporary, path)
  await syncFolder(dirname(path))
}

/** Waits until the folder's list of names is on the disk. Windows has no such thing and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    const code = systemCode(error)
    const unsupported = code === 'EPERM' || code === 'EISDIR' || code === 'EINVAL' || code === 'EACCES'
    if (!unsupported) throw error
  }
}

/** Removes temporary files that a crash left in `folder` for any of `names`. */
export async function removeLeftovers(folder: string, names: readonly string[]): Promise<void> {
  for (const entry of await readdir(folder)) {
    const name = TEMPORARY.exec(entry)?.[1]
    if (name !== undefined && names.includes(name)) await rm(join(folder, entry), { force: true })
  }
}
