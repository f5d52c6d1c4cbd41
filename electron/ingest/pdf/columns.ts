import type { Run } from './runs'

/** Rows that must agree on a gutter: fewer are a table, a caption or chance. */
const LEAST_ROWS = 3
/** Mean width of a column's lines in font sizes: narrower ones are cells of a table, which are read row by row. */
const LEAST_COLUMN = 8
/** Base lines of neighbouring columns differ by less than this share of the font size. */
const SAME_ROW = 0.7
/** No page of text has more columns in columns. */
const MOST_DEPTH = 4

/** A gap between a piece and the next one to the right of it. */
type Gap = { readonly left: Run; readonly right: Run }

/**
 * The columns of a page in the order in which they are read: what stands across the gutter parts the page into bands, and
 * in each band the left column comes before the right one.
 */
export function columnsOf(pieces: readonly Run[], depth = 0): Run[][] {
  const gutter = depth < MOST_DEPTH ? gutterOf(pieces) : null
  if (gutter === null) return pieces.length === 0 ? [] : [[...pieces]]
  const columns: Run[][] = []
  let [left, right, across]: [Run[], Run[], Run[]] = [[], [], []]
  const flushSides = () => {
    columns.push(...columnsOf(left, depth + 1), ...columnsOf(right, depth + 1))
    left = []
    right = []
  }
  const flushAcross = () => {
    if (across.length > 0) columns.push(across)
    across = []
  }
  for (const piece of pieces) {
    if (piece.x < gutter && gutter < piece.right) {
      flushSides()
      across.push(piece)
    } else {
      flushAcross()
      if (piece.right <= gutter) left.push(piece)
      else right.push(piece)
    }
  }
  flushSides()
  flushAcross()
  return columns
}

/** Where most rows have a gap between two pieces that are wide enough for columns; null when they have none. */
function gutterOf(pieces: readonly Run[]): number | null {
  const gaps = gapsOf(pieces)
  let best: { at: number; rows: readonly Gap[] } | null = null
  const seen = new Set<number>()
  for (const gap of gaps) {
    const at = Math.round((gap.left.right + gap.right.x) / 2)
    if (seen.has(at)) continue
    seen.add(at)
    const rows = gaps.filter(({ left, right }) => left.right <= at && at <= right.x)
    if (rows.length > (best?.rows.length ?? 0)) best = { at, rows }
  }
  if (best === null || best.rows.length < LEAST_ROWS) return null
  const { at, rows } = best
  return isColumn(rows.map(({ left }) => left)) && isColumn(rows.map(({ right }) => right)) ? at : null
}

function isColumn(pieces: readonly Run[]): boolean {
  const widths = pieces.map(({ x, right, size }) => (right - x) / size)
  return widths.reduce((sum, width) => sum + width, 0) / widths.length >= LEAST_COLUMN
}

/** `pieces` are sorted from top to bottom: only near neighbours can stand in one row. */
function gapsOf(pieces: readonly Run[]): Gap[] {
  return pieces.flatMap((left, index) => {
    let nearest: Run | null = null
    const consider = (other: Run | undefined): boolean => {
      if (other === undefined || Math.abs(other.y - left.y) > left.size * SAME_ROW) return false
      if (other.x > left.right && (nearest === null || other.x < nearest.x)) nearest = other
      return true
    }
    for (let at = index + 1; consider(pieces[at]); at += 1);
    for (let at = index - 1; consider(pieces[at]); at -= 1);
    return nearest === null ? [] : [{ left, right: nearest }]
  })
}
