// The measures of ../shared/eval/attribution.mjs, on ranges instead of sets of positions: the same counts, faster.

import { merged } from './corpus.mjs'

/** @typedef {import('./corpus.mjs').Range} Range */
/** @typedef {import('./corpus.mjs').Gold} Gold */
/** @typedef {{ matched: number, full: number, said: number, gold: number, characters: number[][] }} Tally */

const ROLES = /** @type {const} */ (['source', 'cue', 'content'])
const QUOTE = /[“”"]|''/
const MATCH = 0.5

/** @returns {Tally} */
export const newTally = () => ({
  matched: 0,
  full: 0,
  said: 0,
  gold: 0,
  characters: ROLES.map(() => [0, 0, 0]),
})

/** @param {Tally} a @param {Tally} b @returns {Tally} */
export const sum = (a, b) => ({
  matched: a.matched + b.matched,
  full: a.full + b.full,
  said: a.said + b.said,
  gold: a.gold + b.gold,
  characters: a.characters.map((row, n) => row.map((value, k) => value + (b.characters[n]?.[k] ?? 0))),
})

/** @param {readonly Range[]} ranges */
export const size = (ranges) => ranges.reduce((sum, [start, end]) => sum + end - start, 0)

/** Characters that two lists of merged ranges share. @param {readonly Range[]} a @param {readonly Range[]} b */
export function common(a, b) {
  let count = 0
  for (const x of a) for (const y of b) count += Math.max(0, Math.min(x[1], y[1]) - Math.max(x[0], y[0]))
  return count
}

/** Whether a double quotation mark stands in the content. @param {Gold} attribution @param {string} text */
export function quoted({ content }, text) {
  const first = content[0]
  const last = content[content.length - 1]
  return first !== undefined && last !== undefined && QUOTE.test(text.slice(first[0], last[1] + 1))
}

/** @param {Gold} p @param {Gold} g */
export function overlapOf(p, g) {
  const both = common(p.content, g.content)
  return both / (size(p.content) + size(g.content) - both)
}

/** @param {Gold} p @param {Gold} g */
export function isFull(p, g) {
  const sourceOk = (p.source.length === 0 && g.source.length === 0) || common(p.source, g.source) > 0
  return sourceOk && common(p.cue, g.cue) > 0
}

/**
 * Best pairs first, ties to the later ones.
 * @param {Gold[]} predicted @param {Gold[]} gold
 * @returns {{ i: number, j: number }[]}
 */
export function match(predicted, gold) {
  /** @type {{ overlap: number, i: number, j: number }[]} */
  const pairs = []
  predicted.forEach((p, i) => {
    gold.forEach((g, j) => {
      const overlap = overlapOf(p, g)
      if (overlap >= MATCH) pairs.push({ overlap, i, j })
    })
  })
  pairs.sort((a, b) => b.overlap - a.overlap || b.i - a.i || b.j - a.j)
  const usedI = new Set()
  const usedJ = new Set()
  return pairs.filter(({ i, j }) => !usedI.has(i) && !usedJ.has(j) && usedI.add(i) && usedJ.add(j))
}

/**
 * Adds one document.
 * @param {Tally} tally @param {Gold[]} predicted @param {Gold[]} gold @param {string} text
 */
export function count(tally, predicted, gold, text) {
  const pairs = match(predicted, gold)
  tally.matched += pairs.length
  for (const { i, j } of pairs) {
    const [p, g] = [predicted[i], gold[j]]
    if (p && g && isFull(p, g)) tally.full += 1
  }
  tally.said += predicted.length
  tally.gold += gold.length
  ROLES.forEach((role, n) => {
    const said = merged(predicted.flatMap((attribution) => attribution[role]))
    const marked = merged(gold.flatMap((attribution) => attribution[role]))
    const ink = (/** @type {Range[]} */ ranges) =>
      ranges.reduce((sum, [start, end]) => sum + text.slice(start, end).replace(/\s/g, '').length, 0)
    const row = tally.characters[n]
    if (!row) return
    row[0] = (row[0] ?? 0) + ink(intersection(said, marked))
    row[1] = (row[1] ?? 0) + ink(said)
    row[2] = (row[2] ?? 0) + ink(marked)
  })
}

/** @param {Range[]} a @param {Range[]} b @returns {Range[]} */
function intersection(a, b) {
  /** @type {Range[]} */
  const out = []
  for (const x of a) {
    for (const y of b) {
      const [start, end] = [Math.max(x[0], y[0]), Math.min(x[1], y[1])]
      if (start < end) out.push([start, end])
    }
  }
  return out
}

/** @param {number} hits @param {number} said @param {number} gold */
export function prf(hits, said, gold) {
  const p = said ? hits / said : 0
  const r = gold ? hits / gold : 0
  return { p, r, f1: p + r ? (2 * p * r) / (p + r) : 0 }
}

/** @param {string} title @param {Tally} tally */
export function show(title, tally) {
  const share = (/** @type {number} */ x) => x.toFixed(3).replace(/^0/, '')
  const line = (/** @type {{p: number, r: number, f1: number}} */ { p, r, f1 }) =>
    `P ${share(p)} R ${share(r)} F1 ${share(f1)}`
  const [source, cue, content] = tally.characters.map(([a = 0, b = 0, c = 0]) => share(prf(a, b, c).f1))
  return `${title}: match ${line(prf(tally.matched, tally.said, tally.gold))} | full ${line(prf(tally.full, tally.said, tally.gold))} | chars source ${source} cue ${cue} content ${content} (${tally.said} said)`
}
