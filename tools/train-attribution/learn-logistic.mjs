// Binary logistic regression on hashed features.

import { randomOf, shuffle } from './random.mjs'
import { average, descend, newWeights, remember } from './weights.mjs'

/** What is told so surely teaches nothing worth the time: most words that head no cue. */
const NEGLIGIBLE = 1e-3

/**
 * @param {Int32Array[]} rows features of each example @param {number[]} labels 1 or 0
 * @param {number} bits the table has 2 ** bits rows @param {import('./weights.mjs').Options} options
 */
export function learnLogistic(rows, labels, bits, options) {
  const { epochs, dropout, seed } = options
  const weights = newWeights(2 ** bits)
  const random = randomOf(seed)
  const order = Int32Array.from(rows, (_, i) => i)
  const kept = new Int32Array(rows.reduce((most, { length }) => Math.max(most, length), 0))
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const x of order) {
      const row = rows[x]
      if (!row) continue
      const count = thin(row, dropout, random, kept)
      let score = 0
      for (let k = 0; k < count; k++) score += weights.values[kept[k] ?? 0]
      const gradient = 1 / (1 + Math.exp(-score)) - (labels[x] ?? 0)
      if (Math.abs(gradient) < NEGLIGIBLE) continue
      for (let k = 0; k < count; k++) descend(weights, kept[k] ?? 0, gradient, options)
    }
    remember(weights, epoch, options)
  }
  return average(weights, options)
}

/**
 * Writes the row without a random share of its features. Returns how many are left.
 * @param {Int32Array} row @param {number} dropout @param {() => number} random @param {Int32Array} kept
 */
function thin(row, dropout, random, kept) {
  let count = 0
  for (let k = 0; k < row.length; k++) if (random() >= dropout) kept[count++] = row[k] ?? 0
  return count
}
