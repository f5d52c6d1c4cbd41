import type { StripBand } from '#domain/article/listing'

/** Lanes that get a column of their own; the lighter sources share the last one. */
export const MOST_LANES = 6

/** The column a band stands in: 0 for the heaviest source; statements without a source have the last. */
export function columnOf(lane: number | null, lanes: number): number {
  const columns = columnCount(lanes)
  return lane === null ? columns - 1 : Math.min(lane, MOST_LANES - 1)
}

/** How many columns the strip has: one a lane up to the most, and one for statements without a source. */
export function columnCount(lanes: number): number {
  return Math.min(lanes, MOST_LANES) + 1
}

/** From this many statements on, the strip draws what cannot be told apart at its size as one band. */
const MANY = 300
/** Nearer than this many thousandths two bands of a column touch on the screen. */
const TOUCHING = 3

/** The bands to draw: all of a usual article; of a very long one, those that touch in a column joined. */
export function drawnBands(bands: readonly StripBand[], lanes: number): readonly StripBand[] {
  if (bands.length <= MANY) return bands
  const drawn: StripBand[] = []
  const lastOf = new Map<number, number>()
  for (const band of [...bands].sort((a, b) => a.from - b.from)) {
    const column = columnOf(band.lane, lanes)
    const index = lastOf.get(column)
    const last = index === undefined ? undefined : drawn[index]
    if (index !== undefined && last !== undefined && band.from - last.to < TOUCHING) {
      drawn[index] = { ...last, to: Math.max(last.to, band.to), unnamed: last.unnamed && band.unnamed }
    } else {
      lastOf.set(column, drawn.length)
      drawn.push(band)
    }
  }
  return drawn
}
