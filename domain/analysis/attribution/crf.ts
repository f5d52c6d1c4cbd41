import type { Frame } from './frame'
import type { FrameRows } from './frame-features'

type FrameShape = Pick<Frame, 'anchorElement' | 'isFragment' | 'isBound'>

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

/** The states that may stand before state `b` are `[BEFORE_FROM[b], BEFORE_TO[b])`; after `a`, `[AFTER_FROM[a], AFTER_TO[a])`. */
const BEFORE_FROM = Uint8Array.of(0, 0, 0, 0, 3, 3, 3)
const BEFORE_TO = Uint8Array.of(3, 3, 3, 4, 7, 7, 7)
const AFTER_FROM = Uint8Array.of(0, 0, 0, 3, 4, 4, 4)
const AFTER_TO = Uint8Array.of(4, 4, 4, 7, 7, 7, 7)

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

/** Sums of weights: `node[e * LABELS + label]`, `edge[(e * LABELS + from) * LABELS + to]`. */
export type Scores = { node: Float64Array; edge: Float64Array }

export type Table = Float32Array | Int8Array | Float64Array

/** Weights; `packed` are the same ones four at a time (little-endian, as all that Electron runs on), when they are bytes. */
type Weights = { readonly table: Table; readonly scale: number; readonly packed?: Int32Array }

/** Adds up the weights of the rows. Tables hold LABELS values a node row and LABELS² an edge row. */
export function scoresOf(rows: FrameRows, count: number, node: Weights, edge: Weights, scores: Scores): void {
  if (scores.node.length < count * LABELS) {
    scores.node = new Float64Array(count * 2 * LABELS)
    scores.edge = new Float64Array(count * 2 * LABELS * LABELS)
  }
  const { nodes, edges, nodeStart, edgeStart } = rows
  if (node.packed && edge.packed) {
    addPacked(nodes.rows, nodeStart, count, node.packed, 1, node.scale, scores.node)
    addPacked(edges.rows, edgeStart, count, edge.packed, LABELS, edge.scale, scores.edge)
    return
  }
  for (let e = 0; e < count; e++) {
    addFour(nodes.rows, nodeStart, e, node, LABELS, 0, scores.node, e * LABELS)
    for (let from = 0; from < LABELS; from++) {
      const out = (e * LABELS + from) * LABELS
      addFour(edges.rows, edgeStart, e, edge, LABELS * LABELS, from * LABELS, scores.edge, out)
    }
  }
}

/**
 * The same for weights of one byte, four of them added at once: as two and two in the halves of a 32-bit number, each
 * raised by 128 so that none is negative. A half holds 257 of them, five times what an element has.
 */
function addPacked(
  rows: Int32Array,
  start: Int32Array,
  count: number,
  packed: Int32Array,
  width: number,
  scale: number,
  out: Float64Array,
): void {
  for (let e = 0; e < count; e++) {
    const first = start[e] as number
    const end = start[e + 1] as number
    const raised = (end - first) * 128
    for (let from = 0; from < width; from++) {
      let even = 0
      let odd = 0
      for (let k = first; k < end; k++) {
        const four = (packed[(rows[k] as number) * width + from] as number) ^ 0x80808080
        even = (even + (four & 0xff00ff)) | 0
        odd = (odd + ((four >>> 8) & 0xff00ff)) | 0
      }
      const at = (e * width + from) * LABELS
      out[at] = ((even & 0xffff) - raised) * scale
      out[at + 1] = ((odd & 0xffff) - raised) * scale
      out[at + 2] = ((even >>> 16) - raised) * scale
      out[at + 3] = ((odd >>> 16) - raised) * scale
    }
  }
}

/** Sums of the four weights at `offset` of each of element `e`'s rows, which are `width` weights wide; into `out[at …]`. */
function addFour(
  rows: Int32Array,
  start: Int32Array,
  e: number,
  { table, scale }: Weights,
  width: number,
  offset: number,
  out: Float64Array,
  at: number,
): void {
  let other = 0
  let source = 0
  let cue = 0
  let content = 0
  const end = start[e + 1] as number
  for (let k = start[e] as number; k < end; k++) {
    const row = (rows[k] as number) * width + offset
    other += table[row] as number
    source += table[row + 1] as number
    cue += table[row + 2] as number
    content += table[row + 3] as number
  }
  out[at] = other * scale
  out[at + 1] = source * scale
  out[at + 2] = cue * scale
  out[at + 3] = content * scale
}

/** Everything that is computed of one frame; buffers are reused and grow as needed. */
export type Lattice = {
  /** Potentials between states, `psi[(e * STATES + a) * STATES + b]`, each element's divided by its largest; 0 is impossible. */
  psi: Float64Array
  /** Forward and backward sums, scaled element by element. */
  alpha: Float64Array
  beta: Float64Array
  scale: Float64Array
  /** Probability of each label, `label[e * LABELS + l]`. */
  label: Float64Array
  back: Uint8Array
  best: Float64Array
}

export function newLattice(): Lattice {
  const none = new Float64Array(0)
  return { psi: none, alpha: none, beta: none, scale: none, label: none, back: new Uint8Array(0), best: none }
}

function grow(lattice: Lattice, count: number): void {
  if (lattice.scale.length >= count) return
  const room = count * 2
  lattice.psi = new Float64Array(room * STATES * STATES)
  lattice.alpha = new Float64Array(room * STATES)
  lattice.beta = new Float64Array(room * STATES)
  lattice.scale = new Float64Array(room)
  lattice.label = new Float64Array(room * LABELS)
  lattice.back = new Uint8Array(room * STATES)
  lattice.best = new Float64Array(room * STATES)
}

const weight = new Float64Array(LABELS * LABELS)

/** Fills `psi`; returns the sum of the logs of what the elements were divided by. */
function fillPotentials(scores: Scores, frame: FrameShape, psi: Float64Array): number {
  const { node, edge } = scores
  const { anchorElement, isFragment, isBound } = frame
  let divided = 0
  for (let e = 0; e < isFragment.length; e++) {
    let most = Number.NEGATIVE_INFINITY
    for (let x = 0; x < LABELS * LABELS; x++) {
      const score = (edge[e * LABELS * LABELS + x] as number) + (node[e * LABELS + (x & 3)] as number)
      weight[x] = score
      if (score > most) most = score
    }
    for (let x = 0; x < LABELS * LABELS; x++) weight[x] = Math.exp((weight[x] as number) - most)
    divided += most
    const steps = stepsAt(e, anchorElement, isFragment[e] === true, isBound[e] === true)
    const base = e * STATES * STATES
    // The state before the first element is "other"; its edge tells what a frame may begin with.
    for (let step = 0; step < STATES * STATES; step++) {
      psi[base + step] = steps[step] === 0 ? 0 : (weight[LABEL_PAIR[step] as number] as number)
    }
  }
  return divided
}

/** `from * LABELS + to` of the labels of two states. */
const LABEL_PAIR = Uint8Array.from(
  { length: STATES * STATES },
  (_, step) => (LABEL_OF[Math.floor(step / STATES)] as number) * LABELS + (LABEL_OF[step % STATES] as number),
)

/** Allowed steps between states by kind of place: 0 first, 1 before the head of the cue, 2 the head, 3 after it. */
const STEPS: readonly Uint8Array[] = Array.from({ length: 16 }, (_, kind) => {
  const [place, fragment, bound] = [kind >> 2, (kind & 2) !== 0, (kind & 1) !== 0]
  const [e, anchor] = place === 2 ? [5, 5] : place === 3 ? [6, 5] : [place, 5]
  return Uint8Array.from({ length: STATES * STATES }, (_, step) => {
    const [a, b] = [Math.floor(step / STATES), step % STATES]
    if (!possible(b, e, anchor, fragment)) return 0
    if (place === 0) return a === 0 && b <= IN_SOURCE ? 1 : 0
    if (!mayFollow(a, b) || !cueIsOneStretch(a, b, e, anchor)) return 0
    return !bound || (LABEL_OF[a] === CONTENT) === (LABEL_OF[b] === CONTENT) ? 1 : 0
  })
})

/** For each step `a * STATES + b` at element `e`, 1 when state `b` may follow state `a` there. */
function stepsAt(e: number, anchor: number, fragment: boolean, bound: boolean): Uint8Array {
  if (e === 0) return anchor === 0 ? FIRST_IS_HEAD : (STEPS[fragment ? 2 : 0] as Uint8Array)
  const place = e < anchor ? 1 : e === anchor ? 2 : 3
  return STEPS[place * 4 + (fragment ? 2 : 0) + (bound ? 1 : 0)] as Uint8Array
}

const FIRST_IS_HEAD = Uint8Array.from({ length: STATES * STATES }, (_, step) =>
  step <= IN_SOURCE && LABEL_OF[step] === CUE ? 1 : 0,
)

const LEAST = 1e-290

/**
 * Sums over all labellings of the frame: fills `alpha`, `beta`, `scale` and `label`. Returns the log of the sum
 * of all, which the score of one labelling is measured against.
 */
export function sumUp(scores: Scores, frame: FrameShape, lattice: Lattice): number {
  const count = frame.isFragment.length
  grow(lattice, count)
  const { psi, alpha, beta, scale, label } = lattice
  let log = fillPotentials(scores, frame, psi)
  for (let e = 0; e < count; e++) {
    let total = 0
    for (let b = 0; b < STATES; b++) {
      let sum = 0
      if (e === 0) sum = psi[b] as number
      else {
        const to = BEFORE_TO[b] as number
        for (let a = BEFORE_FROM[b] as number; a < to; a++) {
          sum += (alpha[(e - 1) * STATES + a] as number) * (psi[(e * STATES + a) * STATES + b] as number)
        }
      }
      alpha[e * STATES + b] = sum
      total += sum
    }
    const size = Math.max(total, LEAST)
    for (let b = 0; b < STATES; b++) alpha[e * STATES + b] = (alpha[e * STATES + b] as number) / size
    scale[e] = size
    log += Math.log(size)
  }
  for (let a = 0; a < STATES; a++) beta[(count - 1) * STATES + a] = 1
  for (let e = count - 2; e >= 0; e--) {
    const size = scale[e + 1] as number
    for (let a = 0; a < STATES; a++) {
      let sum = 0
      const to = AFTER_TO[a] as number
      for (let b = AFTER_FROM[a] as number; b < to; b++) {
        sum += (psi[((e + 1) * STATES + a) * STATES + b] as number) * (beta[(e + 1) * STATES + b] as number)
      }
      beta[e * STATES + a] = sum / size
    }
  }
  label.fill(0, 0, count * LABELS)
  for (let e = 0; e < count; e++) {
    for (let b = 0; b < STATES; b++) {
      const at = e * LABELS + (LABEL_OF[b] as number)
      label[at] = (label[at] as number) + (alpha[e * STATES + b] as number) * (beta[e * STATES + b] as number)
    }
  }
  return log
}

/** Probability that the frame holds no source, after `sumUp`. */
export function withoutSource(lattice: Lattice, count: number): number {
  let sum = 0
  for (let b = 0; b <= LAST_BEFORE_SOURCE; b++) sum += lattice.alpha[(count - 1) * STATES + b] as number
  return sum
}

/** How much each label's probability counts, by label. */
export type Lean = readonly [other: number, source: number, cue: number, content: number]

/**
 * The labelling that agrees best with the probabilities of the single labels, among those the rules allow;
 * `lean` weighs the labels against each other. To be right about most words serves a reader better than the one most
 * probable labelling, which can be improbable itself.
 */
export function bestLabels(frame: FrameShape, lattice: Lattice, lean: Lean, labels: Uint8Array): void {
  const count = labels.length
  const { label, back, best } = lattice
  const { anchorElement, isFragment, isBound } = frame
  for (let e = 0; e < count; e++) {
    const steps = stepsAt(e, anchorElement, isFragment[e] === true, isBound[e] === true)
    for (let b = 0; b < STATES; b++) {
      const own = LABEL_OF[b] as number
      let most = Number.NEGATIVE_INFINITY
      if (e === 0) most = steps[b] === 1 ? 0 : most
      else {
        const to = BEFORE_TO[b] as number
        for (let a = BEFORE_FROM[b] as number; a < to; a++) {
          const score = best[(e - 1) * STATES + a] as number
          if (score > most && steps[a * STATES + b] === 1) {
            most = score
            back[e * STATES + b] = a
          }
        }
      }
      best[e * STATES + b] = most + (label[e * LABELS + own] as number) * (lean[own] as number)
    }
  }
  let state = 0
  const last = (count - 1) * STATES
  for (let b = 1; b < STATES; b++) if ((best[last + b] as number) > (best[last + state] as number)) state = b
  for (let e = count - 1; e >= 0; e--) {
    labels[e] = LABEL_OF[state] as number
    state = back[e * STATES + state] as number
  }
}
