import type { FrameRows } from './frame-features'

/** Roles of an element in a frame. */
export const OTHER = 0
export const SOURCE = 1
export const CUE = 2
export const CONTENT = 3
export const LABELS = 4

/**
 * States of the chain: a role, and whether the source has been seen, so that a source is one stretch.
 * O, C and T before the source; the source; O, C and T after it.
 */
export const STATES = 7
export const LABEL_OF = Uint8Array.of(OTHER, CUE, CONTENT, SOURCE, OTHER, CUE, CONTENT)
export const LAST_BEFORE_SOURCE = 2
export const IN_SOURCE = 3

/** Whether state `b` may follow state `a`: the source comes once. */
export function mayFollow(a: number, b: number): boolean {
  if (a <= LAST_BEFORE_SOURCE) return b <= IN_SOURCE
  return b >= IN_SOURCE && (b !== IN_SOURCE || a === IN_SOURCE)
}

const PREVIOUS: readonly Uint8Array[] = Array.from({ length: STATES }, (_, b) =>
  Uint8Array.from(Array.from({ length: STATES }, (_, a) => a).filter((a) => mayFollow(a, b))),
)

/**
 * Whether state `s` is possible at element `e`. The head of the cue is cue; fragments of other sentences are
 * content or nothing; the cue is one stretch around its head (edges see to that).
 */
export function possible(state: number, e: number, anchor: number, isFragment: boolean): boolean {
  const label = LABEL_OF[state]
  if (e === anchor) return label === CUE
  if (isFragment) return label === OTHER || label === CONTENT
  return true
}

/** A cue is left only at or after its head, and entered only at or before it. */
export function cueIsOneStretch(a: number, b: number, e: number, anchor: number): boolean {
  const from = LABEL_OF[a] === CUE
  const to = LABEL_OF[b] === CUE
  if (from && !to) return e > anchor
  if (!from && to) return e <= anchor
  return true
}

const FORBIDDEN = -1e9

/** Sums of weights: `node[e * LABELS + label]`, `edge[(e * LABELS + from) * LABELS + to]`. */
export type Scores = { node: Float64Array; edge: Float64Array }

export type Table = Float32Array | Int8Array | Float64Array

type Weights = { readonly table: Table; readonly scale: number }

/** Adds up the weights of the rows. Tables hold LABELS values a node row and LABELS² an edge row. */
export function scoresOf(rows: FrameRows, count: number, node: Weights, edge: Weights, scores: Scores): void {
  if (scores.node.length < count * LABELS) {
    scores.node = new Float64Array(count * 2 * LABELS)
    scores.edge = new Float64Array(count * 2 * LABELS * LABELS)
  }
  for (let e = 0; e < count; e++) {
    addNodes(rows, e, node, scores.node)
    addEdges(rows, e, edge, scores.edge)
  }
}

function addNodes(rows: FrameRows, e: number, { table, scale }: Weights, out: Float64Array): void {
  let other = 0
  let source = 0
  let cue = 0
  let content = 0
  const end = rows.nodeStart[e + 1] as number
  for (let k = rows.nodeStart[e] as number; k < end; k++) {
    const row = (rows.nodes[k] as number) * LABELS
    other += table[row] as number
    source += table[row + 1] as number
    cue += table[row + 2] as number
    content += table[row + 3] as number
  }
  out[e * LABELS] = other * scale
  out[e * LABELS + 1] = source * scale
  out[e * LABELS + 2] = cue * scale
  out[e * LABELS + 3] = content * scale
}

function addEdges(rows: FrameRows, e: number, { table, scale }: Weights, out: Float64Array): void {
  const base = e * LABELS * LABELS
  out.fill(0, base, base + LABELS * LABELS)
  const end = rows.edgeStart[e + 1] as number
  for (let k = rows.edgeStart[e] as number; k < end; k++) {
    const row = (rows.edges[k] as number) * LABELS * LABELS
    for (let x = 0; x < LABELS * LABELS; x++) {
      out[base + x] = (out[base + x] as number) + (table[row + x] as number) * scale
    }
  }
}

/** The lattice of one frame: log potentials between states, with what is impossible left out. */
export function latticeOf(
  scores: Scores,
  count: number,
  anchor: number,
  isFragment: readonly boolean[],
  out: Float64Array,
): void {
  const { node, edge } = scores
  for (let e = 0; e < count; e++) {
    const fragment = isFragment[e] === true
    for (let b = 0; b < STATES; b++) {
      const label = LABEL_OF[b] as number
      const allowed = possible(b, e, anchor, fragment)
      for (let a = 0; a < STATES; a++) {
        const at = (e * STATES + a) * STATES + b
        if (
          !allowed ||
          (e === 0 ? a !== 0 || b > IN_SOURCE : !mayFollow(a, b) || !cueIsOneStretch(a, b, e, anchor))
        ) {
          out[at] = FORBIDDEN
          continue
        }
        // The state before the first element is "other"; its edge tells what a frame may begin with.
        const from = e === 0 ? OTHER : (LABEL_OF[a] as number)
        out[at] =
          (node[e * LABELS + label] as number) + (edge[(e * LABELS + from) * LABELS + label] as number)
      }
    }
  }
}

/** The best sequence of labels into `labels`; returns its score. */
export function viterbi(lattice: Float64Array, count: number, labels: Uint8Array, back: Uint8Array): number {
  let scores = new Float64Array(STATES).fill(FORBIDDEN)
  for (let b = 0; b < STATES; b++) scores[b] = lattice[b] as number
  for (let e = 1; e < count; e++) {
    const next = new Float64Array(STATES).fill(FORBIDDEN)
    for (let b = 0; b < STATES; b++) {
      let best = FORBIDDEN * 2
      let from = 0
      for (const a of PREVIOUS[b] as Uint8Array) {
        const score = (scores[a] as number) + (lattice[(e * STATES + a) * STATES + b] as number)
        if (score > best) {
          best = score
          from = a
        }
      }
      next[b] = best
      back[e * STATES + b] = from
    }
    scores = next
  }
  let state = 0
  for (let b = 1; b < STATES; b++) if ((scores[b] as number) > (scores[state] as number)) state = b
  const best = scores[state] as number
  for (let e = count - 1; e >= 0; e--) {
    labels[e] = LABEL_OF[state] as number
    state = back[e * STATES + state] as number
  }
  return best
}

/** Forward scores in logs: `alpha[e * STATES + s]`. Returns the log of the sum over all sequences. */
export function forward(lattice: Float64Array, count: number, alpha: Float64Array): number {
  for (let b = 0; b < STATES; b++) alpha[b] = lattice[b] as number
  for (let e = 1; e < count; e++) {
    for (let b = 0; b < STATES; b++) {
      let most = FORBIDDEN * 2
      for (const a of PREVIOUS[b] as Uint8Array) {
        const score =
          (alpha[(e - 1) * STATES + a] as number) + (lattice[(e * STATES + a) * STATES + b] as number)
        if (score > most) most = score
      }
      let sum = 0
      if (most > FORBIDDEN / 2) {
        for (const a of PREVIOUS[b] as Uint8Array) {
          sum += Math.exp(
            (alpha[(e - 1) * STATES + a] as number) +
              (lattice[(e * STATES + a) * STATES + b] as number) -
              most,
          )
        }
      }
      alpha[e * STATES + b] = sum > 0 ? most + Math.log(sum) : FORBIDDEN
    }
  }
  return logSum(alpha, (count - 1) * STATES)
}

function logSum(values: Float64Array, at: number): number {
  let most = FORBIDDEN * 2
  for (let s = 0; s < STATES; s++) most = Math.max(most, values[at + s] as number)
  let sum = 0
  for (let s = 0; s < STATES; s++) sum += Math.exp((values[at + s] as number) - most)
  return most + Math.log(sum)
}

/** Backward scores in logs, as `forward`'s. */
export function backward(lattice: Float64Array, count: number, beta: Float64Array): void {
  for (let s = 0; s < STATES; s++) beta[(count - 1) * STATES + s] = 0
  for (let e = count - 2; e >= 0; e--) {
    for (let a = 0; a < STATES; a++) {
      let most = FORBIDDEN * 2
      for (let b = 0; b < STATES; b++) {
        if (!mayFollow(a, b)) continue
        const score =
          (lattice[((e + 1) * STATES + a) * STATES + b] as number) + (beta[(e + 1) * STATES + b] as number)
        if (score > most) most = score
      }
      let sum = 0
      if (most > FORBIDDEN / 2) {
        for (let b = 0; b < STATES; b++) {
          if (!mayFollow(a, b)) continue
          sum += Math.exp(
            (lattice[((e + 1) * STATES + a) * STATES + b] as number) +
              (beta[(e + 1) * STATES + b] as number) -
              most,
          )
        }
      }
      beta[e * STATES + a] = sum > 0 ? most + Math.log(sum) : FORBIDDEN
    }
  }
}
