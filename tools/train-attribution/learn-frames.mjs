// A linear-chain conditional random field over frames: which words are source, cue and content of one cue.

import { randomOf, shuffle } from './random.mjs'
import { average, descend, newWeights, remember } from './weights.mjs'

/** @typedef {any} Engine the modules of domain/analysis, see engine.mjs */
/** @typedef {import('./weights.mjs').Numbers} Numbers */
/** @typedef {import('./weights.mjs').Learned} Learned */
/** @typedef {import('./weights.mjs').Options} Options */
/** @typedef {{ count: number, frame: any, labels: Uint8Array, rows: any }} Example */

/** Smaller gradients change nothing worth the time. */
const NEGLIGIBLE = 1e-4

/** @param {Engine} engine @param {Example[]} examples @param {Options} options */
export function learnFrames(engine, examples, options) {
  const { LABELS } = engine
  const node = newWeights(2 ** engine.NODE_BITS * LABELS)
  const edge = newWeights(2 ** engine.EDGE_BITS * LABELS * LABELS)
  const weights = { node: { table: node.values, scale: 1 }, edge: { table: edge.values, scale: 1 } }
  const random = randomOf(options.seed)
  const order = Int32Array.from(examples, (_, i) => i)
  const most = examples.reduce((size, { count }) => Math.max(size, count), 0)
  const buffer = engine.emptyRows()
  engine.makeRoom(buffer.nodes, most * 64)
  engine.makeRoom(buffer.edges, most * 32)
  buffer.nodeStart = new Int32Array(most + 1)
  buffer.edgeStart = new Int32Array(most + 1)
  const scores = { node: new Float64Array(0), edge: new Float64Array(0) }
  const lattice = engine.newLattice()
  const gradient = { node: new Float64Array(LABELS), edge: new Float64Array(LABELS * LABELS) }
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random)
    for (const x of order) {
      const example = examples[x]
      if (!example) continue
      const rows = thinned(example.rows, example.count, options.dropout, random, buffer)
      engine.scoresOf(rows, example.count, weights.node, weights.edge, scores)
      engine.sumUp(scores, example.frame, lattice)
      for (let e = 0; e < example.count; e++) {
        gradientAt(engine, lattice, example.labels, e, gradient)
        descendRows(rows.nodes.rows, rows.nodeStart, e, node, gradient.node, options)
        descendRows(rows.edges.rows, rows.edgeStart, e, edge, gradient.edge, options)
      }
    }
    remember(node, epoch, options)
    remember(edge, epoch, options)
  }
  return { node: average(node, options), edge: average(edge, options) }
}

/**
 * What the model expects of element `e`, less what is marked.
 * @param {Engine} engine @param {any} lattice @param {Numbers} labels @param {number} e @param {{ node: Numbers, edge: Numbers }} gradient
 */
function gradientAt(
  { LABELS, STATES, LABEL_OF },
  { psi, alpha, beta, scale, label: expected },
  labels,
  e,
  gradient,
) {
  const { node, edge } = gradient
  for (let l = 0; l < LABELS; l++) node[l] = expected[e * LABELS + l]
  for (let x = 0; x < LABELS * LABELS; x++) edge[x] = 0
  for (let a = 0; a < (e === 0 ? 1 : STATES); a++) {
    const from = e === 0 ? 0 : LABEL_OF[a]
    const before = e === 0 ? 1 : alpha[(e - 1) * STATES + a]
    for (let b = 0; b < STATES; b++) {
      const potential = psi[(e * STATES + a) * STATES + b]
      if (potential <= 0) continue
      edge[from * LABELS + LABEL_OF[b]] += (before * potential * beta[e * STATES + b]) / scale[e]
    }
  }
  node[labels[e]] -= 1
  edge[(e === 0 ? 0 : labels[e - 1]) * LABELS + labels[e]] -= 1
}

/** @param {Numbers} rows @param {Numbers} start @param {number} e @param {Learned} weights @param {Numbers} gradient @param {Options} options */
function descendRows(rows, start, e, weights, gradient, options) {
  const width = gradient.length
  for (let k = start[e]; k < start[e + 1]; k++) {
    const base = rows[k] * width
    for (let l = 0; l < width; l++) {
      if (Math.abs(gradient[l]) >= NEGLIGIBLE) descend(weights, base + l, gradient[l], options)
    }
  }
}

/**
 * The rows without a random share of their features.
 * @param {any} rows @param {number} count @param {number} dropout @param {() => number} random @param {any} out
 */
function thinned(rows, count, dropout, random, out) {
  let n = 0
  let m = 0
  for (let e = 0; e < count; e++) {
    out.nodeStart[e] = n
    out.edgeStart[e] = m
    for (let k = rows.nodeStart[e]; k < rows.nodeStart[e + 1]; k++) {
      if (random() >= dropout) out.nodes.rows[n++] = rows.nodes.rows[k]
    }
    for (let k = rows.edgeStart[e]; k < rows.edgeStart[e + 1]; k++) {
      if (random() >= dropout) out.edges.rows[m++] = rows.edges.rows[k]
    }
  }
  out.nodeStart[count] = n
  out.edgeStart[count] = m
  return out
}
