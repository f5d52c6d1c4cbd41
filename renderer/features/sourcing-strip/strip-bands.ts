import type { Attribution } from '#domain/analysis/findings'
import type { StripBand } from '#domain/article/listing'

/** What the strip needs of a source. */
export type StripLane = { readonly sourceId: string; readonly lane: number; readonly unnamed: boolean }

/**
 * A band for each stretch of each statement, in thousandths of the text's length, in text order; the lanes are those
 * of the cards. Stretches of one statement that touch (a quotation's paragraphs) become one band.
 */
export function stripBands(
  length: number,
  attributions: readonly Attribution[],
  lanes: readonly StripLane[],
): readonly StripBand[] {
  const byId = new Map(lanes.map((lane) => [lane.sourceId, lane]))
  const thousandth = (at: number) => (at / Math.max(1, length)) * 1000
  const bands = attributions.flatMap((attribution) => {
    const lane = attribution.sourceId === null ? undefined : byId.get(attribution.sourceId)
    const own: StripBand[] = []
    for (const [start, end] of attribution.content) {
      const band: StripBand = {
        from: thousandth(start),
        to: thousandth(end),
        lane: lane?.lane ?? null,
        unnamed: lane?.unnamed ?? true,
        attributionId: attribution.id,
      }
      const last = own.at(-1)
      if (last !== undefined && band.from - last.to < TOUCHING) own[own.length - 1] = { ...last, to: band.to }
      else own.push(band)
    }
    return own
  })
  return bands.sort((a, b) => a.from - b.from)
}

/** Nearer than this many thousandths two stretches of one statement are drawn as one. */
const TOUCHING = 2

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
