import type { Range } from '#domain/article/range'

export type Piece = { readonly at: number; readonly words: string; readonly marked: boolean }

/**
 * Cuts a text at the edges of ranges: joined, the pieces are the text again. Ranges may touch or overlap, and what
 * lies outside the text is left out. Offsets are UTF-16 code units.
 */
export function pieces(text: string, ranges: readonly Range[]): readonly Piece[] {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0])
  const found: Piece[] = []
  let at = 0
  for (const [start, end] of sorted) {
    const from = Math.max(at, start)
    const to = Math.min(text.length, end)
    if (from >= to) continue
    if (from > at) found.push({ at, words: text.slice(at, from), marked: false })
    found.push({ at: from, words: text.slice(from, to), marked: true })
    at = to
  }
  if (at < text.length) found.push({ at, words: text.slice(at), marked: false })
  return found
}
