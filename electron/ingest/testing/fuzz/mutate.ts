import { randomFrom } from '../../../library/testing/alter'
import { ANY_TOKENS } from './tokens'

/** Most mutations of one file: with more, what is left of it is rarely a file of its format. */
const MOST = 8
const MOST_REPEATS = 200
/** Longest piece that is moved, repeated or written over, bytes. */
const LONGEST_PIECE = 64

/** Numbers at which programs go over an edge, as text and as bytes. */
const EDGES = ['-1', '0', '', '255', '65536', '2147483648', '4294967295', '9007199254740993', '1e999', 'NaN']
const WIDTHS = [1, 2, 4, 8]
const FILLS = [0x00, 0x7f, 0x80, 0xff]

/**
 * `bytes` with up to eight mutations, the same for the same number: bits flipped, cut off, taken out, repeated, moved, written
 * over, numbers put at an edge, and pieces of `tokens` put in.
 */
export function mutated(bytes: Uint8Array, number: number, tokens: readonly string[]): Uint8Array {
  const random = randomFrom(number * 2_654_435_761)
  const words = [...ANY_TOKENS, ...tokens]
  let out = Buffer.from(bytes)
  for (let left = 1 + Math.floor(random() * MOST); left > 0; left -= 1) out = mutation(out, random, words)
  return out
}

function mutation(bytes: Buffer, random: () => number, tokens: readonly string[]): Buffer<ArrayBuffer> {
  const place = () => Math.floor(random() * (bytes.length + 1))
  const [from, to] = [place(), place()].sort((a, b) => a - b) as [number, number]
  const short = Math.min(to, from + 1 + Math.floor(random() * LONGEST_PIECE))
  const [before, piece, after] = [bytes.subarray(0, from), bytes.subarray(from, short), bytes.subarray(short)]
  switch (Math.floor(random() * 9)) {
    case 0:
      return flipped(bytes, from, random)
    case 1:
      return Buffer.from(bytes.subarray(0, to))
    case 2:
      return Buffer.concat([before, after])
    case 3: {
      const copies = Array.from({ length: 2 + Math.floor(random() * MOST_REPEATS) }, () => piece)
      return Buffer.concat([before, ...copies, after])
    }
    case 4:
      return Buffer.concat([before, tokenBytes(oneOf(tokens, random)), bytes.subarray(from)])
    case 5: {
      const at = place()
      return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)])
    }
    case 6:
      return numberAtEdge(bytes, from, random)
    case 7:
      return fieldAtEdge(bytes, from, random)
    default:
      return Buffer.concat([before, Buffer.from(Array.from(piece, () => Math.floor(random() * 256))), after])
  }
}

function flipped(bytes: Buffer, at: number, random: () => number): Buffer<ArrayBuffer> {
  const out = Buffer.from(bytes)
  if (at < out.length) out[at] = (out[at] ?? 0) ^ (1 << Math.floor(random() * 8))
  return out
}

/** The first number in digits behind `from`, and any digits of it before that, becomes one at an edge. */
function numberAtEdge(bytes: Buffer, from: number, random: () => number): Buffer<ArrayBuffer> {
  const found = /\d+/.exec(bytes.toString('latin1', from))
  if (found === null) return Buffer.from(bytes)
  const at = from + found.index
  return Buffer.concat([
    bytes.subarray(0, at),
    Buffer.from(oneOf(EDGES, random)),
    bytes.subarray(at + found[0].length),
  ])
}

/** A binary number of one, two, four or eight bytes becomes one at an edge. */
function fieldAtEdge(bytes: Buffer, from: number, random: () => number): Buffer<ArrayBuffer> {
  const out = Buffer.from(bytes)
  out.fill(oneOf(FILLS, random), from, Math.min(out.length, from + oneOf(WIDTHS, random)))
  return out
}

/** Tokens of binary formats are bytes, those of text are characters. */
function tokenBytes(token: string): Buffer {
  return Buffer.from(token, /^[\0-\xff]*$/.test(token) ? 'latin1' : 'utf8')
}

function oneOf<T>(values: readonly T[], random: () => number): T {
  return values[Math.floor(random() * values.length)] as T
}
