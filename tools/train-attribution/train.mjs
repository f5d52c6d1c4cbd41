// Learns domain/analysis/attribution/attribution.model.json, the same bytes for the same archive and settings.
//
//   node tools/train-attribution/train.mjs [ARCHIVE]            learn from all articles and write the model
//   node tools/train-attribution/train.mjs --cross-validate     measure: five folds by article, nothing written
//
// ARCHIVE is ../shared/data/attribution-train.tar.xz unless given.

import { rmSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readCorpus } from './corpus.mjs'
import { loadEngine } from './engine.mjs'
import { countErrors, newErrors, showErrors } from './error-classes.mjs'
import { quoted, show, sum } from './measure.mjs'
import { examplesOf, learnAll, predict, SEED, SETTINGS, tiers } from './pipeline.mjs'
import { quantised, stored } from './store.mjs'

const ROOT = new URL('../../', import.meta.url)
const MODEL = fileURLToPath(new URL('domain/analysis/attribution/attribution.model.json', ROOT))
const ARCHIVE = fileURLToPath(new URL('../shared/data/attribution-train.tar.xz', ROOT))
const FOLDS = 5
/** Fewer than when the model that ships is learned, which flatters nobody and halves the time. */
const PARTS_WHEN_MEASURING = 2

const { values, positionals } = parseArgs({
  options: { 'cross-validate': { type: 'boolean', default: false }, fold: { type: 'string' } },
  allowPositionals: true,
})
const started = performance.now()
const log = (/** @type {string} */ words) =>
  console.log(`${Math.round((performance.now() - started) / 1000)} s  ${words}`)

const engine = await loadEngine()
rmSync(engine.folder, { recursive: true })
const articles = readCorpus(positionals[0] ?? ARCHIVE)
const examples = examplesOf(engine, articles)
log(`${articles.length} articles, ${examples.cues.rows.length} tokens`)

if (values['cross-validate']) crossValidate()
else learnAndWrite()

function crossValidate() {
  const folds = values.fold === undefined ? [...Array(FOLDS).keys()] : [Number(values.fold)]
  /** @type {Map<number, { one: any, two: any }>} */
  const totals = new Map()
  const errors = newErrors()
  for (const fold of folds) {
    const held = (/** @type {number} */ d) => d % FOLDS === fold
    const settings = { ...SETTINGS, parts: PARTS_WHEN_MEASURING }
    const model = quantised(learnAll(engine, examples, (d) => !held(d), settings, log))
    const predictions = predict(engine, examples, model, held, SETTINGS.leastCue)
    for (const least of [0.2, 0.25, SETTINGS.least, 0.35, 0.4, 0.5]) {
      const { one, two } = tiers(engine, examples, predictions, least)
      const total = totals.get(least)
      totals.set(least, total ? { one: sum(total.one, one), two: sum(total.two, two) } : { one, two })
    }
    for (const [d, candidates] of predictions) {
      const article = examples.prepared[d]?.article
      if (!article) continue
      const isQuoted = (/** @type {any} */ one) => quoted(one, article.text)
      countErrors(errors, engine.chosen(candidates, SETTINGS.least), article.gold, isQuoted)
    }
    log(`after fold ${fold}`)
    for (const [least, { one, two }] of totals) {
      console.log(`from ${least}\n  ${show('tier 1', one)}\n  ${show('tier 2', two)}`)
    }
    console.log(`errors from ${SETTINGS.least}\n${showErrors(errors)}`)
  }
}

function learnAndWrite() {
  const model = learnAll(engine, examples, () => true, SETTINGS, log)
  const about =
    'Weights of the attribution finder, learned by tools/train-attribution/train.mjs from the training split of ' +
    'PolNeAR 1.0.0 (E. Newell, D. Margolin, D. Ruths, LREC 2018): hashed features of word forms, tags, punctuation and positions. ' +
    'It holds no text of the corpus.'
  const { leastCue, least } = SETTINGS
  const file = { about, articles: articles.length, seed: SEED, leastCue, least, tables: stored(model) }
  writeFileSync(MODEL, `${JSON.stringify(file, null, 1)}\n`)
  log(`wrote ${MODEL}, ${statSync(MODEL).size} bytes`)
}
