/** How many plain-text articles a second go through analysis, encryption and the index, on one core. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atExit } from '../console/at-exit.mjs'
import { SetupFailure } from '../console/failure.mjs'
import { countWords, inventedArticle } from './articles.mjs'
import { timedImport } from './timed-import.mjs'
import { runCli } from './vault.mjs'

/** @typedef {import('./report.mjs').Measure} Measure */

const TARGET_RATE = 100
const ARTICLES = 2_000
const WORDS = 550

/**
 * @param {string} folder
 * @returns {number} words an article, on average
 */
function writeArticles(folder) {
  mkdirSync(folder)
  let words = 0
  for (let number = 1; number <= ARTICLES; number += 1) {
    const text = inventedArticle(number, WORDS)
    words += countWords(text)
    writeFileSync(join(folder, `${String(number).padStart(5, '0')}.txt`), text)
  }
  return words / ARTICLES
}

/** @returns {Promise<Measure>} */
export async function measureImport() {
  const work = mkdtempSync(join(tmpdir(), 'colophon-bench-'))
  const clear = atExit(() => rmSync(work, { recursive: true, force: true }))
  const words = writeArticles(join(work, 'articles'))
  const vault = join(work, 'Bench.colophon')
  runCli(['create', vault])
  const { imported, rate, startUp, seconds, processor } = await timedImport(
    vault,
    join(work, 'articles'),
    '0',
  )
  if (imported !== ARTICLES) {
    throw new SetupFailure(
      `${imported} of ${ARTICLES} articles were imported.`,
      'import some with `npm run colophon`.',
    )
  }
  clear()
  return {
    name: 'import',
    title: `articles of ${words.toFixed(0)} words imported a second on one core`,
    value: rate,
    shown:
      `${rate.toFixed(0)} (${ARTICLES} in ${seconds.toFixed(1)} s after a start-up of ${startUp.toFixed(1)} s; ` +
      `processor time of both ${processor.toFixed(1)} s)`,
    target: `≥ ${TARGET_RATE}`,
    met: rate >= TARGET_RATE,
    details: { articles: ARTICLES, words, seconds, startUpSeconds: startUp, processorSeconds: processor },
  }
}
