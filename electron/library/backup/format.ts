import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import type { ChosenBackup } from '#contract/backups'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { type Member, readArchive, readMember } from '../../disk/archive'
import { systemCode } from '../../disk/disk-failure'
import { type Header, parseHeader } from '../../vault/header'
import { DATABASE_FILE, HEADER_FILE, SPARE_FILE } from '../../vault/header-files'

/*
 * A backup is a plain tar archive (docs/technical/durability.md): what it is, then the folder of the vault as it would
 * stand on the disk. Nothing in it is encrypted once more, because nothing in a vault is readable.
 */

/** The member that says what the file is; it comes first. */
export const MANIFEST_FILE = 'backup.json'
const FORMAT = 'colophon-backup'
const VERSION = 1

/** A header has some 5 kB at most, a manifest less: what is longer is not ours. */
const SMALL = 64 * 1024

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  version: z.int().min(1),
  /** ISO 8601, UTC. */
  madeAt: z.iso.datetime(),
  /** Of `library.db` as it lies in the backup: lower-case hex. */
  databaseSha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Manifest = Pick<z.output<typeof manifestSchema>, 'madeAt' | 'databaseSha256'>

export function renderManifest(manifest: Manifest): Buffer {
  return Buffer.from(`${JSON.stringify({ format: FORMAT, version: VERSION, ...manifest }, null, 2)}\n`)
}

/** The vault's files in the order in which they follow the manifest. */
export const VAULT_FILES = [HEADER_FILE, SPARE_FILE, DATABASE_FILE] as const
export type VaultFile = (typeof VAULT_FILES)[number]

/** What a backup says of itself before any passphrase, and where its parts lie. */
export type Backup = Manifest & {
  readonly path: string
  readonly header: Header
  readonly members: Readonly<Record<VaultFile, Member>>
}

/**
 * Reads what lies open in a backup: manifest, header, table of members. Not yet the database, whose bytes are checked when
 * they are read.
 *
 * Failures: `file-not-found`, `file-unreadable`, `backup-not-a-backup`, `backup-damaged`, `vault-from-the-future`.
 */
export async function readBackup(path: string): Promise<Result<Backup>> {
  try {
    return await readParts(path)
  } catch (error) {
    const code = systemCode(error)
    const file = basename(path)
    if (code === 'ENOENT' || code === 'ENOTDIR') return failed(failure('file-not-found', { file }))
    if (code === 'EACCES' || code === 'EPERM') return failed(failure('file-unreadable', { file }))
    if (code === 'EISDIR') return failed(failure('backup-not-a-backup', { file }))
    throw error
  }
}

/** What lies open in a backup, for whoever is about to restore it. Fails as `readBackup`. */
export async function lookAtBackup(path: string): Promise<Result<ChosenBackup>> {
  const backup = await readBackup(path)
  if (!backup.ok) return backup
  const { madeAt, header } = backup.value
  return ok({ file: basename(path), name: header.name, madeAt, bytes: (await stat(path)).size })
}

async function readParts(path: string): Promise<Result<Backup>> {
  const file = basename(path)
  const found = await readArchive(path, 1 + VAULT_FILES.length)
  if (found === null) {
    const begun = await beginsAsBackup(path)
    return failed(failure(begun ? 'backup-damaged' : 'backup-not-a-backup', { file }))
  }
  const [first, ...rest] = found
  if (first?.name !== MANIFEST_FILE) return failed(failure('backup-not-a-backup', { file }))
  const manifest = manifestSchema.safeParse(await readJson(path, first))
  if (!manifest.success) return failed(failure('backup-damaged', { file, what: MANIFEST_FILE }))
  if (manifest.data.version > VERSION) {
    return failed(failure('vault-from-the-future', { found: manifest.data.version, limit: VERSION }))
  }
  const members = membersOf(rest)
  if (members === null) return failed(failure('backup-damaged', { file }))
  const copies = [await readSmall(path, members[HEADER_FILE]), await readSmall(path, members[SPARE_FILE])]
  const header = headerOf(copies, file)
  if (!header.ok) return header
  const { madeAt, databaseSha256 } = manifest.data
  return ok({ path, madeAt, databaseSha256, header: header.value, members })
}

/** One whole copy of the header is enough, as in a vault; a backup's two copies never differ while both are whole. */
function headerOf(copies: readonly (string | null)[], file: string): Result<Header> {
  const parsed = copies.map((text) => parseHeader(text ?? ''))
  for (const copy of parsed) {
    if (copy.state === 'valid') return ok(copy.header)
    if (copy.state === 'from-the-future')
      return failed(failure('vault-from-the-future', { found: copy.version }))
  }
  return failed(failure('backup-damaged', { file, what: HEADER_FILE }))
}

/** The vault's files out of a folder of any name; null when one is missing, or there is anything else. */
function membersOf(found: readonly Member[]): Backup['members'] | null {
  const [header, spare, database] = VAULT_FILES.map((name) =>
    found.find((member) => member.name.split('/').at(-1) === name),
  )
  if (found.length !== VAULT_FILES.length || !header || !spare || !database) return null
  return { [HEADER_FILE]: header, [SPARE_FILE]: spare, [DATABASE_FILE]: database }
}

/** A file that is cut off has its beginning still. */
async function beginsAsBackup(path: string): Promise<boolean> {
  const name = await readSmall(path, { name: '', offset: 0, size: MANIFEST_FILE.length })
  return name === MANIFEST_FILE
}

async function readJson(path: string, member: Member): Promise<unknown> {
  try {
    return JSON.parse((await readSmall(path, member)) ?? '')
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

async function readSmall(path: string, member: Member): Promise<string | null> {
  if (member.size > SMALL) return null
  const pieces: Buffer[] = []
  for await (const piece of readMember(path, member)) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}
