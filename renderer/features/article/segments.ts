import type { Mark } from '#domain/article/block'
import { byPosition, overlap, type Range } from '#domain/article/range'

/**
 * How the canonical text becomes elements: each block is cut at every boundary of every range that touches it, and
 * each piece knows all ranges that cover it. The same few lines serve marks, findings, notes and search hits, so
 * overlapping ranges need no special case and no HTML is ever made.
 */

/** What a range of the text is there for. The order is the order of precedence in `Segment.layers`. */
export const LAYER_KINDS = [
  'link',
  'strong',
  'emphasis',
  'code',
  'statement',
  'mention',
  'cue',
  'anonymity',
  'evidence',
  'note',
  'hit',
] as const
export type LayerKind = (typeof LAYER_KINDS)[number]

/**
 * One reason to mark a range. `id` is that of the thing it belongs to: an address, a statement, a source, a note.
 * `owner` is the source behind a statement; `look` says which of a kind's looks it has (a directness, a colour).
 */
export type Layer = {
  readonly kind: LayerKind
  readonly id: string
  readonly range: Range
  readonly owner?: string | null
  readonly look?: string
}

/** A stretch of text over which nothing changes; `layers` all cover it wholly. */
export type Segment = { readonly range: Range; readonly layers: readonly Layer[] }

const PRECEDENCE: ReadonlyMap<LayerKind, number> = new Map(LAYER_KINDS.map((kind, index) => [kind, index]))

function byPrecedence(a: Layer, b: Layer): number {
  return (PRECEDENCE.get(a.kind) ?? 0) - (PRECEDENCE.get(b.kind) ?? 0) || byPosition(a.range, b.range)
}

/**
 * Cuts `range` at every boundary of the layers that touch it.
 * @returns segments in text order that join to `range` without gap; none for an empty range
 */
export function segmentsOf(range: Range, layers: readonly Layer[]): readonly Segment[] {
  const [start, end] = range
  if (start >= end) return []
  const touching = layers.filter((layer) => layer.range[0] < layer.range[1] && overlap(range, layer.range))
  if (touching.length === 0) return [{ range, layers: [] }]
  const cuts = new Set([start, end])
  for (const { range: at } of touching) {
    if (at[0] > start) cuts.add(at[0])
    if (at[1] < end) cuts.add(at[1])
  }
  const sorted = [...cuts].sort((a, b) => a - b)
  touching.sort((a, b) => a.range[0] - b.range[0])
  return sweep(sorted, touching)
}

/** One pass over the cuts with the set of layers that are open, so that a block of n layers costs n log n. */
function sweep(cuts: readonly number[], layers: readonly Layer[]): Segment[] {
  const segments: Segment[] = []
  let open: Layer[] = []
  let next = 0
  for (let index = 0; index + 1 < cuts.length; index += 1) {
    const from = cuts[index] ?? 0
    const to = cuts[index + 1] ?? from
    open = open.filter((layer) => layer.range[1] > from)
    for (let layer = layers[next]; layer !== undefined && layer.range[0] <= from; layer = layers[next]) {
      if (layer.range[1] > from) open.push(layer)
      next += 1
    }
    segments.push({ range: [from, to], layers: [...open].sort(byPrecedence) })
  }
  return segments
}

/**
 * Deals layers out to the blocks they touch. Both are walked once: 10,000 blocks and 10,000 layers stay linear
 * in their sum (plus the overlaps). `blocks` are in text order and do not overlap.
 * @returns one list a block, in the order of `blocks`
 */
export function dealLayers(
  blocks: readonly Range[],
  layers: readonly Layer[],
): readonly (readonly Layer[])[] {
  const dealt: Layer[][] = blocks.map(() => [])
  const sorted = [...layers].sort((a, b) => a.range[0] - b.range[0])
  let first = 0
  for (const layer of sorted) {
    for (let at = blocks[first]; at !== undefined && at[1] <= layer.range[0]; at = blocks[first]) first += 1
    for (let index = first; index < blocks.length; index += 1) {
      const at = blocks[index]
      if (at === undefined || at[0] >= layer.range[1]) break
      if (overlap(at, layer.range)) dealt[index]?.push(layer)
    }
  }
  return dealt
}

/** A mark of the text as a layer; a link's id is its address. */
export function markLayer(mark: Mark): Layer {
  return mark.kind === 'link'
    ? { kind: 'link', id: mark.href, range: mark.range }
    : { kind: mark.kind, id: mark.kind, range: mark.range }
}

/** A run of segments inside one link, or outside any, so that a link stays one element however it is cut. */
export type Run = { readonly link: Layer | null; readonly segments: readonly Segment[] }

/** Groups neighbouring segments by the link that covers them. */
export function runsOf(segments: readonly Segment[]): readonly Run[] {
  const runs: { link: Layer | null; segments: Segment[] }[] = []
  for (const segment of segments) {
    const link = segment.layers.find((layer) => layer.kind === 'link') ?? null
    const last = runs.at(-1)
    if (last !== undefined && last.link === link) last.segments.push(segment)
    else runs.push({ link, segments: [segment] })
  }
  return runs
}

/** The ids of all layers of one kind over a segment, space-separated for a data attribute; undefined when none. */
export function idsOf(segment: Segment, kind: LayerKind): string | undefined {
  const ids = segment.layers.filter((layer) => layer.kind === kind).map((layer) => layer.id)
  return ids.length === 0 ? undefined : [...new Set(ids)].join(' ')
}

/** The innermost layer of a kind over a segment: of nested statements the one that the words belong to. */
export function innermost(segment: Segment, kind: LayerKind): Layer | undefined {
  let found: Layer | undefined
  for (const layer of segment.layers) {
    if (layer.kind !== kind) continue
    if (found === undefined || lengthOf(layer) <= lengthOf(found)) found = layer
  }
  return found
}

function lengthOf(layer: Layer): number {
  return layer.range[1] - layer.range[0]
}
