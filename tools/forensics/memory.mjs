/**
 * What a running process holds in memory, read from /proc/PID/mem while it stands still: all that `gcore` would write
 * to a core file, and the mappings that it would leave out because they are marked so.
 */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { findAll } from './find.mjs'

/** @typedef {import('./encodings.mjs').Needle} Needle */

/**
 * @typedef {object} MemoryFind
 * @property {string} name of the needle
 * @property {string} encoding
 * @property {number} address
 * @property {string} mapping file or kind of the memory, empty for the process's own
 * @property {Buffer} around bytes before and after, to recognise what it is part of
 */

/**
 * @typedef {object} MemoryReport
 * @property {number} bytes read
 * @property {MemoryFind[]} finds
 */

const CHUNK = 32 * 1024 * 1024
const AROUND = 64

/**
 * @param {number} pid
 * @param {readonly Needle[]} needles
 * @returns {MemoryReport} empty when the process has ended
 * @throws when this user may not read that process's memory
 */
export function scanMemory(pid, needles) {
  /** @type {MemoryReport} */
  const report = { bytes: 0, finds: [] }
  const memory = standStill(pid)
  if (memory === undefined) return report
  try {
    for (const range of readableRanges(pid)) scanRange(memory, range, needles, report)
  } finally {
    closeSync(memory)
    process.kill(pid, 'SIGCONT')
  }
  return report
}

/**
 * @param {number} pid
 * @returns {number | undefined} its memory as a file descriptor, the process being stopped; undefined when it has ended
 */
function standStill(pid) {
  try {
    process.kill(pid, 'SIGSTOP')
    return openSync(`/proc/${pid}/mem`, 'r')
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error)
    if (code === 'ESRCH' || code === 'ENOENT') return undefined
    throw error
  }
}

/** @typedef {{ start: number, end: number, mapping: string }} Range */

/**
 * @param {number} pid
 * @returns {Range[]}
 */
function readableRanges(pid) {
  /** @type {Range[]} */
  const ranges = []
  for (const block of readFileSync(`/proc/${pid}/smaps`, 'utf8').split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m)) {
    const [, start, end, rights = '', mapping = ''] =
      /^(\w+)-(\w+) (\S+) \S+ \S+ \S+ *(.*)$/m.exec(block) ?? []
    // The kernel's own pages cannot be read; what is a file and cannot be written to is as it is on disk; what was never
    // touched holds nothing.
    const isSame = mapping.startsWith('/') && !rights.includes('w')
    const isEmpty = /^Rss: +0 kB$/m.test(block) && /^Swap: +0 kB$/m.test(block)
    if (!rights.startsWith('r') || mapping.startsWith('[v') || isSame || isEmpty) continue
    ranges.push({ start: Number.parseInt(start ?? '', 16), end: Number.parseInt(end ?? '', 16), mapping })
  }
  return ranges
}

/**
 * Reads in pieces that overlap by the longest needle.
 *
 * @param {number} memory
 * @param {Range} range
 * @param {readonly Needle[]} needles
 * @param {MemoryReport} report
 */
function scanRange(memory, range, needles, report) {
  const overlap = Math.max(...needles.map(({ bytes }) => bytes.length)) - 1
  for (let start = range.start; start < range.end; start += CHUNK - overlap) {
    const piece = readPiece(memory, start, Math.min(CHUNK, range.end - start))
    if (piece === undefined) return
    report.bytes += piece.length
    for (const { name, encoding, offset } of findAll(piece, needles)) {
      const around = Buffer.from(piece.subarray(Math.max(0, offset - AROUND), offset + AROUND))
      report.finds.push({ name, encoding, address: start + offset, mapping: range.mapping, around })
    }
    if (start + piece.length >= range.end) return
  }
}

/**
 * @param {number} memory
 * @param {number} start
 * @param {number} length
 * @returns {Buffer | undefined} undefined where the pages have no content (a file that has become shorter)
 */
function readPiece(memory, start, length) {
  const piece = Buffer.allocUnsafe(length)
  try {
    return piece.subarray(0, readSync(memory, piece, 0, length, start))
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EIO') return undefined
    throw error
  }
}
