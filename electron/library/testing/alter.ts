import {
  closeSync,
  copyFileSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { flipBit } from './filled-library'

const PAGE = 4096
const FRAME = PAGE + 24
const LOG_HEADER = 32

export type Alteration = {
  readonly kind: 'flip' | 'cut' | 'swap' | 'older-page' | 'older-file'
  readonly file: string
  readonly what: string
}

/** Numbers from 0 up to 1, whose series its seed decides (Mulberry32), so that a trial can be done again. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Alters one file of the vault in `folder`: turns a bit over, cuts the end off, swaps two pages, or puts an older page or the
 * whole older file, out of the vault in `older`, in its place. Half of all flips and cuts.
 */
export function alter(
  folder: string,
  older: string,
  files: readonly string[],
  random: () => number,
): Alteration {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const file = pick(files)
  const path = join(folder, file)
  const { size } = statSync(path)
  const whole = file.endsWith('.db') ? PAGE : file.endsWith('-wal') ? FRAME : 64
  const kind = pick(['flip', 'flip', 'cut', 'swap', 'older-page', 'older-file'] as const)
  if (kind === 'flip' || size < 3 * whole) {
    const [at, bit] = [Math.floor(random() * size), Math.floor(random() * 8)]
    flipBit(path, at, bit)
    return { kind: 'flip', file, what: `bit ${bit} of byte ${at}` }
  }
  if (kind === 'cut') {
    // Half of the cuts fall between pages, where nothing but the length tells of them.
    const at = Math.floor(random() * size)
    const length = random() < 0.5 ? at : Math.floor(at / whole) * whole
    const handle = openSync(path, 'r+')
    ftruncateSync(handle, length)
    closeSync(handle)
    return { kind, file, what: `to ${length} of ${size} bytes` }
  }
  if (kind === 'older-file') {
    copyFileSync(join(older, file), path)
    return { kind, file, what: 'all of it' }
  }
  const start = file.endsWith('-wal') ? LOG_HEADER : 0
  const count = Math.floor((size - start) / whole)
  const [first, second] = [Math.floor(random() * count), Math.floor(random() * count)]
  const from = kind === 'swap' ? path : join(older, file)
  const other = piece(from, start + second * whole, whole)
  const own = piece(path, start + first * whole, whole)
  if (kind === 'swap') {
    write(path, start + first * whole, other)
    write(path, start + second * whole, own)
  } else write(path, start + first * whole, piece(from, start + first * whole, whole))
  return { kind, file, what: `pieces ${first} and ${second} of ${count}` }
}

function piece(path: string, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  const handle = openSync(path, 'r')
  const read = readSync(handle, bytes, 0, length, at)
  closeSync(handle)
  return bytes.subarray(0, read)
}

function write(path: string, at: number, bytes: Buffer): void {
  const handle = openSync(path, 'r+')
  writeSync(handle, bytes, 0, bytes.length, at)
  closeSync(handle)
}

/** Whether two folders hold the same bytes in a file. */
export function sameFile(a: string, b: string, file: string): boolean {
  return readFileSync(join(a, file)).equals(readFileSync(join(b, file)))
}
