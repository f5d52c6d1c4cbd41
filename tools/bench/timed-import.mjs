/** An import through the command line, timed by the lines that say what is committed. */
import { spawn } from 'node:child_process'
import { CLI, cliEnvironment } from './vault.mjs'

/** @typedef {import('node:stream').Readable} Readable */

/**
 * @typedef {object} TimedImport
 * @property {number} imported articles that became new ones
 * @property {number} handled articles that were work: new ones, new captures, and what was refused after it had been read
 * @property {number} rate of them a second, from the first line on
 * @property {number} startUp seconds
 * @property {number} seconds
 * @property {number} processor seconds of processor time of all its processes, the start-up's among them
 */

/** Runs a command and then tells, on the third pipe, what processor time it and its children took. */
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
 * Imports the folder. The clock starts with the first line, which ends the start-up and the unlocking, and stops when the process
 * does, so that nothing put off is left out.
 *
 * @param {string} vault
 * @param {string} folder
 * @param {string} cores which cores everything runs on, as `taskset -c` takes them
 * @returns {Promise<TimedImport>}
 */
export async function timedImport(vault, folder, cores) {
  const prefix = process.platform === 'linux' ? [...TELL_TIMES, 'taskset', '-c', cores] : []
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
  const output = /** @type {Readable} */ (child.stdout)
  const { first, firstBatch, imported, handled } = await watch(output)
  await ended
  const seconds = (performance.now() - first) / 1000
  return {
    imported,
    handled,
    rate: (handled - firstBatch) / seconds,
    startUp: (first - started) / 1000,
    seconds,
    processor: processorSeconds(told),
  }
}

/**
 * @param {Readable} output of the import
 * @returns {Promise<{ first: number, firstBatch: number, imported: number, handled: number }>} when the first lines came, how many
 *   those were, and how many in all
 */
async function watch(output) {
  let [first, firstBatch, imported, handled] = [0, 0, 0, 0]
  let rest = ''
  for await (const chunk of output.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    const outcomes = lines.map((line) => JSON.parse(line).outcome)
    imported += outcomes.filter((outcome) => outcome === 'imported').length
    handled += outcomes.filter((outcome) => outcome !== 'already-there').length
    if (first > 0) continue
    // What the first piece of output names was committed before the clock started.
    first = performance.now()
    firstBatch = handled
  }
  return { first, firstBatch, imported, handled }
}
