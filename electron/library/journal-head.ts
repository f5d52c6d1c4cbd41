import { createHmac, timingSafeEqual } from 'node:crypto'
import { closeSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PRIVATE_FILE } from '../disk/whole-file'

/** The file beside the database that remembers how far the journal had come. */
export const HEAD_FILE = 'journal.head'

/** How many lines the journal has, and the hash of the last one (lower-case hex). */
export type JournalEnd = { readonly entries: number; readonly hash: string }

/**
 * A record of the journal's end, kept outside the database: a write-ahead log that is cut short is, to SQLite, a log that
 * was never longer, and what was acknowledged would be gone without a word.
 *
 * Two places in one file take turns, each a MAC under the journal key, so that a write which a crash cuts in two leaves the
 * one before. It follows a commit and never leads it: what it names is on the disk.
 */
export type JournalHead = {
  /** The furthest end that is recorded; null when there is none that this key made. */
  readonly recorded: () => JournalEnd | null
  readonly isOpen: () => boolean
  readonly record: (end: JournalEnd) => void
  /** Waits until the record is on the disk. May be called twice. */
  readonly close: () => void
}

const HASH_BYTES = 32
const COUNT_BYTES = 8
const PLACE_BYTES = HASH_BYTES + COUNT_BYTES + HASH_BYTES
/** The places lie in sectors of their own. */
const PLACES = [0, 4096] as const
const FILE_BYTES = PLACES[1] + PLACE_BYTES

/** Opens the record beside the database, or begins one; null where no such file can be made, which loses nothing. */
export function openJournalHead(databasePath: string, journalKey: Uint8Array): JournalHead | null {
  const file = openPrivate(join(dirname(databasePath), HEAD_FILE))
  if (file === null) return null
  let open = true
  return {
    isOpen: () => open,
    recorded: () => furthest(PLACES.map((place) => readPlace(file, place, journalKey))),
    record: (end) => {
      if (open) writeOver(file, end, journalKey)
    },
    close: () => {
      if (!open) return
      open = false
      fsyncQuietly(file)
      closeSync(file)
    },
  }
}

/** What is recorded beside a database, without opening it for writing. Null as above, or without a file. */
export function readJournalHead(databasePath: string, journalKey: Uint8Array): JournalEnd | null {
  let file: number
  try {
    file = openSync(join(dirname(databasePath), HEAD_FILE), 'r')
  } catch {
    return null
  }
  try {
    return furthest(PLACES.map((place) => readPlace(file, place, journalKey)))
  } finally {
    closeSync(file)
  }
}

function openPrivate(path: string): number | null {
  for (const flags of ['r+', 'wx+']) {
    try {
      const file = openSync(path, flags, PRIVATE_FILE)
      // Its full length from the start: later records need no room on a full disk.
      if (flags === 'wx+') ftruncateSync(file, FILE_BYTES)
      return file
    } catch {
      // Not there: it is made. Not to be made either: the library opens without it.
    }
  }
  return null
}

/** Writes in the place of the lesser record. A disk that refuses leaves the record behind the journal, which is allowed. */
function writeOver(file: number, end: JournalEnd, key: Uint8Array): void {
  const [first, second] = PLACES.map((place) => readPlace(file, place, key)?.entries ?? -1)
  const place = (first ?? 0) <= (second ?? 0) ? PLACES[0] : PLACES[1]
  try {
    writeSync(file, rendered(end, key), 0, PLACE_BYTES, place)
  } catch {
    return
  }
}

function fsyncQuietly(file: number): void {
  try {
    fsyncSync(file)
  } catch {
    return
  }
}

/** Hash, count, MAC. The count is masked: how much somebody works is nobody's business. */
function rendered(end: JournalEnd, key: Uint8Array): Buffer {
  const hash = Buffer.from(end.hash, 'hex')
  const count = Buffer.alloc(COUNT_BYTES)
  count.writeBigUInt64LE(BigInt(end.entries))
  const body = Buffer.concat([hash, masked(count, hash, key)])
  return Buffer.concat([body, mac(key, 'end', body)])
}

function readPlace(file: number, place: number, key: Uint8Array): JournalEnd | null {
  const bytes = Buffer.alloc(PLACE_BYTES)
  if (readSync(file, bytes, 0, PLACE_BYTES, place) < PLACE_BYTES) return null
  const body = bytes.subarray(0, HASH_BYTES + COUNT_BYTES)
  if (!timingSafeEqual(mac(key, 'end', body), bytes.subarray(body.length))) return null
  const hash = body.subarray(0, HASH_BYTES)
  const count = masked(body.subarray(HASH_BYTES), hash, key)
  return { entries: Number(count.readBigUInt64LE()), hash: hash.toString('hex') }
}

function masked(count: Buffer, hash: Buffer, key: Uint8Array): Buffer {
  const mask = mac(key, 'count', hash)
  return Buffer.from(count.map((byte, index) => byte ^ (mask[index] ?? 0)))
}

function mac(key: Uint8Array, purpose: 'end' | 'count', bytes: Buffer): Buffer {
  return createHmac('sha256', key).update(`journal-head ${purpose} `).update(bytes).digest()
}

function furthest(ends: readonly (JournalEnd | null)[]): JournalEnd | null {
  return ends.reduce((best, end) => (end !== null && end.entries > (best?.entries ?? -1) ? end : best), null)
}
