// Weights while they are learned: AdaGrad, and the average of the later half of the epochs.

/**
 * A typed array in an inner loop, where every index is known to be inside.
 * @typedef {{ [index: number]: any, readonly length: number }} Numbers
 */

/** @typedef {{ epochs: number, rate: number, decay: number, dropout: number, seed: number }} Options */
/** @typedef {{ values: Numbers, squares: Numbers, total: Numbers }} Learned */

const TINY = 1e-8

/** @param {number} size @returns {Learned} */
export function newWeights(size) {
  return { values: new Float32Array(size), squares: new Float32Array(size), total: new Float32Array(size) }
}

/**
 * One step down the gradient; `decay` pulls weights that are touched towards nought.
 * @param {Learned} weights @param {number} at @param {number} gradient @param {Options} options
 */
export function descend({ values, squares }, at, gradient, { rate, decay }) {
  const step = gradient + decay * values[at]
  squares[at] += step * step
  values[at] -= (rate * step) / Math.sqrt(squares[at] + TINY)
}

/** Takes the weights into the average, once half of the epochs are over. @param {Learned} weights @param {number} epoch @param {Options} options */
export function remember({ values, total }, epoch, { epochs }) {
  if (epoch >= epochs / 2) for (let w = 0; w < values.length; w++) total[w] += values[w]
}

/**
 * The average. With dropout a sum had only a share of its features while learning, and has all when reading: the
 * weights shrink by that share.
 * @param {Learned} weights @param {Options} options @returns {Float32Array}
 */
export function average({ total }, { epochs, dropout }) {
  const kept = epochs - Math.ceil(epochs / 2)
  const table = new Float32Array(total.length)
  for (let w = 0; w < total.length; w++) table[w] = total[w] * ((1 - dropout) / kept)
  return table
}
