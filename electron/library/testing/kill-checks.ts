import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inventoryOf } from '../../store/tables/inventory'
import { DATABASE_FILE } from '../../vault/header-files'
import { openVault } from '../../vault/open-vault'
import { lockVault } from '../../vault/vault-lock'
import { readBackup } from '../backup/format'
import { generationPaths } from '../backup/generations'
import { type LibraryKeys, openLibrary } from '../library'
import { verifyLibrary } from '../verifying'
import { BACKUP, type Said, type Work } from './worker'

/** How many captures the library of the first version has. */
export const OLD_CAPTURES = 150

/** What a loop of kills has seen. */
export type KillTally = {
  trials: number
  acknowledged: number
  lost: string[]
  /** What else was wrong after a kill: a vault that does not open, damage. */
  wrong: string[]
}

/** A vault that is killed at, and everything that was ever acknowledged about it. */
export type Watched = {
  readonly place: string
  readonly folder: string
  /** Those of now: a renewal changes them. */
  keys: LibraryKeys
  /** Those of the library of the first version, which stay. */
  readonly oldKeys: LibraryKeys
  readonly tally: KillTally
  readonly captures: Set<string>
  readonly notes: Set<string>
  passphrase: string
}

/** After a kill: takes note of what the worker was told, and looks whether all of it, and all from before, is there. */
export async function check(
  watched: Watched,
  work: Work,
  target: string,
  said: readonly Said[],
): Promise<void> {
  const done = told(said, 'done')
  watched.tally.acknowledged += done.length
  if (work === 'import') for (const what of done) watched.captures.add(what)
  if (work === 'annotate') for (const what of done) watched.notes.add(what)
  if (work === 'passphrase') await checkPassphrase(watched, said)
  if (work === 'back-up') await checkBackups(watched, done)
  if (work === 'rotate') await checkRotation(watched, done)
  if (work === 'migrate') await checkOld(watched, target)
  else await checkLibrary(watched)
}

function told(said: readonly Said[], kind: 'trying' | 'done'): string[] {
  return said.flatMap((line) => (line.said === kind ? [line.what] : []))
}

function lost({ tally }: Watched, what: string): void {
  tally.lost.push(`trial ${tally.trials}: ${what}`)
}

function wrong({ tally }: Watched, what: string): void {
  tally.wrong.push(`trial ${tally.trials}: ${what}`)
}

/** The one that was acknowledged last opens, or the one that was under way. */
async function checkPassphrase(watched: Watched, said: readonly Said[]): Promise<void> {
  const last = told(said, 'done').at(-1) ?? watched.passphrase
  for (const passphrase of new Set([last, told(said, 'trying').at(-1) ?? last])) {
    const opened = await openVault({ folder: watched.folder, passphrase })
    if (!opened.ok) continue
    opened.value.close()
    watched.passphrase = passphrase
    return
  }
  lost(watched, 'passphrase')
}

/** The passphrase opens it, with keys at least as new as those that were acknowledged last. */
async function checkRotation(watched: Watched, done: readonly string[]): Promise<void> {
  const { folder, passphrase } = watched
  const opened = await openVault({ folder, passphrase })
  if (!opened.ok) return wrong(watched, opened.failure.code)
  const { databasePath, databaseKey, journalKey, generation } = opened.value
  if (generation < Number(done.at(-1) ?? 0)) lost(watched, `keys of generation ${done.at(-1)}`)
  // Copies: what the vault gave is wiped when it is closed.
  watched.keys = { databasePath, databaseKey: Buffer.from(databaseKey), journalKey: Buffer.from(journalKey) }
  opened.value.close()
}

/** The backup that was acknowledged last is among the generations, and every one of these is whole. */
async function checkBackups(watched: Watched, done: readonly string[]): Promise<void> {
  const present = generationPaths(join(watched.place, BACKUP)).filter((path) => existsSync(path))
  const hashes = present.map((path) => createHash('sha256').update(readFileSync(path)).digest('hex'))
  const last = done.at(-1)
  if (last !== undefined && !hashes.includes(last)) lost(watched, 'backup')
  for (const path of present) if (!(await readBackup(path)).ok) wrong(watched, 'a damaged generation')
}

async function checkLibrary(watched: Watched): Promise<void> {
  const lock = lockVault(watched.folder)
  if (!lock.ok) return wrong(watched, lock.failure.code)
  lock.value.release()
  const opened = await openLibrary({ vault: { ...watched.keys, name: 'Reports' } })
  if (!opened.ok) return wrong(watched, opened.failure.code)
  const { db } = opened.value
  const captures = new Set(db.prepare('SELECT id FROM capture', { pluck: true }).all<string>())
  const notes = new Set(db.prepare('SELECT markdown FROM note', { pluck: true }).all<string>())
  for (const id of watched.captures) if (!captures.has(id)) lost(watched, 'capture')
  for (const note of watched.notes) if (!notes.has(note)) lost(watched, note)
  const verified = await verifyLibrary(opened.value, 'whole')
  if (!verified.ok || !verified.value.whole) wrong(watched, JSON.stringify(verified))
  opened.value.close()
}

async function checkOld(watched: Watched, target: string): Promise<void> {
  const vault = { ...watched.oldKeys, databasePath: join(target, DATABASE_FILE), name: 'Old' }
  const opened = await openLibrary({ vault })
  if (!opened.ok) return wrong(watched, opened.failure.code)
  const { captures } = inventoryOf(opened.value.db)
  if (captures !== OLD_CAPTURES) lost(watched, `${OLD_CAPTURES - captures} old captures`)
  const [problem] = opened.value.db.pragma('integrity_check(1)')
  if (problem?.integrity_check !== 'ok') wrong(watched, 'structure')
  opened.value.close()
}
