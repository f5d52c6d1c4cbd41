import { PAGE_BYTES } from './page-cipher'

/** What a write-ahead log adds to its database file. */
export type LogPages = {
  /** Where the newest committed version of a page lies in the log, in bytes. */
  readonly offsets: ReadonlyMap<number, number>
  /** Pages of the database after the last commit; null when nothing is committed in the log. */
  readonly pageCount: number | null
}

const HEADER_BYTES = 32
const FRAME_HEADER_BYTES = 24
/** The last bit says in which order the words of the checksums are; the rest is the same for all logs. */
const MAGIC = 0x377f0682
const NOTHING: LogPages = { offsets: new Map(), pageCount: null }

/**
 * Reads a log as SQLite's recovery does (https://www.sqlite.org/fileformat2.html#walformat): frames count as long as their
 * salts are the header's and the running checksum holds, up to the last that ends a transaction.
 */
export function readLog(log: Buffer): LogPages {
  if (log.length < HEADER_BYTES) return NOTHING
  const magic = log.readUInt32BE(0)
  if ((magic & ~1) >>> 0 !== MAGIC || log.readUInt32BE(8) !== PAGE_BYTES) return NOTHING
  const big = (magic & 1) === 1
  const header = checksum(log.subarray(0, 24), [0, 0], big)
  if (header[0] !== log.readUInt32BE(24) || header[1] !== log.readUInt32BE(28)) return NOTHING
  const salts = log.subarray(16, 24)
  const offsets = new Map<number, number>()
  let pageCount: number | null = null
  let pending: [number, number][] = []
  let sum = header
  for (let at = HEADER_BYTES; at + FRAME_HEADER_BYTES + PAGE_BYTES <= log.length; ) {
    const content = at + FRAME_HEADER_BYTES
    if (!log.subarray(at + 8, at + 16).equals(salts)) break
    sum = checksum(
      log.subarray(content, content + PAGE_BYTES),
      checksum(log.subarray(at, at + 8), sum, big),
      big,
    )
    if (sum[0] !== log.readUInt32BE(at + 16) || sum[1] !== log.readUInt32BE(at + 20)) break
    pending.push([log.readUInt32BE(at), content])
    const committed = log.readUInt32BE(at + 4)
    if (committed > 0) {
      for (const [page, offset] of pending) offsets.set(page, offset)
      pending = []
      pageCount = committed
    }
    at = content + PAGE_BYTES
  }
  return { offsets, pageCount }
}

type Sum = readonly [number, number]

function checksum(bytes: Buffer, from: Sum, big: boolean): Sum {
  let [first, second] = from
  for (let at = 0; at < bytes.length; at += 8) {
    const one = big ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)
    const two = big ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)
    first = (first + one + second) >>> 0
    second = (second + two + first) >>> 0
  }
  return [first, second]
}
