import { lstat, rename } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { BACKUP_ENDING } from '#contract/backups'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { systemCode } from '../../disk/disk-failure'
import { putInPlace } from '../../disk/whole-file'
import { readBackup } from './format'

/** How many backups are kept: the newest under the name that was asked for, the older ones numbered. */
export const GENERATIONS = 3

/** `Reports.colophon-backup`, `Reports.2.colophon-backup`, `Reports.3.colophon-backup`: the newest first. */
export function generationPaths(path: string): string[] {
  const name = basename(path)
  const ending = name.endsWith(BACKUP_ENDING) ? BACKUP_ENDING : ''
  const stem = name.slice(0, name.length - ending.length)
  const older = Array.from({ length: GENERATIONS - 1 }, (_, index) =>
    join(dirname(path), `${stem}.${index + 2}${ending}`),
  )
  return [path, ...older]
}

/**
 * Whether a backup may take this name and the older ones move on: nothing but backups of the same vault stands there.
 *
 * Fails with `backup-exists` (`file`: the first thing that is something else), and leaves all as it is.
 */
export async function mayTakeName(path: string, vaultId: string): Promise<Result<void>> {
  for (const generation of generationPaths(path)) {
    if (!(await isThere(generation))) continue
    const backup = await readBackup(generation)
    const ours = backup.ok
      ? backup.value.header.vaultId === vaultId
      : // A backup that a disk has damaged may go the way of the oldest: nothing can be told of whose it is.
        backup.failure.code === 'backup-damaged'
    if (!ours) return failed(failure('backup-exists', { file: basename(generation) }))
  }
  return ok(undefined)
}

/**
 * Gives a verified backup its name. Those before it move on by one, the oldest first, so that at every moment as many are
 * there as were; only a fourth is replaced. Returns how many there are now. Throws the system's error.
 */
export async function takeName(temporary: string, path: string): Promise<number> {
  const paths = generationPaths(path)
  const present = await Promise.all(paths.map(isThere))
  const free = present.indexOf(false)
  const moving = free === -1 ? paths.length - 1 : free
  for (let index = moving; index > 0; index -= 1) await rename(paths[index - 1] ?? '', paths[index] ?? '')
  await putInPlace(temporary, path)
  const after = await Promise.all(paths.map(isThere))
  return after.filter(Boolean).length
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return false
    throw error
  }
}
