// Binary logistic regression on hashed features.

import { randomOf, shuffle } from './random.mjs'
import { average, descend, newWeights, remember } from './weights.mjs'

/** @typedef {import('./weights.mjs').Numbers} Numbers */

/**
 * @param {Int32Array[]} rows features of each example @param {number[]} labels 1 or 0
 * @param {number} bits the table has 2 ** bits rows @param {import('./weights.mjs').Options} options
 */
export function learnLogistic(rows, labels, bits, options) {
  const { epochs, dropout, seed } = options
  const weights = newWeights(2 ** bits)
  const random = randomOf(seed)
  const order = Int32Array.from(rows, (_, i) => i)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const x of order) {
      const row = thinned(rows[x] ?? new Int32Array(0), dropout, random)
      let score = 0
      for (let k = 0; k < row.length; k++) score += weights.values[row[k]]
      const gradient = 1 / (1 + Math.exp(-score)) - (labels[x] ?? 0)
      for (let k = 0; k < row.length; k++) descend(weights, row[k], gradient, options)
    }
    remember(weights, epoch, options)
  }
  return average(weights, options)
}

/** The row without a random share of its features. @param {Int32Array} row @param {number} dropout @param {() => number} random @returns {Numbers} */
function thinned(row, dropout, random) {
  return row.filter(() => random() >= dropout)
}
