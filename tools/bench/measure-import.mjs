/** How many plain-text articles a second go through analysis, encryption and the index, on one core. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atExit } from '../console/at-exit.mjs'
import { SetupFailure } from '../console/failure.mjs'
import { countWords, inventedArticle } from './articles.mjs'
import { CLI, cliEnvironment, runCli } from './vault.mjs'

/** @typedef {import('./report.mjs').Measure} Measure */

const TARGET_RATE = 100
const ARTICLES = 2_000
const WORDS = 550

/** Everything runs on the first core. */
const ONE_CORE = ['taskset', '-c', '0']

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

/**
 * Imports the folder, watching the lines that say what is committed. The clock starts with the first of them, which
 * ends the start-up and the unlocking, and stops when the process does, so that nothing put off is left out.
 *
 * @param {string} vault
 * @param {string} folder
 * @returns {Promise<{ rate: number, startUp: number, seconds: number }>} articles a second; seconds
 */
async function timedImport(vault, folder) {
  const [command = '', ...prefix] =
    process.platform === 'linux' ? [...ONE_CORE, process.execPath] : [process.execPath]
  const started = performance.now()
  const child = spawn(command, [...prefix, CLI, 'import', vault, folder, '--jsonl'], {
    env: cliEnvironment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  let first = 0
  let firstBatch = 0
  let imported = 0
  let rest = ''
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    imported += lines.filter((line) => JSON.parse(line).outcome === 'imported').length
    if (first > 0) continue
    // What the first piece of output names was committed before the clock started.
    first = performance.now()
    firstBatch = imported
  }
  await ended
  if (imported !== ARTICLES) {
    throw new SetupFailure(
      `${imported} of ${ARTICLES} articles were imported.`,
      'import some with `npm run colophon`.',
    )
  }
  const seconds = (performance.now() - first) / 1000
  return { rate: (ARTICLES - firstBatch) / seconds, startUp: (first - started) / 1000, seconds }
}

/** @returns {Promise<Measure>} */
export async function measureImport() {
  const work = mkdtempSync(join(tmpdir(), 'colophon-bench-'))
  const clear = atExit(() => rmSync(work, { recursive: true, force: true }))
  const words = writeArticles(join(work, 'articles'))
  const vault = join(work, 'Bench.colophon')
  runCli(['create', vault])
  const { rate, startUp, seconds } = await timedImport(vault, join(work, 'articles'))
  clear()
  return {
    name: 'import',
    title: `articles of ${words.toFixed(0)} words imported a second on one core`,
    value: rate,
    shown: `${rate.toFixed(0)} (${ARTICLES} in ${seconds.toFixed(1)} s, after a start-up of ${startUp.toFixed(1)} s)`,
    target: `≥ ${TARGET_RATE}`,
    met: rate >= TARGET_RATE,
    details: { articles: ARTICLES, words, seconds, startUpSeconds: startUp },
  }
}
