/*
 * Looks for words that must not be readable in a file. One pass whatever the number of words: at each byte the next two
 * are looked up in a table, and only where some needle begins so is it compared.
 */

/** Shorter needles would be found in random bytes: one of 6 bytes by chance once in 280 terabytes. */
export const SHORTEST_NEEDLE = 6

export type PlaintextScan = {
  /** Looks through the next piece of the file, and through the seam between it and the one before. */
  readonly piece: (bytes: Buffer) => void
  /** Whether any needle has been seen. */
  readonly found: () => boolean
}

/** A scan for these byte strings; those shorter than `SHORTEST_NEEDLE` are left out. */
export function plaintextScan(needles: readonly Buffer[]): PlaintextScan {
  const byBeginning = new Map<number, Buffer[]>()
  const begins = new Uint8Array(0x1_00_00)
  let longest = 0
  for (const needle of needles) {
    if (needle.length < SHORTEST_NEEDLE) continue
    const beginning = needle.readUInt16BE(0)
    begins[beginning] = 1
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), needle])
    longest = Math.max(longest, needle.length)
  }
  let tail: Buffer = Buffer.alloc(0)
  let seen = false

  function look(bytes: Buffer): boolean {
    let pair = bytes[0] ?? 0
    for (let at = 1; at < bytes.length; at += 1) {
      pair = ((pair << 8) | (bytes[at] ?? 0)) & 0xff_ff
      if (begins[pair] === 1 && byBeginning.get(pair)?.some((needle) => standsAt(bytes, at - 1, needle)))
        return true
    }
    return false
  }

  return {
    piece: (bytes) => {
      if (seen || longest === 0) return
      const joined = tail.length === 0 ? bytes : Buffer.concat([tail, bytes])
      seen = look(joined)
      tail = Buffer.from(joined.subarray(Math.max(0, joined.length - longest + 1)))
    },
    found: () => seen,
  }
}

function standsAt(bytes: Buffer, at: number, needle: Buffer): boolean {
  const end = at + needle.length
  return end <= bytes.length && bytes.compare(needle, 0, needle.length, at, end) === 0
}

/** Words as they would lie in a file that is not encrypted: UTF-8, and UTF-16 as JavaScript and Windows keep it. */
export function asNeedles(words: readonly string[]): Buffer[] {
  return words.flatMap((word) => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')])
}
