import type { Range } from '../../article/range'
import {
  bestLabels,
  CONTENT,
  CUE,
  LABELS,
  type Lattice,
  type Lean,
  newLattice,
  type Scores,
  SOURCE,
  scoresOf,
  sumUp,
  type Table,
  withoutSource,
} from './crf'
import { CUE_BITS, canHeadCue, cueFeatures, MOST_CUE_FEATURES } from './cue-features'
import { type Sink, sinkFor } from './features'
import { type Frame, frameAround } from './frame'
import { emptyRows, type FrameRows, frameRows } from './frame-features'
import type { Words } from './words'

/** A table of weights: the values times `scale`. */
export type Weights = { readonly table: Table; readonly scale: number }

/** The weights that statements are found with: of the cue's head, and of the roles around it. */
export type FrameModel = { readonly cue: Weights; readonly node: Weights; readonly edge: Weights }

/** A cue with the most probable source and content around it, before it is weighed against others. */
export type Candidate = {
  readonly anchor: number
  /** Probability that the anchor heads a cue. */
  readonly cueProbability: number
  /** Expected overlap of the content with the true one, given the anchor: 0 to 1. */
  readonly contentSure: number
  /** Probability of the source (that some word of it is one; or that there is none), given the anchor. */
  readonly sourceSure: number
  readonly frame: Frame
  /** Role of every element of the frame. */
  readonly labels: Uint8Array
  readonly source: readonly Range[]
  readonly cue: readonly Range[]
  readonly content: readonly Range[]
}

/** How much a word's being content counts against its being anything else; the second where that left no content. */
export const LEANS: { usual: Lean; lastResort: Lean } = {
  usual: [1, 1.8, 1, 1],
  lastResort: [1, 1.8, 1, 6],
}

/** Buffers that live as long as one article is read. */
export type Scratch = {
  cue: Sink
  rows: FrameRows
  scores: Scores
  lattice: Lattice
}

export function newScratch(): Scratch {
  return {
    cue: sinkFor(CUE_BITS, MOST_CUE_FEATURES),
    rows: emptyRows(),
    scores: { node: new Float64Array(0), edge: new Float64Array(0) },
    lattice: newLattice(),
  }
}

/** Every token that heads a cue with at least the probability `least`, with its source and content. In text order. */
export function candidatesOf(words: Words, model: FrameModel, least: number): Candidate[] {
  const scratch = newScratch()
  const floor = Math.log(least / (1 - least))
  const found: Candidate[] = []
  for (let i = 0; i < words.count; i++) {
    if (!canHeadCue(words, i)) continue
    const score = cueScore(words, i, model.cue, scratch)
    if (score < floor) continue
    const candidate = labelled(words, i, 1 / (1 + Math.exp(-score)), model, scratch)
    if (candidate.content.length > 0) found.push(candidate)
  }
  return found
}

function cueScore(words: Words, i: number, { table, scale }: Weights, scratch: Scratch): number {
  const { cue } = scratch
  cueFeatures(words, i, cue)
  let score = 0
  for (let k = 0; k < cue.count; k++) score += table[cue.rows[k] as number] as number
  return score * scale
}

/** The most probable source, cue and content around `anchor`, which is taken to head a cue. */
export function labelled(
  words: Words,
  anchor: number,
  cueProbability: number,
  model: FrameModel,
  scratch: Scratch,
): Candidate {
  const frame = frameAround(words, anchor)
  const count = frame.from.length
  frameRows(words, frame, scratch.rows)
  scoresOf(scratch.rows, count, model.node, model.edge, scratch.scores)
  sumUp(scratch.scores, frame, scratch.lattice)
  const labels = new Uint8Array(count)
  bestLabels(frame, scratch.lattice, LEANS.usual, labels)
  if (!labels.includes(CONTENT)) bestLabels(frame, scratch.lattice, LEANS.lastResort, labels)
  return {
    anchor,
    cueProbability,
    contentSure: expectedOverlap(frame, labels, scratch.lattice),
    sourceSure: sourceSureness(labels, scratch.lattice),
    frame,
    labels,
    source: rangesOf(words, frame, labels, SOURCE),
    cue: rangesOf(words, frame, labels, CUE),
    content: rangesOf(words, frame, labels, CONTENT),
  }
}

/** Expected words in common over expected words of either, for the content. */
function expectedOverlap(frame: Frame, labels: Uint8Array, { label }: Lattice): number {
  let both = 0
  let either = 0
  for (let e = 0; e < labels.length; e++) {
    const size = (frame.to[e] ?? 0) - (frame.from[e] ?? 0)
    const expected = size * (label[e * LABELS + CONTENT] as number)
    if (labels[e] === CONTENT) {
      both += expected
      either += size
    } else either += expected
  }
  return either > 0 ? both / either : 0
}

function sourceSureness(labels: Uint8Array, lattice: Lattice): number {
  let most = 0
  let any = false
  for (let e = 0; e < labels.length; e++) {
    if (labels[e] !== SOURCE) continue
    any = true
    most = Math.max(most, lattice.label[e * LABELS + SOURCE] as number)
  }
  return any ? most : withoutSource(lattice, labels.length)
}

/** The stretches of elements that have the role `label`, as ranges of the text. */
export function rangesOf(words: Words, frame: Frame, labels: Uint8Array, label: number): Range[] {
  const { tokens } = words.reading
  const ranges: Range[] = []
  for (let e = 0; e < labels.length; e++) {
    if (labels[e] !== label) continue
    const first = e
    while (e + 1 < labels.length && labels[e + 1] === label) e += 1
    const start = tokens[frame.from[first] ?? 0]?.start
    const end = tokens[(frame.to[e] ?? 1) - 1]?.end
    if (start !== undefined && end !== undefined) ranges.push([start, end])
  }
  return ranges
}

/** Rows of a node table and of an edge table hold so many weights. */
export const NODE_WIDTH = LABELS
export const EDGE_WIDTH = LABELS * LABELS
