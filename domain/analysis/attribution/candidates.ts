import type { Range } from '../../article/range'
import {
  bestLabels,
  CONTENT,
  CUE,
  LABELS,
  type Lattice,
  type Lean,
  newLattice,
  OTHER,
  type Scores,
  SOURCE,
  scoresOf,
  sumUp,
  type Table,
  withoutSource,
} from './crf'
import { CUE_BITS, canHeadCue, contextFeatures, firstCueFeatures, MOST_CUE_FEATURES } from './cue-features'
import { type CueLevels, levelsOf } from './cue-levels'
import { type Sink, sinkFor } from './features'
import { type Frame, frameAround } from './frame'
import { emptyRows, type FrameRows, frameRows } from './frame-features'
import { TAG, type Words } from './words'

/** A table of weights: the values times `scale`. */
export type Weights = { readonly table: Table; readonly scale: number; readonly packed?: Int32Array }

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
  const scores = headScores(words, model.cue, least, scratch)
  const levels = levelsOf(scores)
  const floor = Math.log(least / (1 - least))
  const found: Candidate[] = []
  for (const { firstToken, endToken } of words.reading.sentences) {
    const heads: Head[] = []
    for (let i = firstToken; i < endToken; i++) {
      const score = scores[i] as number
      if (score >= floor) heads.push({ anchor: i, score })
    }
    for (const { anchor, score } of strongest(heads)) {
      const candidate = labelled(words, levels, anchor, 1 / (1 + Math.exp(-score)), model, scratch)
      if (candidate.content.length > 0) found.push(candidate)
    }
  }
  return found
}

/** Log odds of every token that it heads a cue; minus infinity for what cannot, or is ruled out at the first look. */
export function headScores(words: Words, cue: Weights, least: number, scratch: Scratch): Float32Array {
  const floor = Math.log(least / (1 - least))
  const scores = new Float32Array(words.count).fill(Number.NEGATIVE_INFINITY)
  for (let i = 0; i < words.count; i++) {
    if (canHeadCue(words, i)) scores[i] = cueScore(words, i, floor, cue, scratch)
  }
  return scores
}

type Head = { readonly anchor: number; readonly score: number }

/** No sentence that a person wrote has more cues than this; noise has, and must not cost time for it. */
const MOST_CUES = 12

function strongest(heads: Head[]): Head[] {
  if (heads.length <= MOST_CUES) return heads
  return heads
    .sort((a, b) => b.score - a.score || a.anchor - b.anchor)
    .slice(0, MOST_CUES)
    .sort((a, b) => a.anchor - b.anchor)
}

/**
 * How much the context of a word can speak for it, in log odds: of 27,312 candidates measured (all of the training split) the lowest
 * had been 0.22 below the floor by its first features, which rule out two thirds of the words.
 */
const CONTEXT_SWAY = 1

/** Log odds that token `i` heads a cue, or minus infinity for what its first features rule out. */
function cueScore(
  words: Words,
  i: number,
  floor: number,
  { table, scale }: Weights,
  { cue }: Scratch,
): number {
  firstCueFeatures(words, i, cue)
  let score = 0
  for (let k = 0; k < cue.count; k++) score += table[cue.rows[k] as number] as number
  if (score * scale < floor - CONTEXT_SWAY) return Number.NEGATIVE_INFINITY
  const first = cue.count
  contextFeatures(words, i, cue)
  for (let k = first; k < cue.count; k++) score += table[cue.rows[k] as number] as number
  return score * scale
}

/** The most probable source, cue and content around `anchor`, which is taken to head a cue. */
export function labelled(
  words: Words,
  levels: CueLevels,
  anchor: number,
  cueProbability: number,
  model: FrameModel,
  scratch: Scratch,
): Candidate {
  const frame = frameAround(words, anchor)
  const count = frame.from.length
  frameRows(words, levels, frame, scratch.rows)
  scoresOf(scratch.rows, count, model.node, model.edge, scratch.scores)
  sumUp(scratch.scores, frame, scratch.lattice)
  const labels = new Uint8Array(count)
  bestLabels(frame, scratch.lattice, LEANS.usual, labels)
  if (!labels.includes(CONTENT)) bestLabels(frame, scratch.lattice, LEANS.lastResort, labels)
  completeSource(words, frame, labels)
  dropWordless(words, frame, labels)
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

const LINKS = new Set(['of', 'in', 'at', 'from', 'for', 'with'])
const PHRASE = new Set([TAG.ADJ, TAG.NOUN, TAG.PROPN, TAG.NUM])

/**
 * A source that begins right after "agents in" or "a spokesman for" is the end of a longer one: it gets the noun phrase
 * that it hangs on, as far as that is free.
 */
function completeSource(words: Words, frame: Frame, labels: Uint8Array): void {
  let e = labels.indexOf(SOURCE)
  const isFree = (at: number) => at >= 0 && labels[at] === OTHER && frame.isFragment[at] === false
  while (e > 1 && e < frame.anchorElement && isFree(e - 1) && isFree(e - 2)) {
    const link = words.reading.tokens[frame.from[e - 1] ?? 0]?.lower ?? ''
    const head = words.tag[frame.from[e - 2] ?? 0]
    if (!LINKS.has(link) || (head !== TAG.NOUN && head !== TAG.PROPN)) return
    const tagAt = (at: number) => words.tag[frame.from[at] ?? 0] ?? 0
    let first = e - 2
    while (isFree(first - 1) && PHRASE.has(tagAt(first - 1))) first -= 1
    if (isFree(first - 1) && tagAt(first - 1) === TAG.DET) first -= 1
    labels.fill(SOURCE, first, e)
    e = first
  }
}

/** The shape of marks, and of words that begin with one. */
const MARK_SHAPE = 4

/** Marks alone are nobody. */
function dropWordless(words: Words, frame: Frame, labels: Uint8Array): void {
  const isWord = (e: number) => {
    const i = frame.from[e] ?? 0
    return words.shape[i] !== MARK_SHAPE || /[\p{L}\p{N}]/u.test(words.reading.tokens[i]?.word ?? '')
  }
  if (labels.some((label, e) => label === SOURCE && isWord(e))) return
  labels.forEach((label, e) => {
    if (label === SOURCE) labels[e] = OTHER
  })
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
