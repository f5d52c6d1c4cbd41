import type { Block } from '../article/block'
import { type Range, trimmed } from '../article/range'

/** One line of a block without the white space at its ends. */
export type Line = {
  /** Index into the capture's blocks. */
  readonly block: number
  readonly range: Range
  /** As in the text, but every white space a plain blank, so that patterns need not know of wrapped lines. */
  readonly words: string
}

/**
 * The lines of all blocks that hold words, in text order. `wrapped` blocks (plain text, where a line break
 * inside a paragraph only wraps it) are one line each. Linear in the length of the text.
 */
export function linesOf(text: string, blocks: readonly Block[], wrapped: boolean): Line[] {
  const lines: Line[] = []
  blocks.forEach(({ range }, block) => {
    let start = range[0]
    while (start < range[1]) {
      const newline = wrapped ? -1 : text.indexOf('\n', start)
      const end = newline < 0 || newline > range[1] ? range[1] : newline
      const line = trimmed(text, [start, end])
      if (line[0] < line[1]) lines.push({ block, range: line, words: flat(text.slice(line[0], line[1])) })
      start = end + 1
    }
  })
  return lines
}

/** The same words with every white space a plain blank: offsets stay as they are. */
export function flat(words: string): string {
  return words.replaceAll(/[\t-\r\u0085\u00a0\u2000-\u200a\u2028\u2029\u202f\u3000]/g, ' ')
}

/** How many words a line has, counted up to `limit` only, so that a long line costs nothing. */
export function countWords(words: string, limit = 200): number {
  let count = 0
  let inside = false
  for (let index = 0; index < words.length && count <= limit; index += 1) {
    const code = words.charCodeAt(index)
    const blank = code <= 0x20 || code === 0xa0
    if (!blank && !inside) count += 1
    inside = !blank
  }
  return count
}

/** The range of group `name` (or of the whole match) of a match made with the `d` flag, moved by `offset`. */
export function groupRange(match: RegExpExecArray, name: string | null, offset: number): Range | null {
  const found = name === null ? match.indices?.[0] : match.indices?.groups?.[name]
  return found ? [found[0] + offset, found[1] + offset] : null
}
