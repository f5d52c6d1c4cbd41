import type { Range } from '../../article/range'

/** The longest stretch without a blank that the tokenizer is given; no word of a language is longer. */
const LONGEST_WORD = 120

/** The longest piece, so that memory stays level on a block of book length. */
const LONGEST_PIECE = 20_000

/**
 * A line of a text wrapped at a fixed width is at least this long; a shorter one ends where its writer ended it
 * (a verse, an address, a list).
 */
const SHORTEST_WRAPPED_LINE = 50

/**
 * Cuts a block into what is read in one go: at line breaks that end a line on purpose, inside "words" of
 * impossible length, and at a blank once a piece is very long.
 */
export function piecesOf(text: string, [start, end]: Range): Range[] {
  const pieces: Range[] = []
  let from = start
  let lineStart = start
  let blank = start
  const cut = (at: number) => {
    if (at > from) pieces.push([from, at])
    from = at
    blank = at
  }
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x0a) {
      if (!isSoftBreak(text, lineStart, i, end)) cut(i)
      lineStart = i + 1
    }
    if (code <= 0x20 || code === 0xa0) {
      if (i - from >= LONGEST_PIECE) cut(i)
      blank = i
    } else if (i - Math.max(blank, from) > LONGEST_WORD) cut(i)
  }
  cut(end)
  return pieces
}

/** Whether the line break at `at` only wraps a running sentence. */
function isSoftBreak(text: string, lineStart: number, at: number, end: number): boolean {
  if (at - lineStart < SHORTEST_WRAPPED_LINE || at + 1 >= end) return false
  const before = text.charAt(at - 1)
  const after = text.charAt(at + 1)
  return /[^\s.!?:”"]/.test(before) && /\S/.test(after)
}
