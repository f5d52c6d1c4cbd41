import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rm, stat, statfs } from 'node:fs/promises'
import { basename, dirname, resolve, sep } from 'node:path'
import type { BackupProgress, BackupReport } from '#contract/backups'
import type { VerifyProgress, VerifyReport } from '#contract/verifying'
import { type Failure, failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { archiveSize, type NewMember, readMember, writeArchive } from '../../disk/archive'
import { writeFailure } from '../../disk/disk-failure'
import { asNeedles, plaintextScan } from '../../disk/plaintext-scan'
import { PRIVATE_FILE, removeLeftovers, temporaryBeside } from '../../disk/whole-file'
import { copyDatabase } from '../../store/copying'
import { failureOf } from '../../store/database'
import { type Inventory, inventoryOf, sampleOfWords } from '../../store/tables/inventory'
import { type Header, renderHeader } from '../../vault/header'
import { DATABASE_FILE, HEADER_FILE, readHeaders, SPARE_FILE } from '../../vault/header-files'
import type { Library } from '../library'
import { checkCopy } from './check-copy'
import { MANIFEST_FILE, readBackup, renderManifest } from './format'
import { mayTakeName, takeName } from './generations'
import { rememberBackup } from './last-backup'

/** The opened vault that is backed up. */
export type BackedUp = {
  readonly library: Library
  readonly vault: { readonly folder: string; readonly databaseKey: Uint8Array }
}

export type BackupOptions = {
  readonly signal: AbortSignal
  readonly onProgress: (progress: BackupProgress) => void
}

/** How many titles, file names, notes and beginnings of texts a new backup is searched for. */
const CANARIES = 50

/** Name of the folder inside: the same for every library, so that it tells nothing. */
const VAULT_FOLDER = 'library.colophon'

/** The first bytes of a database that is not encrypted (https://www.sqlite.org/fileformat.html). */
const PLAIN_DATABASE = Buffer.from('SQLite format 3\0')

/**
 * Writes the library into one file, encrypted as it is, under `path`; earlier backups under that name move on to the second
 * and third generation. The file takes its name only when it has been verified: the copy reopened, counted against the
 * library, every original hashed, searched for readable words, and read back from the disk byte for byte. What fails, or is
 * cancelled, leaves everything as it was.
 *
 * Failures: `backup-exists`, `backup-inside-library`, `backup-not-writable`, `backup-not-verified`, `disk-full`,
 * `cancelled`, and those of reading the vault's header.
 */
export async function backUp(
  from: BackedUp,
  path: string,
  options: BackupOptions,
): Promise<Result<BackupReport>> {
  const target = resolve(path)
  const temporary = { copy: temporaryBeside(target), packed: temporaryBeside(target) }
  try {
    const header = await prepare(from, target)
    if (!header.ok) return header
    const copied = await copyAndCheck(from, temporary.copy, options)
    if (!copied.ok) return copied
    const packed = await pack({ header: header.value, ...copied.value, ...temporary }, options)
    if (!packed.ok) return packed
    await rm(temporary.copy)
    options.signal.throwIfAborted()
    const generations = await takeName(temporary.packed, target)
    const { articles, captures, notes } = copied.value.inventory
    const { madeAt, bytes, sha256 } = packed.value
    const file = basename(target)
    remember(from.library, { file, sha256, bytes, madeAt })
    return ok({ file, madeAt, bytes, sha256, articles, captures, notes, generations })
  } catch (error) {
    if (options.signal.aborted) return failed(failure('cancelled'))
    return failed(failureOfPlace(error, basename(target)))
  } finally {
    await rm(temporary.copy, { force: true })
    await rm(temporary.packed, { force: true })
  }
}

/** What cannot be written is the backup; a damaged page is the library's. Throws what is a bug. */
function failureOfPlace(error: unknown, file: string): Failure {
  const told = failureOf(error)
  if (told !== null && told.code !== 'vault-not-writable') return told
  return told === null
    ? writeFailure(error, 'backup-not-writable', { file })
    : failure('backup-not-writable', { file })
}

/** The backup is made whether or not the library's own disk has room for a line about it. */
function remember(library: Library, made: Parameters<typeof rememberBackup>[1]): void {
  try {
    rememberBackup(library, made)
  } catch (error) {
    if (failureOf(error) === null) throw error
  }
}

/** Looks whether the backup may be begun, and returns the header that goes with the database as it is now. */
async function prepare({ vault }: BackedUp, target: string): Promise<Result<Header>> {
  const file = basename(target)
  if (target.startsWith(resolve(vault.folder) + sep)) return failed(failure('backup-inside-library'))
  const headers = await readHeaders(vault.folder)
  if (!headers.ok) return headers
  const { header } = headers.value
  const free = await mayTakeName(target, header.vaultId)
  if (!free.ok) return free
  await removeLeftovers(dirname(target), [file])
  return ok(header)
}

type Copied = { readonly inventory: Inventory; readonly databaseSha256: string; readonly size: number }

/** Copies the database beside the target and proves the copy: what is packed later is these bytes, held by their hash. */
async function copyAndCheck(
  { library, vault }: BackedUp,
  path: string,
  { signal, onProgress }: BackupOptions,
): Promise<Result<Copied>> {
  onProgress({ step: 'copying', done: 0, total: 1 })
  // One moment: nothing can be written between the count and the copy.
  const expected = inventoryOf(library.db)
  const words = sampleOfWords(library.db, CANARIES)
  copyDatabase(library.db, path)
  const recorded = library.journalHead?.recorded() ?? null
  const copy = { path, databaseKey: vault.databaseKey, journalKey: library.journalKey, recorded }
  const onChecked = ({ done, total }: VerifyProgress) => onProgress({ step: 'checking', done, total })
  const checked = await checkCopy(copy, { signal, onProgress: onChecked })
  if (!checked.ok && checked.failure.code === 'cancelled') return checked
  if (!checked.ok) return notVerified(String(checked.failure.detail?.what ?? DATABASE_FILE))
  if (!isAllOf(expected, checked.value)) return notVerified(DATABASE_FILE)

  const { size } = await stat(path)
  const room = await freeBytes(dirname(path))
  if (room < size) return failed(failure('disk-full', { limit: size }))
  const hash = createHash('sha256')
  const scan = plaintextScan([PLAIN_DATABASE, ...asNeedles(words)])
  for await (const piece of createReadStream(path)) {
    signal.throwIfAborted()
    hash.update(piece)
    scan.piece(piece)
  }
  if (scan.found()) return notVerified(DATABASE_FILE)
  return ok({ inventory: expected, databaseSha256: hash.digest('hex'), size })
}

function notVerified(what: string): Result<never> {
  return failed(failure('backup-not-verified', { what }))
}

function isAllOf(expected: Inventory, found: VerifyReport): boolean {
  const { articles, captures, notes, journal } = expected
  const sameWorks = found.articles === articles && found.captures === captures && found.notes === notes
  return sameWorks && found.journal.entries === journal
}

/** Bytes that we may still write where `folder` lies. */
async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

type ToPack = Copied & { readonly header: Header; readonly copy: string; readonly packed: string }
type Packed = { readonly madeAt: string; readonly bytes: number; readonly sha256: string }

/** Packs header and copy into one file, on the disk, and reads all of it back. */
async function pack(parts: ToPack, options: BackupOptions): Promise<Result<Packed>> {
  const { signal, onProgress } = options
  const madeAt = new Date()
  const manifest = { madeAt: madeAt.toISOString(), databaseSha256: parts.databaseSha256 }
  const members = membersOf(parts, renderManifest(manifest))
  const total = archiveSize(members.map((member) => ('bytes' in member ? member.bytes.length : member.size)))
  const file = await open(parts.packed, 'wx', PRIVATE_FILE)
  try {
    const onBytes = (done: number) => onProgress({ step: 'packing', done, total })
    await writeArchive(file, members, { madeAt, signal, onBytes })
  } finally {
    await file.close()
  }
  const backup = await readBackup(parts.packed)
  if (!backup.ok || renderHeader(backup.value.header) !== renderHeader(parts.header)) {
    return notVerified(HEADER_FILE)
  }
  const database = createHash('sha256')
  for await (const piece of readMember(parts.packed, backup.value.members[DATABASE_FILE]))
    database.update(piece)
  if (database.digest('hex') !== parts.databaseSha256) return notVerified(DATABASE_FILE)
  const whole = createHash('sha256')
  let done = 0
  for await (const piece of createReadStream(parts.packed)) {
    signal.throwIfAborted()
    whole.update(piece)
    done += piece.length
    onProgress({ step: 'reading-back', done, total })
  }
  return ok({ madeAt: manifest.madeAt, bytes: total, sha256: whole.digest('hex') })
}

/** The vault's folder as it would stand on the disk, after what says what this file is. */
function membersOf(parts: ToPack, manifest: Buffer): NewMember[] {
  const header = Buffer.from(renderHeader(parts.header))
  return [
    { name: MANIFEST_FILE, bytes: manifest },
    { name: `${VAULT_FOLDER}/${HEADER_FILE}`, bytes: header },
    { name: `${VAULT_FOLDER}/${SPARE_FILE}`, bytes: header },
    { name: `${VAULT_FOLDER}/${DATABASE_FILE}`, path: parts.copy, size: parts.size },
  ]
}
