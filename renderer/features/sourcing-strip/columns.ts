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
