import { open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Failure, failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { systemCode, writeFailure } from '#electron/disk/disk-failure'
import { PRIVATE_FILE, putInPlace, removeLeftovers, writeBeside } from '#electron/disk/whole-file'
import { type Header, type HeaderCopy, parseHeader, renderHeader, VERSION } from './header'

export const HEADER_FILE = 'header.json'
export const SPARE_FILE = 'header.spare.json'
export const DATABASE_FILE = 'library.db'

/** A header with eight slots takes under 5 kB: what is longer than this is not one of ours. */
const HEADER_LIMIT = 64 * 1024

/** The header that counts, and whether both copies hold it. */
export type FoundHeader = { readonly header: Header; readonly whole: boolean }

/**
 * Reads both copies and takes the valid one with the highest generation. Touches nothing.
 *
 * Failures: `vault-not-found`, `vault-not-a-vault`, `vault-header-damaged`, `vault-from-the-future`, `file-unreadable`.
 */
export async function readHeaders(folder: string): Promise<Result<FoundHeader>> {
  const absent = await missingVault(folder)
  if (absent !== null) return failed(absent)
  const main = await readCopy(join(folder, HEADER_FILE))
  if (!main.ok) return main
  const spare = await readCopy(join(folder, SPARE_FILE))
  if (!spare.ok) return spare
  const copies = [main.value, spare.value]

  for (const copy of copies) {
    if (copy.state !== 'from-the-future') continue
    return failed(failure('vault-from-the-future', { found: copy.version, limit: VERSION }))
  }
  const headers = copies.flatMap((copy) => (copy.state === 'valid' ? [copy.header] : []))
  const [first, second] = headers
  if (first === undefined) {
    const none = copies.every((copy) => copy.state === 'missing')
    const isVault = !none || (await exists(join(folder, DATABASE_FILE)))
    return failed(failure(isVault ? 'vault-header-damaged' : 'vault-not-a-vault'))
  }
  if (second === undefined) return ok({ header: first, whole: false })
  const header = second.generation > first.generation ? second : first
  return ok({ header, whole: renderHeader(first) === renderHeader(second) })
}

/**
 * Writes both copies so that at every moment one valid header is in place: both temporary files are on the disk before
 * the first is renamed, the spare follows only when the first is safe.
 *
 * Failures: `disk-full`, `vault-not-writable`; then the old header is in place, unchanged.
 */
export async function writeHeaders(folder: string, header: Header): Promise<Result<void>> {
  const text = Buffer.from(renderHeader(header))
  const written: string[] = []
  try {
    for (const name of [HEADER_FILE, SPARE_FILE]) {
      written.push(await writeBeside(join(folder, name), text, PRIVATE_FILE))
    }
    const [main, spare] = written
    if (main !== undefined) await putInPlace(main, join(folder, HEADER_FILE))
    if (spare !== undefined) await putInPlace(spare, join(folder, SPARE_FILE))
    await removeLeftovers(folder, [HEADER_FILE, SPARE_FILE])
    return ok(undefined)
  } catch (error) {
    for (const temporary of written) await rm(temporary, { force: true })
    return failed(writeFailure(error, 'vault-not-writable'))
  }
}

async function missingVault(folder: string): Promise<Failure | null> {
  try {
    return (await stat(folder)).isDirectory() ? null : failure('vault-not-a-vault')
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return failure('vault-not-found')
    if (code === 'EACCES') return failure('file-unreadable')
    throw error
  }
}

async function readCopy(path: string): Promise<Result<HeaderCopy>> {
  try {
    const file = await open(path, 'r')
    try {
      const buffer = Buffer.alloc(HEADER_LIMIT + 1)
      const { bytesRead } = await file.read(buffer, 0, buffer.length, 0)
      if (bytesRead > HEADER_LIMIT) return ok({ state: 'damaged' })
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
      return ok(parseHeader(text.decode(buffer.subarray(0, bytesRead))))
    } finally {
      await file.close()
    }
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT') return ok({ state: 'missing' })
    if (code === 'EACCES' || code === 'EPERM')
      return failed(failure('file-unreadable', { file: HEADER_FILE }))
    // Not UTF-8, a folder of that name, a sector that cannot be read: this copy is lost, the other may be whole.
    if (error instanceof TypeError || code === 'EISDIR' || code === 'EIO') return ok({ state: 'damaged' })
    throw error
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
