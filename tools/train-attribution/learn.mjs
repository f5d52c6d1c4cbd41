// Learning: a logistic regression over tokens (is this the head of a cue?) and a linear-chain CRF over frames
// (which words are its source, cue and content?), both with AdaGrad on hashed features and a fixed seed.

/** @typedef {any} Engine */

/** mulberry32: the order of examples, the same for the same seed. @param {number} seed */
export function randomOf(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** @param {Int32Array} order @param {() => number} random */
function shuffle(order, random) {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const swap = order[i]
    order[i] = order[j]
    order[j] = swap
  }
}

/**
 * Binary logistic regression.
 * @param {Int32Array[]} rows @param {number[]} labels @param {number} bits
 * @param {{ epochs: number, rate: number, decay: number, dropout: number, seed: number }} options
 */
export function learnLogistic(rows, labels, bits, { epochs, rate, decay, dropout, seed }) {
  const weights = new Float32Array(1 << bits)
  const squares = new Float32Array(1 << bits)
  const total = new Float32Array(1 << bits)
  const random = randomOf(seed)
  const order = Int32Array.from(rows, (_, i) => i)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const x of order) {
      const row = thinned(rows[x], dropout, random)
      let score = 0
      for (let k = 0; k < row.length; k++) score += weights[row[k]]
      const gradient = 1 / (1 + Math.exp(-score)) - labels[x]
      for (let k = 0; k < row.length; k++) {
        const at = row[k]
        const step = gradient + decay * weights[at]
        squares[at] += step * step
        weights[at] -= (rate * step) / Math.sqrt(squares[at] + 1e-8)
      }
    }
    if (epoch >= epochs / 2) for (let w = 0; w < weights.length; w++) total[w] += weights[w]
  }
  const kept = epochs - Math.ceil(epochs / 2)
  for (let w = 0; w < weights.length; w++) weights[w] = ((1 - dropout) * total[w]) / kept
  return weights
}

/**
 * The row without a random share of its features, and with the rest standing in for it (scores are sums, and at
 * reading time all features are there: weights are scaled once, at the end).
 * @param {Int32Array} row @param {number} dropout @param {() => number} random
 */
function thinned(row, dropout, random) {
  return dropout > 0 ? row.filter(() => random() >= dropout) : row
}

/**
 * Conditional random field over frames.
 * @param {Engine} engine @param {any[]} examples
 * @param {{ epochs: number, rate: number, decay: number, dropout: number, seed: number, report?: (epoch: number, loss: number) => void }} options
 */
export function learnFrames(engine, examples, { epochs, rate, decay, dropout, seed, report }) {
  const { LABELS, STATES, NODE_BITS, EDGE_BITS, LABEL_OF, LAST_BEFORE_SOURCE, IN_SOURCE, SOURCE } = engine
  const node = new Float32Array((1 << NODE_BITS) * LABELS)
  const edge = new Float32Array((1 << EDGE_BITS) * LABELS * LABELS)
  const nodeSquares = new Float32Array(node.length)
  const edgeSquares = new Float32Array(edge.length)
  const nodeTotal = new Float32Array(node.length)
  const edgeTotal = new Float32Array(edge.length)
  const most = examples.reduce((size, { count }) => Math.max(size, count), 0)
  const scores = { node: new Float64Array(most * LABELS), edge: new Float64Array(most * 16) }
  const lattice = new Float64Array(most * STATES * STATES)
  const alpha = new Float64Array(most * STATES)
  const beta = new Float64Array(most * STATES)
  const weights = { node: { table: node, scale: 1 }, edge: { table: edge, scale: 1 } }
  const gradientNode = new Float64Array(LABELS)
  const gradientEdge = new Float64Array(16)
  const random = randomOf(seed)
  const order = Int32Array.from(examples, (_, i) => i)
  const buffer = {
    ...engine.emptyRows(),
    nodes: new Int32Array(most * 64),
    edges: new Int32Array(most * 32),
    nodeStart: new Int32Array(most + 1),
    edgeStart: new Int32Array(most + 1),
  }
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    let loss = 0
    for (const x of order) {
      const { count, anchor, isFragment, labels } = examples[x]
      const rows = thinnedFrame(examples[x].rows, count, dropout, random, buffer)
      engine.scoresOf(rows, count, weights.node, weights.edge, scores)
      engine.latticeOf(scores, count, anchor, isFragment, lattice)
      const logSum = engine.forward(lattice, count, alpha)
      engine.backward(lattice, count, beta)
      let seen = false
      let state = 0
      for (let e = 0; e < count; e++) {
        const label = labels[e]
        const previous = e === 0 ? 0 : labels[e - 1]
        gradientEdge.fill(0)
        gradientNode.fill(0)
        for (let a = 0; a < STATES; a++) {
          if (e === 0 && a > 0) break
          const from = e === 0 ? 0 : LABEL_OF[a]
          const before = e === 0 ? 0 : alpha[(e - 1) * STATES + a]
          if (before < -1e8) continue
          for (let b = 0; b < STATES; b++) {
            const potential = lattice[(e * STATES + a) * STATES + b]
            if (potential < -1e8) continue
            const p = Math.exp(before + potential + beta[e * STATES + b] - logSum)
            if (p > 1e-7) {
              gradientEdge[from * LABELS + LABEL_OF[b]] += p
              gradientNode[LABEL_OF[b]] += p
            }
          }
        }
        if (label === SOURCE) seen = true
        const next =
          label === SOURCE ? IN_SOURCE : (label === 0 ? 0 : label - 1) + (seen ? LAST_BEFORE_SOURCE + 2 : 0)
        loss -= lattice[(e * STATES + (e === 0 ? 0 : state)) * STATES + next]
        state = next
        gradientNode[label] -= 1
        gradientEdge[previous * LABELS + label] -= 1
        for (let k = rows.nodeStart[e]; k < rows.nodeStart[e + 1]; k++) {
          const base = rows.nodes[k] * LABELS
          for (let l = 0; l < LABELS; l++) {
            const gradient = gradientNode[l]
            if (gradient > -1e-4 && gradient < 1e-4) continue
            const at = base + l
            const step = gradient + decay * node[at]
            nodeSquares[at] += step * step
            node[at] -= (rate * step) / Math.sqrt(nodeSquares[at] + 1e-8)
          }
        }
        for (let k = rows.edgeStart[e]; k < rows.edgeStart[e + 1]; k++) {
          const base = rows.edges[k] * 16
          for (let l = 0; l < 16; l++) {
            const gradient = gradientEdge[l]
            if (gradient > -1e-4 && gradient < 1e-4) continue
            const at = base + l
            const step = gradient + decay * edge[at]
            edgeSquares[at] += step * step
            edge[at] -= (rate * step) / Math.sqrt(edgeSquares[at] + 1e-8)
          }
        }
      }
      loss += logSum
    }
    report?.(epoch, loss / examples.length)
    if (epoch >= epochs / 2) {
      for (let w = 0; w < node.length; w++) nodeTotal[w] += node[w]
      for (let w = 0; w < edge.length; w++) edgeTotal[w] += edge[w]
    }
  }
  const kept = epochs - Math.ceil(epochs / 2)
  for (let w = 0; w < node.length; w++) nodeTotal[w] *= (1 - dropout) / kept
  for (let w = 0; w < edge.length; w++) edgeTotal[w] *= (1 - dropout) / kept
  return { node: nodeTotal, edge: edgeTotal }
}

/**
 * As `thinned`, for a frame.
 * @param {any} rows @param {number} count @param {number} dropout @param {() => number} random @param {any} out
 */
function thinnedFrame(rows, count, dropout, random, out) {
  if (dropout <= 0) return rows
  let n = 0
  let m = 0
  for (let e = 0; e < count; e++) {
    out.nodeStart[e] = n
    out.edgeStart[e] = m
    for (let k = rows.nodeStart[e]; k < rows.nodeStart[e + 1]; k++)
      if (random() >= dropout) out.nodes[n++] = rows.nodes[k]
    for (let k = rows.edgeStart[e]; k < rows.edgeStart[e + 1]; k++)
      if (random() >= dropout) out.edges[m++] = rows.edges[k]
  }
  out.nodeStart[count] = n
  out.edgeStart[count] = m
  return out
}
