import type { Range } from '../../article/range'
import {
  CONTENT,
  CUE,
  forward,
  LABELS,
  latticeOf,
  type Scores,
  SOURCE,
  STATES,
  scoresOf,
  type Table,
  viterbi,
} from './crf'
import { canHeadCue, cueFeatures } from './cue-features'
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
  /** Log probability of the labelling, given the anchor; 0 is certainty. */
  readonly certainty: number
  readonly frame: Frame
  /** Role of every element of the frame. */
  readonly labels: Uint8Array
  readonly source: readonly Range[]
  readonly cue: readonly Range[]
  readonly content: readonly Range[]
}

/** Buffers that live as long as one article is read. */
type Scratch = {
  features: Int32Array
  rows: FrameRows
  scores: Scores
  lattice: Float64Array
  alpha: Float64Array
  back: Uint8Array
}

/** Every token that heads a cue with at least the probability `least`, with its source and content. In text order. */
export function candidatesOf(words: Words, model: FrameModel, least: number): Candidate[] {
  const scratch: Scratch = {
    features: new Int32Array(64),
    rows: emptyRows(),
    scores: { node: new Float64Array(0), edge: new Float64Array(0) },
    lattice: new Float64Array(0),
    alpha: new Float64Array(0),
    back: new Uint8Array(0),
  }
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
  const count = cueFeatures(words, i, scratch.features)
  let score = 0
  for (let k = 0; k < count; k++) score += table[scratch.features[k] as number] as number
  return score * scale
}

function labelled(
  words: Words,
  anchor: number,
  cueProbability: number,
  model: FrameModel,
  scratch: Scratch,
): Candidate {
  const frame = frameAround(words, anchor)
  const count = frame.from.length
  if (scratch.lattice.length < count * STATES * STATES) {
    scratch.lattice = new Float64Array(count * 2 * STATES * STATES)
    scratch.alpha = new Float64Array(count * 2 * STATES)
    scratch.back = new Uint8Array(count * 2 * STATES)
  }
  frameRows(words, frame, scratch.rows)
  scoresOf(scratch.rows, count, model.node, model.edge, scratch.scores)
  latticeOf(scratch.scores, count, frame.anchorElement, frame.isFragment, scratch.lattice)
  const labels = new Uint8Array(count)
  const best = viterbi(scratch.lattice, count, labels, scratch.back)
  const certainty = best - forward(scratch.lattice, count, scratch.alpha)
  return {
    anchor,
    cueProbability,
    certainty,
    frame,
    labels,
    source: rangesOf(words, frame, labels, SOURCE),
    cue: rangesOf(words, frame, labels, CUE),
    content: rangesOf(words, frame, labels, CONTENT),
  }
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
