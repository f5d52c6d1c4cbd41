// The three steps of learning, and reading with what was learned, as the runtime does it.

import { cueExamples, frameExamples, prepare } from './examples.mjs'
import { learnFrames } from './learn-frames.mjs'
import { learnLogistic } from './learn-logistic.mjs'
import { count, isFull, match, newTally, quoted } from './measure.mjs'

/** @typedef {any} Engine */
/** @typedef {import('./corpus.mjs').Article} Article */

export const SEED = 20160301

/** Found by trying on one fold of five; the note (docs/technical/attribution.md) has the steps. */
export const SETTINGS = {
  cue: { epochs: 10, rate: 0.05, decay: 1e-4, dropout: 0.4, seed: SEED },
  frame: { epochs: 8, rate: 0.05, decay: 1e-3, dropout: 0.4, seed: SEED },
  accept: { epochs: 12, rate: 0.03, decay: 1e-3, dropout: 0.2, seed: SEED },
  /** Parts of the jackknife that teaches what to accept. */
  parts: 3,
  /** Candidates below this probability of being a cue are not looked at. */
  leastCue: 0.1,
  /** Statements below this probability of being right are not reported. */
  least: 0.3,
}

/**
 * Everything that is made of the articles once: features and labels.
 * @param {Engine} engine @param {Article[]} articles
 */
export function examplesOf(engine, articles) {
  const prepared = prepare(engine, articles)
  return { prepared, cues: cueExamples(engine, prepared), frames: frameExamples(engine, prepared) }
}

/**
 * Learns the tables of cues and of roles from the documents that `use` admits.
 * @param {Engine} engine @param {any} examples @param {(document: number) => boolean} use @param {typeof SETTINGS} settings
 */
export function learnBase(engine, { cues, frames }, use, settings) {
  /** @type {Int32Array[]} */
  const rows = []
  /** @type {number[]} */
  const labels = []
  cues.rows.forEach((/** @type {Int32Array} */ row, /** @type {number} */ i) => {
    if (!use(cues.documents[i])) return
    rows.push(row)
    labels.push(cues.labels[i])
  })
  const cue = learnLogistic(rows, labels, engine.CUE_BITS, settings.cue)
  const { node, edge } = learnFrames(
    engine,
    frames.filter((/** @type {any} */ frame) => use(frame.document)),
    settings.frame,
  )
  return { cue: { table: cue, scale: 1 }, node: { table: node, scale: 1 }, edge: { table: edge, scale: 1 } }
}

/**
 * Learns all: the base from all admitted documents, and what to accept from candidates of bases that had not seen
 * their document.
 * @param {Engine} engine @param {any} examples @param {(document: number) => boolean} use @param {typeof SETTINGS} settings
 */
export function learnAll(engine, examples, use, settings, log = (/** @type {string} */ _) => {}) {
  /** @type {Int32Array[]} */
  const rows = []
  /** @type {number[]} */
  const labels = []
  for (let part = 0; part < settings.parts; part++) {
    const held = (/** @type {number} */ d) => Math.floor(d / 7) % settings.parts === part
    const base = learnBase(engine, examples, (d) => use(d) && !held(d), settings)
    examples.prepared.forEach((/** @type {any} */ { words, article }, /** @type {number} */ d) => {
      if (!use(d) || !held(d)) return
      const candidates = engine.candidatesOf(words, base, settings.leastCue)
      const right = rightOnes(candidates, article)
      const sink = engine.sinkFor(engine.ACCEPT_BITS, engine.MOST_ACCEPT_FEATURES)
      const shapes = candidates.map((/** @type {any} */ candidate) => engine.shapeOf(words, candidate))
      candidates.forEach((/** @type {any} */ _, /** @type {number} */ i) => {
        engine.acceptFeatures(words, candidates, shapes, i, sink)
        rows.push(sink.rows.slice(0, sink.count))
        labels.push(right.has(i) ? 1 : 0)
      })
    })
    log(`part ${part + 1} of ${settings.parts}: ${rows.length} candidates`)
  }
  const accept = learnLogistic(rows, labels, engine.ACCEPT_BITS, settings.accept)
  return { ...learnBase(engine, examples, use, settings), accept: { table: accept, scale: 1 } }
}

/** Candidates that are fully right, each marked attribution answered once. @param {any[]} candidates @param {Article} article */
function rightOnes(candidates, { gold }) {
  const right = new Set()
  for (const { i, j } of match(candidates, gold)) if (gold[j] && isFull(candidates[i], gold[j])) right.add(i)
  return right
}

/**
 * Candidates of the documents that `use` admits, weighed.
 * @param {Engine} engine @param {any} examples @param {any} model @param {(document: number) => boolean} use @param {number} leastCue
 */
export function predict(engine, { prepared }, model, use, leastCue) {
  /** @type {Map<number, any[]>} */
  const predictions = new Map()
  prepared.forEach((/** @type {any} */ { words }, /** @type {number} */ d) => {
    if (use(d))
      predictions.set(d, engine.weighed(words, engine.candidatesOf(words, model, leastCue), model.accept))
  })
  return predictions
}

/**
 * Both tiers at one threshold.
 * @param {Engine} engine @param {any} examples @param {Map<number, any[]>} predictions @param {number} least
 */
export function tiers(engine, { prepared }, predictions, least) {
  const one = newTally()
  const two = newTally()
  for (const [d, candidates] of predictions) {
    const { article } = prepared[d]
    const isQuoted = (/** @type {any} */ attribution) => quoted(attribution, article.text)
    const said = engine.chosen(candidates, least)
    count(one, said.filter(isQuoted), article.gold.filter(isQuoted), article.text)
    count(two, said, article.gold, article.text)
  }
  return { one, two }
}
