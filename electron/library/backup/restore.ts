import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { BackupProgress, RestoreReport } from '#contract/backups'
import type { Secret } from '#contract/secrets'
import type { VerifyProgress } from '#contract/verifying'
import { type Failure, failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { readMember } from '../../disk/archive'
import { writeFailure } from '../../disk/disk-failure'
import { PRIVATE_FILE } from '../../disk/whole-file'
import { failureOf } from '../../store/database'
import { DATABASE_FILE } from '../../vault/header-files'
import { openVault } from '../../vault/open-vault'
import type { OpenVault } from '../../vault/opened-vault'
import { makePlace, moveInPlace, removePlace, somethingIsThere } from '../../vault/vault-place'
import { appendEntry } from '../journal'
import { openLibrary } from '../library'
import { verifyLibrary } from '../verifying'
import { soundOnly } from './check-copy'
import { type Backup, readBackup, VAULT_FILES } from './format'

/** What to restore, and a passphrase or recovery code of the time when the backup was made. */
export type ToRestore = {
  /** The backup's path. */
  readonly file: string
  /** Folder of the new vault: nothing, or an empty folder, may be there. */
  readonly folder: string
} & Secret

export type RestoreOptions = {
  readonly signal: AbortSignal
  readonly onProgress: (progress: BackupProgress) => void
}

/**
 * Makes a new vault of a backup. It is unpacked into a temporary folder beside its place, unlocked, checked as a backup is,
 * opened once, and only then given its place: what fails, or is cancelled, leaves nothing behind.
 *
 * Failures: `vault-exists`, `vault-not-writable`, `backup-damaged`, `backup-not-a-backup`, `wrong-passphrase`, `wrong-recovery-code`, `disk-full`,
 * `cancelled`, and those of reading a file and opening a vault.
 */
export function restoreBackup(request: ToRestore, options: RestoreOptions): Promise<Result<RestoreReport>> {
  return restoring(request, options, (part) => moveInPlace(part, resolve(request.folder)))
}

/** The same up to the last step, which is left out: everything is checked, and nothing is kept. */
export function rehearseRestore(request: ToRestore, options: RestoreOptions): Promise<Result<RestoreReport>> {
  return restoring(request, options, async () => ok(undefined))
}

async function restoring(
  request: ToRestore,
  options: RestoreOptions,
  finish: (part: string) => Promise<Result<void>>,
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
    const opened = await openVault({ ...request, folder: part })
    if (!opened.ok) return opened
    const checked = await check(backup.value, opened.value, options)
    opened.value.close()
    if (!checked.ok) return checked
    options.signal.throwIfAborted()
    const finished = await finish(part)
    return finished.ok ? checked : finished
  } catch (error) {
    if (options.signal.aborted) return failed(failure('cancelled'))
    if (error instanceof DamagedBackup) return failed(damagedAs(backup.value, DATABASE_FILE))
    return failed(failureOf(error) ?? writeFailure(error, 'vault-not-writable'))
  } finally {
    // After a restoring the folder has moved away, and the parents that were made for it are not empty.
    await removePlace(place.value, folder)
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

/** Opens the library, which brings an older one up to date, verifies it, and notes in its journal that it was restored. */
async function check(
  backup: Backup,
  vault: OpenVault,
  { signal, onProgress }: RestoreOptions,
): Promise<Result<RestoreReport>> {
  const library = await openLibrary({ vault })
  if (!library.ok) return failed(asDamageOf(backup, library.failure))
  try {
    const onChecked = ({ done, total }: VerifyProgress) => onProgress({ step: 'checking', done, total })
    const options = { signal, onProgress: onChecked }
    const verified = soundOnly(await verifyLibrary(library.value, vault.header, options))
    if (!verified.ok) return failed(asDamageOf(backup, verified.failure))
    appendEntry(library.value, { kind: 'restored' })
    const { articles, captures, notes } = verified.value
    return ok({ name: backup.header.name, madeAt: backup.madeAt, articles, captures, notes })
  } finally {
    library.value.close()
  }
}

/** What is damaged is the backup, and not a library that anybody has. */
function asDamageOf(backup: Backup, told: Failure): Failure {
  const damaged = told.code === 'vault-damaged' || told.code === 'vault-changes-missing'
  return damaged ? damagedAs(backup, String(told.detail?.what ?? DATABASE_FILE)) : told
}

function damagedAs(backup: Backup, what: string): Failure {
  return failure('backup-damaged', { file: basename(backup.path), what })
}
