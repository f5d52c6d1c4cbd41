import type { Attribution } from '#domain/analysis/findings'
import type { Capture } from '#domain/article/capture'
import { findingsLayers } from './findings-layers'
import { type MarginMark, marginMarks } from './margin-marks'
import { dealLayers, type Layer, type Segment, segmentsOf } from './segments'

/** One block ready to draw. Its identity stays as long as nothing in it changes, so that only it is drawn again. */
export type PreparedBlock = {
  readonly index: number
  readonly segments: readonly Segment[]
  readonly marks: readonly MarginMark[]
  /** Every source and statement that the block knows of: whether lighting one concerns it. */
  readonly concerns: ReadonlySet<string>
}

export type Prepared = {
  readonly blocks: readonly PreparedBlock[]
  /** The layers of findings that each block has, kept for when notes and hits come on top. */
  readonly layers: readonly (readonly Layer[])[]
}

/** Cuts a capture by what the engine found. Done once an opening. */
export function prepare(capture: Capture): Prepared {
  const ranges = capture.blocks.map((block) => block.range)
  const layers = dealLayers(ranges, findingsLayers(capture.analysis, capture.marks))
  const byId = new Map(capture.analysis.attributions.map((each) => [each.id, each]))
  const blocks = ranges.map((range, index): PreparedBlock => {
    const mine = layers[index] ?? []
    const statements = new Set(mine.flatMap((layer) => (layer.kind === 'statement' ? [layer.id] : [])))
    const attributions = [...statements].flatMap((id): Attribution[] => {
      const found = byId.get(id)
      return found === undefined ? [] : [found]
    })
    return {
      index,
      segments: segmentsOf(range, mine),
      marks: marginMarks(capture.text, range, attributions),
      concerns: new Set(mine.flatMap(concernsOf)),
    }
  })
  return { blocks, layers }
}

function concernsOf(layer: Layer): string[] {
  return layer.kind === 'statement' && layer.owner ? [layer.id, layer.owner] : [layer.id]
}

/** Adds notes, hits and evidence. Blocks that none of them touches are the very same objects as before. */
export function withLayers(
  capture: Capture,
  prepared: Prepared,
  extra: readonly Layer[],
): readonly PreparedBlock[] {
  if (extra.length === 0) return prepared.blocks
  const dealt = dealLayers(
    capture.blocks.map((block) => block.range),
    extra,
  )
  return prepared.blocks.map((block, index) => {
    const added = dealt[index] ?? []
    const range = capture.blocks[index]?.range
    if (added.length === 0 || range === undefined) return block
    return { ...block, segments: segmentsOf(range, [...(prepared.layers[index] ?? []), ...added]) }
  })
}

/** Whether two lists of segments draw alike, so that a block with an unchanged note keeps its identity. */
export function sameBlock(a: PreparedBlock, b: PreparedBlock): boolean {
  if (a === b) return true
  return (
    a.index === b.index &&
    a.marks === b.marks &&
    a.segments.length === b.segments.length &&
    a.segments.every((segment, index) => sameSegment(segment, b.segments[index]))
  )
}

function sameSegment(a: Segment, b: Segment | undefined): boolean {
  return (
    b !== undefined &&
    a.range[0] === b.range[0] &&
    a.range[1] === b.range[1] &&
    a.layers.length === b.layers.length &&
    a.layers.every((layer, index) => sameLayer(layer, b.layers[index]))
  )
}

function sameLayer(a: Layer, b: Layer | undefined): boolean {
  return a === b || (a.kind === b?.kind && a.id === b.id && a.look === b.look && a.owner === b.owner)
}
