/** The stages of `npm test`. Each streams what its tool says, then closes with one line of its own. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { ordinaryUser } from '../as-user/ordinary-user.mjs'
import { SetupFailure, tellFailure } from '../console/failure.mjs'
import { inProject, PROJECT } from '../console/project.mjs'
import { runCommand } from '../console/run.mjs'
import { duration, stepLine } from '../console/step.mjs'
import { ensureDisplay } from '../display/display.mjs'
import { ensureBuild } from '../setup/build.mjs'
import { playwrightTally } from './playwright-tally.mjs'
import { closingLine, ONE_FAILED, ONE_PASSED, sum, withRunnerFailure } from './tally.mjs'

/** @typedef {import('./tally.mjs').Tally} Tally */

const UNIT_REPORT = inProject('out/test/unit.json')
const HARD_REPORT = inProject('out/test/hard.json')
const E2E_REPORT = inProject('out/e2e/report.json')

/**
 * @param {string} title
 * @param {() => Promise<Tally>} work
 * @returns {Promise<Tally>} a stage that throws has failed once
 */
export async function stage(title, work) {
  console.log(`\n── ${title}`)
  const started = performance.now()
  const tally = await work().catch((error) => {
    tellFailure(error)
    return ONE_FAILED
  })
  const mark = tally.failed === 0 ? '✓' : '✗'
  console.log(stepLine(mark, title, closingLine(tally), performance.now() - started))
  return tally
}

/** A stage that hangs is ended after this (milliseconds), so that the closing line is always printed. */
const STAGE_TIMEOUT = 50 * 60 * 1000
const UNIT_TIMEOUT = 20 * 60 * 1000
const HARD_TIMEOUT = 12 * 60 * 60 * 1000

/**
 * @param {readonly string[]} args of Node: a script and its arguments
 * @param {{ env?: NodeJS.ProcessEnv, timeout?: number }} [options]
 * @returns {Promise<number>} exit code
 */
async function runScript(args, { env = process.env, timeout = STAGE_TIMEOUT } = {}) {
  const began = performance.now()
  const { code } = await runCommand(process.execPath, args, { cwd: PROJECT, env, timeout, shown: true })
  if (performance.now() - began >= timeout)
    console.log(`ended after ${duration(timeout)} without an end in sight`)
  return code
}

/** A check passes or fails as a whole: one passed or one failed. */
const CHECKS = [
  { title: 'boundaries', args: ['tools/boundaries.mjs'] },
  { title: 'types', args: ['node_modules/typescript/bin/tsc', '-b'] },
  { title: 'lint', args: ['node_modules/@biomejs/biome/bin/biome', 'check', '.'] },
]

/** @returns {Promise<Tally>} */
export async function runChecks() {
  /** @type {Tally[]} */
  const tallies = []
  for (const { title, args } of CHECKS) {
    const run = async () => ((await runScript(args)) === 0 ? ONE_PASSED : ONE_FAILED)
    tallies.push(await stage(title, run))
  }
  return sum(tallies)
}

/** @returns {Promise<Tally>} one passed when the application builds */
export function runBuild() {
  return stage('build', async () => {
    await ensureBuild()
    return ONE_PASSED
  })
}

/** @returns {Promise<Tally>} */
export function runUnitTests() {
  return stage('unit tests', () => runVitest([UNIT_REPORT, 'vitest.config.ts'], UNIT_TIMEOUT))
}

/**
 * The tests of hundreds of trials.
 *
 * @param {readonly string[]} filters parts of file names; all files when there is none
 * @returns {Promise<Tally>}
 */
export function runHardTests(filters) {
  return stage('hard tests', () =>
    runVitest([HARD_REPORT, 'vitest.hard.config.ts', ...filters], HARD_TIMEOUT),
  )
}

/**
 * @param {readonly [report: string, config: string, ...filters: string[]]} args of `vitest-tally.mjs`
 * @param {number} timeout milliseconds
 * @returns {Promise<Tally>}
 */
async function runVitest(args, timeout) {
  const [report] = args
  rmSync(report, { force: true })
  const code = await runScript(['tools/stages/vitest-tally.mjs', ...args], { timeout })
  return withRunnerFailure(readReport(report) ?? ONE_FAILED, code)
}

/**
 * The end-to-end tests, on the machine's display or a virtual one.
 *
 * @param {readonly string[]} [args] of `playwright test`
 * @returns {Promise<Tally>}
 */
export function runEndToEndTests(args = []) {
  return stage('end-to-end tests', async () => {
    rmSync(E2E_REPORT, { force: true })
    const display = await ensureDisplay(ordinaryUser())
    try {
      const script = ['node_modules/@playwright/test/cli.js', 'test', ...args]
      const code = await runScript(script, { env: { ...process.env, ...display.env } })
      const report = readReport(E2E_REPORT)
      return withRunnerFailure(report ? playwrightTally(report) : ONE_FAILED, code)
    } finally {
      display.close()
    }
  })
}

/**
 * @param {string} path
 * @returns {any} undefined when there is none
 */
function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

/**
 * Prints why tests were skipped, and the closing line, which must be the last.
 *
 * @param {Tally} tally
 */
export function close(tally) {
  console.log('')
  for (const { name, reason } of tally.skipped) console.log(`skipped: ${name}: ${reason}`)
  console.log(closingLine(tally))
  process.exitCode = tally.failed === 0 ? 0 : 1
}

/**
 * @returns {Promise<Tally>} what becomes of the end-to-end tests when there is nothing to run them on
 */
export function endToEndWithoutBuild() {
  return stage('end-to-end tests', async () => {
    throw new SetupFailure(
      'The application did not build, so there is nothing to test.',
      'mend the build first.',
    )
  })
}
