// What is wrong with the statements that are not fully right, by class and count.

import { common, isFull, match, overlapOf, size } from './measure.mjs'

/** @typedef {import('./corpus.mjs').Gold} Gold */

export const CLASSES = /** @type {const} */ ([
  'cue missed',
  'content too long',
  'content too short',
  'content elsewhere',
  'source missed',
  'source where none is marked',
  'wrong source',
  'answered by another statement',
  'no cue is marked',
  'cue where none is marked',
])
/** @typedef {typeof CLASSES[number]} ErrorClass */
/** @typedef {Record<ErrorClass, { all: number, quoted: number }>} ErrorCounts */

/** @returns {ErrorCounts} */
export const newErrors = () =>
  /** @type {ErrorCounts} */ (Object.fromEntries(CLASSES.map((name) => [name, { all: 0, quoted: 0 }])))

/**
 * Counts the errors of one article: every marked statement that no reported one answers fully, by the reported one at its
 * cue; and every reported one at whose cue nothing is marked.
 * @param {ErrorCounts} counts @param {Gold[]} said @param {Gold[]} gold @param {(statement: Gold) => boolean} isQuoted
 */
export function countErrors(counts, said, gold, isQuoted) {
  const answered = new Set()
  for (const { i, j } of match(said, gold)) {
    const [p, g] = [said[i], gold[j]]
    if (p && g && isFull(p, g)) answered.add(j)
  }
  const add = (/** @type {ErrorClass} */ name, /** @type {Gold} */ statement) => {
    counts[name].all += 1
    if (isQuoted(statement)) counts[name].quoted += 1
  }
  gold.forEach((marked, j) => {
    if (!answered.has(j)) add(classOf(said, marked), marked)
  })
  for (const statement of said) {
    if (!gold.some(({ cue }) => common(cue, statement.cue) > 0)) add('cue where none is marked', statement)
  }
}

/** @param {Gold[]} said @param {Gold} marked @returns {ErrorClass} */
function classOf(said, marked) {
  if (marked.cue.length === 0) return 'no cue is marked'
  const [found] = said
    .filter(({ cue }) => common(cue, marked.cue) > 0)
    .sort((a, b) => overlapOf(b, marked) - overlapOf(a, marked))
  if (!found) return 'cue missed'
  if (common(found.content, marked.content) === 0) return 'content elsewhere'
  if (overlapOf(found, marked) < 0.5)
    return size(found.content) > size(marked.content) ? 'content too long' : 'content too short'
  if (isFull(found, marked)) return 'answered by another statement'
  if (marked.source.length === 0) return 'source where none is marked'
  return found.source.length === 0 ? 'source missed' : 'wrong source'
}

/** @param {ErrorCounts} counts */
export function showErrors(counts) {
  return Object.entries(counts)
    .map(([name, { all, quoted }]) => `  ${name}: ${all}, ${quoted} of them quoted`)
    .join('\n')
}
