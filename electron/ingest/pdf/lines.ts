import type { Run } from './runs'

/** Runs whose base lines differ by less than this share of the font size stand in one line (raised numbers too). */
const SAME_LINE = 0.4
/** A gap of less than this share of the font size parts no words. */
const LEAST_BLANK = 0.15
/** One of more than this parts columns, or the cells of a table. */
const MOST_BLANK = 1.5

/** Runs joined to pieces of lines: as far as no gap wider than a blank parts them. From top to bottom, then left to right. */
export function piecesOf(runs: readonly Run[]): Run[] {
  const sorted = [...runs].sort((a, b) => a.y - b.y || a.x - b.x)
  const pieces: Run[] = []
  let row: Run[] = []
  const close = () => {
    pieces.push(...joined(row.sort((a, b) => a.x - b.x)))
    row = []
  }
  for (const run of sorted) {
    const first = row[0]
    if (first && run.y - first.y > Math.min(first.size, run.size) * SAME_LINE) close()
    row.push(run)
  }
  close()
  return pieces
}

function joined(row: readonly Run[]): Run[] {
  const pieces: Run[] = []
  for (const run of row) {
    const last = pieces.at(-1)
    const gap = last === undefined ? 0 : run.x - last.right
    if (last === undefined || gap > Math.max(last.size, run.size) * MOST_BLANK) {
      pieces.push(run)
      continue
    }
    const blank = last.blankAfter || gap > Math.min(last.size, run.size) * LEAST_BLANK
    const main = run.words.length > last.words.length ? run : last
    pieces[pieces.length - 1] = {
      words: `${last.words}${blank ? ' ' : ''}${run.words}`,
      x: last.x,
      right: Math.max(last.right, run.right),
      y: main.y,
      size: main.size,
      blankAfter: run.blankAfter,
    }
  }
  return pieces
}

/** One line of a column. Of a table's row `cells` has more than one member. */
export type TextLine = Run & { readonly cells: readonly string[] }

/** The lines of one column from its pieces. */
export function linesOf(pieces: readonly Run[]): TextLine[] {
  const lines: TextLine[] = []
  for (const piece of [...pieces].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const last = lines.at(-1)
    const isBeside =
      last && piece.x > last.right && piece.y - last.y <= Math.min(last.size, piece.size) * SAME_LINE
    if (!last || !isBeside) {
      lines.push({ ...piece, cells: [piece.words] })
      continue
    }
    lines[lines.length - 1] = {
      ...last,
      words: `${last.words} ${piece.words}`,
      right: piece.right,
      blankAfter: piece.blankAfter,
      cells: [...last.cells, piece.words],
    }
  }
  return lines
}
