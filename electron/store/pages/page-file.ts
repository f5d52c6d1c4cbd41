import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { type TreePage, treePage } from './b-tree'
import { createPageCipher, PAGE_BYTES, type PageCipher, SALT_BYTES } from './page-cipher'
import { type LogPages, readLog } from './write-ahead-log'

/** An encrypted database and its log, read page by page without SQLite, which gives up at the first damaged page. */
export type PageFile = {
  readonly pageCount: number
  /** The plain page, or null when it is damaged or not there. Numbered from 1. Valid until the next call. */
  readonly page: (number: number) => Buffer | null
  /** What a page holds as a page of a b-tree; null when it is damaged or none. */
  readonly tree: (number: number) => TreePage | null
  readonly close: () => void
}

/** Pages kept, plain and as trees: a walk through a tree comes back to its inner pages. */
const KEPT_PAGES = 256

/**
 * Opens `path` and `path-wal` for reading; writes nothing. Throws the system's error.
 *
 * On POSIX, closing a file gives up every lock that this process has on it: where SQLite has the database open, close
 * this after it.
 */
export function openPageFile(path: string, key: Uint8Array): PageFile {
  const log = readLogFile(`${path}-wal`)
  const file = openSync(path, 'r')
  const committed = readLog(log)
  const pageCount = committed.pageCount ?? Math.floor(fstatSync(file).size / PAGE_BYTES)
  const raw = (number: number) => rawPage(file, log, committed, number)
  const cipher = cipherOf(key, raw, pageCount)
  const page = remembering((number) =>
    number < 1 || number > pageCount ? null : cipher.open(raw(number), number),
  )
  const tree = remembering((number) => {
    const plain = page(number)
    return plain === null ? null : treePage(plain, number)
  })
  return {
    pageCount,
    page,
    tree,
    close: () => closeSync(file),
  }
}

/** Keeps the last answers. */
function remembering<T>(ask: (number: number) => T): (number: number) => T {
  const kept = new Map<number, T>()
  return (number) => {
    const known = kept.get(number)
    if (known !== undefined) return known
    const answer = ask(number)
    if (kept.size >= KEPT_PAGES) kept.delete(kept.keys().next().value ?? 0)
    kept.set(number, answer)
    return answer
  }
}

function readLogFile(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}

function rawPage(file: number, log: Buffer, committed: LogPages, number: number): Buffer {
  const offset = committed.offsets.get(number)
  if (offset !== undefined) return log.subarray(offset, offset + PAGE_BYTES)
  const page = Buffer.alloc(PAGE_BYTES)
  const read = readSync(file, page, 0, PAGE_BYTES, (number - 1) * PAGE_BYTES)
  return page.subarray(0, read)
}

/**
 * The cipher with the file's salt. The salt is the one part that no HMAC covers: where none of the first pages opens, a
 * single altered bit in it is looked for, and only an HMAC that holds says that it was found.
 */
function cipherOf(key: Uint8Array, raw: (number: number) => Buffer, pageCount: number): PageCipher {
  const salt = Buffer.concat(
    [raw(1), Buffer.alloc(SALT_BYTES)],
    Math.max(SALT_BYTES, raw(1).length),
  ).subarray(0, SALT_BYTES)
  const samples = [1, 2, 3, Math.ceil(pageCount / 2), pageCount].map((number) => ({
    number,
    page: raw(number),
  }))
  const opensAny = (cipher: PageCipher) =>
    samples.some(({ page, number }) => cipher.open(page, number) !== null)
  const asWritten = createPageCipher(key, salt)
  if (opensAny(asWritten)) return asWritten
  for (let bit = 0; bit < SALT_BYTES * 8; bit += 1) {
    const mended = Buffer.from(salt)
    mended[bit >> 3] = (mended[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    const cipher = createPageCipher(key, mended)
    if (opensAny(cipher)) return cipher
  }
  return asWritten
}
