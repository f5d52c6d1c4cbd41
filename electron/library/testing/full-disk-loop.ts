import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { smallDisk } from '../../disk/testing/small-disk'
import { changePassphrase } from '../../vault/change-passphrase'
import { DATABASE_FILE } from '../../vault/header-files'
import { openVault } from '../../vault/open-vault'
import { backUp } from '../backup/back-up'
import { readBackup } from '../backup/format'
import {
  fillLibrary,
  PASSPHRASE,
  type TemporaryVault,
  temporaryVault,
} from '../backup/testing/temporary-vault'
import { importPaths } from '../importing'
import { openLibrary } from '../library'
import { libraryMethods } from '../methods'
import { verifyLibrary } from '../verifying'
import { plainDraftParser } from './plain-drafts'

const quiet = { signal: new AbortController().signal, onProgress: () => undefined }

/** The disk, and how much of it is free at most when the work begins: bytes. */
const DISK_KIBIBYTES = 32 * 1024
const MOST_FREE = 1_500_000
const NEXT_PASSPHRASE = 'gravel-tundra-violin-pepper-dusk'

export const FULL_DISK_WORKS = ['import', 'annotate', 'back-up', 'passphrase'] as const
export type FullDiskWork = (typeof FULL_DISK_WORKS)[number]

/** What a loop has seen. `full`: runs that met the end of the disk. */
export type FullDiskTally = {
  runs: number
  full: number
  acknowledged: number
  lost: string[]
  /** Other answers than done and `disk-full`, and what was wrong afterwards. */
  wrong: string[]
}

/** What a run was told. */
type Told = { readonly captures: string[]; readonly notes: string[]; readonly codes: Set<string> }

/**
 * Works on a vault on a disk that has a random rest of room, until it is done or the disk is full; then makes room, opens the
 * vault and looks for everything that was acknowledged. False where no small disk can be had.
 */
export async function fillDisk(tally: FullDiskTally, work: FullDiskWork): Promise<boolean> {
  const disk = smallDisk(DISK_KIBIBYTES)
  if (disk === null) return false
  tally.runs += 1
  const wrong = (what: string) => tally.wrong.push(`run ${tally.runs}, ${work}: ${what}`)
  try {
    const place = join(disk.folder, 'place')
    mkdirSync(place)
    const temporary = await temporaryVault(place)
    await fillLibrary(temporary, place, 3)
    const kept = join(place, 'kept.colophon-backup')
    const before = await backUp(temporary, kept, quiet)
    if (!before.ok) throw new Error(before.failure.code)
    const ballast = join(disk.folder, 'ballast')
    const incoming = freshFiles(place)
    leaveFree(ballast, disk.folder, Math.random() * MOST_FREE)

    const told = await workOn(temporary, work, { incoming, kept })
    temporary.library.close()
    if (told.codes.has('disk-full')) tally.full += 1
    for (const code of told.codes) if (code !== 'disk-full') wrong(code)
    tally.acknowledged += told.captures.length + told.notes.length
    rmSync(ballast)
    await checkAfter(temporary, told, { tally, wrong, kept })
  } finally {
    disk.remove()
  }
  return true
}

/** Fills the disk until only `free` bytes are left. */
function leaveFree(ballast: string, folder: string, free: number): void {
  const { bavail, bsize } = statfsSync(folder)
  writeFileSync(ballast, Buffer.alloc(Math.max(0, Math.floor(bavail * bsize - free))))
}

function freshFiles(place: string): string {
  const folder = join(place, 'tides')
  mkdirSync(folder)
  for (let number = 1; number <= 60; number += 1) {
    const line = `Tide ${number} came ${Math.random()} late, said the pilot. `
    writeFileSync(join(folder, `tide-${number}.txt`), line.repeat(120))
  }
  return folder
}

async function workOn(
  temporary: TemporaryVault,
  work: FullDiskWork,
  { incoming, kept }: { incoming: string; kept: string },
): Promise<Told> {
  const told: Told = { captures: [], notes: [], codes: new Set() }
  const { library, folder } = temporary
  switch (work) {
    case 'import':
      await importPaths(library, plainDraftParser, [incoming], {
        onFile: ({ captureId, code }) => {
          if (captureId !== null) told.captures.push(captureId)
          if (code !== null) told.codes.add(code)
        },
      })
      return told
    case 'annotate':
      await annotate(temporary, told)
      return told
    case 'back-up': {
      const made = await backUp(temporary, kept, quiet)
      if (!made.ok) told.codes.add(made.failure.code)
      return told
    }
    case 'passphrase': {
      const change = { folder, passphrase: PASSPHRASE, newPassphrase: NEXT_PASSPHRASE }
      const changed = await changePassphrase(change, 'held')
      if (!changed.ok) told.codes.add(changed.failure.code)
      return told
    }
  }
}

/** Long notes, until the disk is full. */
async function annotate({ library }: TemporaryVault, told: Told): Promise<void> {
  const methods = libraryMethods(library)
  const list = await methods.articles.list({ after: null, limit: 1 })
  const articleId = list.ok ? (list.value.rows[0]?.id ?? '') : ''
  const opened = await methods.articles.open({ articleId, captureId: null })
  if (!opened.ok) throw new Error(opened.failure.code)
  for (let number = 1; number <= 300; number += 1) {
    const markdown = `note ${number} ${'of a long evening at the quay '.repeat(300)}`
    const added = await methods.notes.add({
      captureId: opened.value.capture.id,
      range: [0, 5],
      color: 'yellow',
      style: 'highlight',
      markdown,
      tags: [],
      sourceId: null,
    })
    if (added.ok) told.notes.push(added.value.id)
    else told.codes.add(added.failure.code)
    if (!added.ok) return
  }
}

async function checkAfter(
  { folder, vault, library }: TemporaryVault,
  told: Told,
  { tally, wrong, kept }: { tally: FullDiskTally; wrong: (what: string) => unknown; kept: string },
): Promise<void> {
  const keys = {
    databasePath: join(folder, DATABASE_FILE),
    databaseKey: vault.databaseKey,
    journalKey: library.journalKey,
  }
  const opened = await openLibrary({ vault: { ...keys, name: 'Reports' } })
  if (!opened.ok) return void wrong(`does not open: ${opened.failure.code}`)
  const ids = (sql: string) => new Set(opened.value.db.prepare(sql, { pluck: true }).all<string>())
  const captures = ids('SELECT id FROM capture')
  const notes = ids('SELECT id FROM note')
  for (const id of told.captures) if (!captures.has(id)) tally.lost.push(`run ${tally.runs}: capture`)
  for (const id of told.notes) if (!notes.has(id)) tally.lost.push(`run ${tally.runs}: note`)
  const verified = await verifyLibrary(opened.value, 'whole')
  if (!verified.ok || !verified.value.whole) wrong(JSON.stringify(verified))
  opened.value.close()
  if (!(await readBackup(kept)).ok) tally.lost.push(`run ${tally.runs}: the last good backup`)
  const passphrases = await Promise.all(
    [PASSPHRASE, NEXT_PASSPHRASE].map((passphrase) => openVault({ folder, passphrase })),
  )
  for (const vault of passphrases) if (vault.ok) vault.value.close()
  if (!passphrases.some(({ ok }) => ok)) tally.lost.push(`run ${tally.runs}: passphrase`)
}
