import { tokens } from '../query/tokens'

/**
 * How alike two texts are, as the share of their shingles that both have (Broder, "On the resemblance and containment of
 * documents", 1997), and a short fingerprint by which alike texts find each other in an index (MinHash in bands: Leskovec,
 * Rajaraman and Ullman, "Mining of Massive Datasets", 3.4). Why, and what was measured: docs/adr/0008.
 */

/** Raise when the rules below give other bands: those that are stored are then made anew. */
export const LIKENESS_RULES = 1

/** Captures whose texts are at least this much alike are taken for captures of one article. */
export const SAME_TEXT = 0.8

/** Terms (words; pairs of letters in Korean and Chinese) in a shingle. */
const SHINGLE = 3
/** A text with fewer different shingles says too little: "Subscribe to read on" is under many headlines. */
const LEAST_SHINGLES = 50

/** Texts that are 0.8 alike share one of 8 bands of 4 with 98.5 %, at 0.9 with 99.98 %, at 0.5 with 40 %. */
const BANDS = 8
const ROWS = 4

const FNV_OFFSET = 0x81_1c_9d_c5
const FNV_PRIME = 0x01_00_01_93

/** The hashes (32 bits) of all runs of three terms, each once; empty for a text that is too short to be compared. */
export function shinglesOf(text: string): ReadonlySet<number> {
  const hashes = tokens(text).map(({ term }) => hashOf(term))
  const shingles = new Set<number>()
  for (let at = 0; at + SHINGLE <= hashes.length; at += 1) {
    let shingle = FNV_OFFSET
    for (let term = at; term < at + SHINGLE; term += 1) shingle = mixed(shingle ^ (hashes[term] ?? 0))
    shingles.add(shingle)
  }
  return shingles.size < LEAST_SHINGLES ? new Set() : shingles
}

/** The share of all shingles that both have, 0 to 1; 0 when one of them is too short to be compared. */
export function likeness(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  if (one.size === 0 || other.size === 0) return 0
  let shared = 0
  for (const shingle of one) if (other.has(shingle)) shared += 1
  return shared / (one.size + other.size - shared)
}

/** A text's place in the index: integers of which alike texts share at least one. None for no shingles. */
export function bandsOf(shingles: ReadonlySet<number>): number[] {
  if (shingles.size === 0) return []
  const least = new Uint32Array(BANDS * ROWS).fill(0xff_ff_ff_ff)
  for (const shingle of shingles) {
    for (let row = 0; row < least.length; row += 1) {
      const hash = mixed(shingle ^ Math.imul(row + 1, FNV_PRIME))
      if (hash < (least[row] ?? 0)) least[row] = hash
    }
  }
  return Array.from({ length: BANDS }, (_, band) => {
    const rows = least.subarray(band * ROWS, (band + 1) * ROWS)
    return rows.reduce((hash, row) => mixed(hash ^ row), band + 1)
  })
}

/** FNV-1a over UTF-16 code units. */
function hashOf(term: string): number {
  let hash = FNV_OFFSET
  for (let at = 0; at < term.length; at += 1) hash = Math.imul(hash ^ term.charCodeAt(at), FNV_PRIME)
  return hash >>> 0
}

/** The finaliser of MurmurHash3: every bit of the input moves half of those of the output. */
function mixed(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35)
  return (hash ^ (hash >>> 16)) >>> 0
}
