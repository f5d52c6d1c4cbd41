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
/** @typedef {import('node:stream').Readable} Readable */

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
 * Runs a command and then tells, on the third pipe, what processor time it and its children took.
 */
const TELL_TIMES = ['bash', '-c', '"$@"; code=$?; times >&3; exit $code', 'bash']

/**
 * @param {string} told what the shell's `times` prints: its own times, then its children's, each `0m1.234s`
 * @returns {number} seconds that the children took, in the program and in the kernel
 */
export function processorSeconds(told) {
  const children = told.trim().split('\n')[1] ?? ''
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  )
}

/**
 * Imports the folder, watching the lines that say what is committed. The clock starts with the first of them, which
 * ends the start-up and the unlocking, and stops when the process does, so that nothing put off is left out.
 *
 * @param {string} vault
 * @param {string} folder
 * @returns {Promise<{ rate: number, startUp: number, seconds: number, processor: number }>} articles a second;
 *   seconds; seconds of processor time, the start-up's among them
 */
async function timedImport(vault, folder) {
  const prefix = process.platform === 'linux' ? [...TELL_TIMES, ...ONE_CORE] : []
  const [command = '', ...args] = [...prefix, process.execPath, CLI, 'import', vault, folder, '--jsonl']
  const started = performance.now()
  const child = spawn(command, args, {
    env: cliEnvironment(),
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  let told = ''
  child.stdio[3]?.on('data', (bytes) => {
    told += bytes
  })
  const { first, firstBatch, imported } = await watch(/** @type {Readable} */ (child.stdout))
  await ended
  if (imported !== ARTICLES) {
    throw new SetupFailure(
      `${imported} of ${ARTICLES} articles were imported.`,
      'import some with `npm run colophon`.',
    )
  }
  const seconds = (performance.now() - first) / 1000
  return {
    rate: (ARTICLES - firstBatch) / seconds,
    startUp: (first - started) / 1000,
    seconds,
    processor: processorSeconds(told),
  }
}

/**
 * @param {Readable} output of the import
 * @returns {Promise<{ first: number, firstBatch: number, imported: number }>} when the first lines came, how many
 *   those were, and how many in all
 */
async function watch(output) {
  let first = 0
  let firstBatch = 0
  let imported = 0
  let rest = ''
  for await (const chunk of output.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    imported += lines.filter((line) => JSON.parse(line).outcome === 'imported').length
    if (first > 0) continue
    // What the first piece of output names was committed before the clock started.
    first = performance.now()
    firstBatch = imported
  }
  return { first, firstBatch, imported }
}

/** @returns {Promise<Measure>} */
export async function measureImport() {
  const work = mkdtempSync(join(tmpdir(), 'colophon-bench-'))
  const clear = atExit(() => rmSync(work, { recursive: true, force: true }))
  const words = writeArticles(join(work, 'articles'))
  const vault = join(work, 'Bench.colophon')
  runCli(['create', vault])
  const { rate, startUp, seconds, processor } = await timedImport(vault, join(work, 'articles'))
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
