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
 * Everything that is made of the articles once: tokens with their features, and which of them head a cue.
 * @param {Engine} engine @param {Article[]} articles
 */
export function examplesOf(engine, articles) {
  const prepared = prepare(engine, articles)
  return { prepared, cues: cueExamples(engine, prepared) }
}

/**
 * Learns which tokens head a cue, from the documents that `use` admits.
 * @param {Engine} engine @param {any} examples @param {(document: number) => boolean} use @param {typeof SETTINGS} settings
 */
function learnCues(engine, { cues }, use, settings) {
  /** @type {Int32Array[]} */
  const rows = []
  /** @type {number[]} */
  const labels = []
  cues.rows.forEach((/** @type {Int32Array} */ row, /** @type {number} */ i) => {
    if (!use(cues.documents[i])) return
    rows.push(row)
    labels.push(cues.labels[i])
  })
  return { table: learnLogistic(rows, labels, engine.CUE_BITS, settings.cue), scale: 1 }
}

/** @param {Engine} engine @param {any[]} frames @param {(document: number) => boolean} use @param {typeof SETTINGS} settings */
function learnRoles(engine, frames, use, settings) {
  const { node, edge } = learnFrames(
    engine,
    frames.filter(({ document }) => use(document)),
    settings.frame,
  )
  return { node: { table: node, scale: 1 }, edge: { table: edge, scale: 1 } }
}

/**
 * Learns all from the documents that `use` admits. What builds on an earlier step learns from what that step says of
 * documents that it had not seen, as it will when reading: the documents are parted, and each part is read by tables
 * learned from the others.
 * @param {Engine} engine @param {any} examples @param {(document: number) => boolean} use @param {typeof SETTINGS} settings
 */
export function learnAll(engine, examples, use, settings, log = (/** @type {string} */ _) => {}) {
  const { prepared } = examples
  const parts = Array.from({ length: settings.parts }, (_, part) => {
    const held = (/** @type {number} */ d) => use(d) && Math.floor(d / 7) % settings.parts === part
    const seen = (/** @type {number} */ d) => use(d) && !held(d)
    return { held, seen, cue: learnCues(engine, examples, seen, settings) }
  })
  /** @type {Map<number, Uint8Array>} */
  const levels = new Map()
  const scratch = engine.newScratch()
  for (const { held, cue } of parts) {
    prepared.forEach((/** @type {any} */ { words }, /** @type {number} */ d) => {
      if (held(d)) levels.set(d, engine.levelsOf(engine.headScores(words, cue, settings.leastCue, scratch)))
    })
  }
  const frames = frameExamples(engine, prepared, levels)
  log(`${frames.length} frames`)
  /** @type {Int32Array[]} */
  const rows = []
  /** @type {number[]} */
  const labels = []
  for (const { held, seen, cue } of parts) {
    const base = { cue, ...learnRoles(engine, frames, seen, settings) }
    prepared.forEach((/** @type {any} */ { words, article }, /** @type {number} */ d) => {
      if (!held(d)) return
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
    log(`${rows.length} candidates`)
  }
  const accept = { table: learnLogistic(rows, labels, engine.ACCEPT_BITS, settings.accept), scale: 1 }
  const cue = learnCues(engine, examples, use, settings)
  return { cue, ...learnRoles(engine, frames, use, settings), accept }
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
