/** What the analysis costs on one core: for an article, against wink-nlp alone, at its start, and for a book. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { atExit } from '../console/at-exit.mjs'
import { SetupFailure } from '../console/failure.mjs'
import { inProject } from '../console/project.mjs'
import { runCommand } from '../console/run.mjs'

/** @typedef {import('./report.mjs').Measure} Measure */
/** @typedef {import('./analysis/engine-figures.mjs').EngineFigures} EngineFigures */

/** Milliseconds for 1,000 words; times wink's own pass; milliseconds; times the cost of a word in an article. */
const TARGETS = { article: 12, wink: 4, load: 250, book: 1.5 }

const PARTS = { analyse: 'domain/analysis/analyse.ts', read: 'electron/ingest/plain-text/read.ts' }

/** Everything runs on one core, the compiler's and the collector's threads with it. */
const ONE_CORE = process.platform === 'linux' ? ['taskset', '-c', '0'] : []

/** @returns {Promise<string>} a folder under out/, where the bundle finds its packages */
async function bundleEngine() {
  mkdirSync(inProject('out'), { recursive: true })
  const folder = mkdtempSync(inProject('out', 'bench-analysis-'))
  atExit(() => rmSync(folder, { recursive: true, force: true }))
  const input = Object.fromEntries(Object.entries(PARTS).map(([name, path]) => [name, inProject(path)]))
  const bundle = await rolldown({ input, platform: 'node', external: [/^wink-/] })
  await bundle.write({
    dir: folder,
    format: 'es',
    entryFileNames: '[name].mjs',
    chunkFileNames: 'chunk-[hash].mjs',
  })
  await bundle.close()
  return folder
}

/** @returns {Promise<EngineFigures>} */
async function engineFigures() {
  const script = join(import.meta.dirname, 'analysis', 'engine-figures.mjs')
  const [command = '', ...args] = [...ONE_CORE, process.execPath, script, await bundleEngine()]
  const { code, output } = await runCommand(command, args)
  if (code !== 0) throw new SetupFailure(`The analysis could not be timed: ${output}`, 'run `npm test`.')
  return JSON.parse(output.trim().split('\n').at(-1) ?? '')
}

/**
 * @param {EngineFigures} figures
 * @returns {Measure[]}
 */
export function analysisMeasures({ load, article, wink, book, bookWords, isNews }) {
  const ratio = article / wink
  const growth = book / article
  const texts = isNews ? 'news' : 'invented articles'
  const ms = (/** @type {number} */ time) => `${time.toFixed(1)} ms`
  return [
    {
      name: 'analysis',
      title: `analysis of 1,000 words of ${texts}, processor time after warm-up`,
      value: article,
      shown: ms(article),
      target: `≤ ${TARGETS.article} ms`,
      met: article <= TARGETS.article,
      details: {},
    },
    {
      name: 'analysis-wink',
      title: 'the same against wink-nlp’s own pass over the same text',
      value: ratio,
      shown: `${ratio.toFixed(2)} = ${ms(article)} / ${ms(wink)}`,
      target: `≤ ${TARGETS.wink}`,
      // Invented articles have few words, all of them in wink-nlp's cache: it reads them twice as fast as news.
      met: isNews ? ratio <= TARGETS.wink : undefined,
      details: { wink, isNews },
    },
    {
      name: 'analysis-load',
      title: 'model and language data loaded and one sentence read with them',
      value: load,
      shown: ms(load),
      target: `≤ ${TARGETS.load} ms`,
      met: load <= TARGETS.load,
      details: {},
    },
    {
      name: 'analysis-book',
      title: `cost of a word in a text of ${bookWords.toLocaleString('en')} words, against one of 1,000`,
      value: growth,
      shown: `${growth.toFixed(2)} = ${ms(book)} / ${ms(article)}`,
      target: `≤ ${TARGETS.book}`,
      met: growth <= TARGETS.book,
      details: { bookWords },
    },
  ]
}

/** @returns {Promise<Measure[]>} */
export async function measureAnalysis() {
  return analysisMeasures(await engineFigures())
}
