import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { BackupProgress, RestoreReport } from '#contract/backups'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { readMember } from '../../disk/archive'
import { writeFailure } from '../../disk/disk-failure'
import { PRIVATE_FILE } from '../../disk/whole-file'
import { failureOf } from '../../store/database'
import type { Inventory } from '../../store/tables/inventory'
import { DATABASE_FILE } from '../../vault/header-files'
import { openVault } from '../../vault/open-vault'
import type { OpenVault } from '../../vault/opened-vault'
import { makePlace, moveInPlace, removePlace, somethingIsThere } from '../../vault/vault-place'
import { appendEntry } from '../journal'
import { openLibrary } from '../library'
import { checkCopy } from './check-copy'
import { type Backup, readBackup, VAULT_FILES } from './format'

export type ToRestore = {
  /** The backup's path. */
  readonly file: string
  /** Folder of the new vault: nothing, or an empty folder, may be there. */
  readonly folder: string
  /** That of the time when the backup was made. */
  readonly passphrase: string
}

export type RestoreOptions = {
  readonly signal: AbortSignal
  readonly onProgress: (progress: BackupProgress) => void
}

/**
 * Makes a new vault of a backup. It is unpacked into a temporary folder beside its place, unlocked, checked as a backup is,
 * opened once, and only then given its place: what fails, or is cancelled, leaves nothing behind.
 *
 * Failures: `vault-exists`, `vault-not-writable`, `backup-damaged`, `backup-not-a-backup`, `wrong-passphrase`, `disk-full`,
 * `cancelled`, and those of reading a file and opening a vault.
 */
export function restoreBackup(request: ToRestore, options: RestoreOptions): Promise<Result<RestoreReport>> {
  return restoring(request, options, async (vault, part) => {
    const opened = await openOnce(vault)
    vault.close()
    return opened.ok ? moveInPlace(part, resolve(request.folder)) : opened
  })
}

/** The same up to the last step, which is left out: everything is checked, and nothing is kept. */
export function rehearseRestore(request: ToRestore, options: RestoreOptions): Promise<Result<RestoreReport>> {
  return restoring(request, options, async () => ok(undefined))
}

/** What is done with the unpacked and checked vault in the temporary folder `part`. */
type Finish = (vault: OpenVault, part: string) => Promise<Result<void>>

async function restoring(
  request: ToRestore,
  options: RestoreOptions,
  finish: Finish,
): Promise<Result<RestoreReport>> {
  const folder = resolve(request.folder)
  const backup = await readBackup(request.file)
  if (!backup.ok) return backup
  const taken = await somethingIsThere(folder)
  if (!taken.ok) return taken
  if (taken.value) return failed(failure('vault-exists', { file: basename(folder) }))
  const place = await makePlace(folder)
  if (!place.ok) return place
  const { part } = place.value
  try {
    await unpack(backup.value, part, options)
    const finished = await withVault(part, request.passphrase, async (vault) => {
      const checked = await check(backup.value, vault, options)
      if (!checked.ok) return checked
      options.signal.throwIfAborted()
      const last = await finish(vault, part)
      return last.ok ? checked : last
    })
    return finished.ok ? ok(reportOf(backup.value, finished.value)) : finished
  } catch (error) {
    if (options.signal.aborted) return failed(failure('cancelled'))
    if (error instanceof DamagedBackup) return failed(damagedAs(backup.value, DATABASE_FILE))
    return failed(failureOf(error) ?? writeFailure(error, 'vault-not-writable'))
  } finally {
    // After a restoring the folder has moved away, and the parents that were made for it are not empty.
    await removePlace(place.value, folder)
  }
}

async function withVault<T>(
  folder: string,
  passphrase: string,
  use: (vault: OpenVault) => Promise<Result<T>>,
): Promise<Result<T>> {
  const vault = await openVault({ folder, passphrase })
  if (!vault.ok) return vault
  try {
    return await use(vault.value)
  } finally {
    vault.value.close()
  }
}

/** Thrown where the bytes read are not those that were packed. */
class DamagedBackup extends Error {}

async function unpack(backup: Backup, part: string, { signal, onProgress }: RestoreOptions): Promise<void> {
  const total = VAULT_FILES.reduce((sum, name) => sum + backup.members[name].size, 0)
  let done = 0
  for (const name of VAULT_FILES) {
    const hash = createHash('sha256')
    const file = await open(join(part, name), 'wx', PRIVATE_FILE)
    try {
      for await (const piece of readMember(backup.path, backup.members[name])) {
        signal.throwIfAborted()
        hash.update(piece)
        await file.writeFile(piece)
        done += piece.length
        onProgress({ step: 'unpacking', done, total })
      }
      await file.sync()
    } finally {
      await file.close()
    }
    if (name === DATABASE_FILE && hash.digest('hex') !== backup.databaseSha256) throw new DamagedBackup()
  }
}

async function check(backup: Backup, vault: OpenVault, options: RestoreOptions): Promise<Result<Inventory>> {
  const { signal, onProgress } = options
  const copy = { path: vault.databasePath, databaseKey: vault.databaseKey, journalKey: vault.journalKey }
  const onChecked = (done: number, total: number) => onProgress({ step: 'checking', done, total })
  const checked = await checkCopy(copy, { signal, onChecked })
  if (checked.ok || checked.failure.code !== 'vault-damaged') return checked
  return failed(damagedAs(backup, String(checked.failure.detail?.what ?? DATABASE_FILE)))
}

function damagedAs(backup: Backup, what: string) {
  return failure('backup-damaged', { file: basename(backup.path), what })
}

/** Brings an older library up to date, and says in its journal that it was restored. */
async function openOnce(vault: OpenVault): Promise<Result<void>> {
  const library = await openLibrary({ vault })
  if (!library.ok) return library
  try {
    appendEntry(library.value, { kind: 'restored' })
    return ok(undefined)
  } finally {
    library.value.close()
  }
}

function reportOf(backup: Backup, { articles, captures, notes }: Inventory): RestoreReport {
  return { name: backup.header.name, madeAt: backup.madeAt, articles, captures, notes }
}
