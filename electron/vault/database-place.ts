import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '#electron/disk/whole-file'
import type { Header } from './header'
import { DATABASE_FILE } from './header-files'

/** A database under a key that the header may or may not have taken up yet: `library-<id>.db`, and what SQLite lays beside it. */
const INCOMING = /^library-([0-9a-f]{16})\.db(?:-wal|-shm|-journal)?$/

/** Files of SQLite's beside a database; with another database they would be poison. */
const BESIDE = ['-wal', '-shm', '-journal'] as const

/** Where the database of a new vault key is made, until the header names it. */
export function incomingDatabase(folder: string, database: string): string {
  return join(folder, `library-${database}.db`)
}

/** Removes every database that was made for a new vault key; `keep` is one that the header names. */
export async function removeIncoming(folder: string, keep: string | null): Promise<void> {
  for (const name of await readdir(folder)) {
    const id = INCOMING.exec(name)?.[1]
    if (id !== undefined && id !== keep) await rm(join(folder, name), { force: true })
  }
}

/**
 * Puts the database that the header names in its place, if a change of the vault key was interrupted before that, and removes
 * any that it does not name. Call while holding the vault and when both copies of the header are in place: after this
 * the older copy would open nothing.
 *
 * Throws the system's error.
 */
export async function settleDatabase(folder: string, header: Header): Promise<void> {
  const named = header.version === 1 ? null : header.database
  await removeIncoming(folder, named)
  if (named === null || !(await isThere(incomingDatabase(folder, named)))) return
  // The old database's log first: SQLite would play it into the new one.
  for (const ending of BESIDE) await rm(join(folder, DATABASE_FILE + ending), { force: true })
  await syncFolder(folder)
  await rename(incomingDatabase(folder, named), join(folder, DATABASE_FILE))
  await syncFolder(folder)
}

/** Whether a change of the vault key was interrupted after the header took it up. */
export async function isUnsettled(folder: string, header: Header): Promise<boolean> {
  return header.version !== 1 && (await isThere(incomingDatabase(folder, header.database)))
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
