import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import type { InflationBudget } from '../inflation'
import { LIMITS } from '../limits'

/** A ZIP file's directory: names as they stand in it, in order, without folders. */
export type Zip = {
  readonly names: readonly string[]
  /**
   * The bytes of a file in it. Fails with `file-not-found` when there is none of this name, `file-over-limits`, `file-encrypted` or
   * `file-damaged`.
   */
  readonly read: (name: string) => Promise<Result<Uint8Array>>
}

/**
 * Opens a ZIP within the budget. Nothing is unpacked yet: what its directory says it would grow to is looked at first, and
 * the library holds each file to what the directory says. Names that lead out of the archive, and are therefore an
 * attack or damage, refuse all of it.
 *
 * Fails with `file-over-limits` or `file-damaged`.
 */
export async function openZip(
  bytes: Uint8Array,
  fileName: string,
  budget: InflationBudget,
): Promise<Result<Zip>> {
  const directory = await entriesOf(bytes)
  if (directory === null) return failed(failure('file-damaged', { file: fileName }))
  const { zip, entries } = directory
  const files = entries.filter((entry) => !entry.fileName.endsWith('/') && !isLink(entry))
  const grown = files.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  const most = Math.min(
    LIMITS.totalInflated,
    Math.max(LIMITS.inflationRatioFrom, bytes.length * LIMITS.inflationRatio),
  )
  if (entries.length > LIMITS.zipEntries || grown > most) {
    return failed(failure('file-over-limits', { file: fileName }))
  }
  const byName = new Map(files.map((entry) => [entry.fileName, entry]))
  return ok({
    names: [...byName.keys()],
    read: async (name) => {
      const entry = byName.get(name)
      if (entry === undefined) return failed(failure('file-not-found', { file: name }))
      return readEntry(zip, entry, fileName, budget)
    },
  })
}

type Directory = { readonly zip: ZipFile; readonly entries: readonly Entry[] }

function entriesOf(bytes: Uint8Array): Promise<Directory | null> {
  return new Promise((resolve) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true, autoClose: false }, (problem, zip) => {
      if (problem || zip === undefined) {
        resolve(null)
        return
      }
      const entries: Entry[] = []
      zip.on('error', () => resolve(null))
      zip.on('end', () => resolve({ zip, entries }))
      zip.on('entry', (entry: Entry) => {
        entries.push(entry)
        // Counted as they come: the directory itself may be endless.
        if (entries.length > LIMITS.zipEntries) resolve({ zip, entries })
        else zip.readEntry()
      })
      zip.readEntry()
    })
  })
}

/** Unix file type, in the upper half of the attributes of systems that have it. */
const FILE_TYPE = 0o170000
const LINK = 0o120000

/** A link holds the path that it leads to, and no article. */
function isLink(entry: Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & FILE_TYPE) === LINK
}

/** Bit 0 of a file's flags: its bytes are encrypted. */
const ENCRYPTED = 1

function readEntry(
  zip: ZipFile,
  entry: Entry,
  fileName: string,
  budget: InflationBudget,
): Promise<Result<Uint8Array>> {
  const refused = (code: 'file-encrypted' | 'file-over-limits' | 'file-damaged') =>
    failed(failure(code, { file: fileName }))
  if (entry.generalPurposeBitFlag & ENCRYPTED) return Promise.resolve(refused('file-encrypted'))
  if (!budget.spend(entry.uncompressedSize)) return Promise.resolve(refused('file-over-limits'))
  return new Promise((resolve) => {
    zip.openReadStream(entry, (problem, stream) => {
      if (problem || stream === undefined) {
        resolve(refused('file-damaged'))
        return
      }
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('error', () => resolve(refused('file-damaged')))
      stream.on('end', () => resolve(ok(Buffer.concat(chunks))))
    })
  })
}
