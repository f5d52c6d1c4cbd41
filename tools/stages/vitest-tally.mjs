/**
 * Runs the unit tests in a process of its own and writes their tally: `node vitest-tally.mjs FILE CONFIG [FILTER...]`.
 *
 * Through Vitest's own interface, because its JSON report leaves out why a test was skipped.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { startVitest } from 'vitest/node'
import { NO_REASON } from './tally.mjs'

/** @typedef {import('./tally.mjs').Tally} Tally */
/** @typedef {import('vitest/node').TestModule} TestModule */

const [output, config, ...filters] = process.argv.slice(2)
if (output === undefined || config === undefined)
  throw new Error('usage: vitest-tally.mjs FILE CONFIG [FILTER...]')

const vitest = await startVitest('test', filters, { config, run: true, watch: false })
const tally = tallyOf(vitest.state.getTestModules(), vitest.state.getUnhandledErrors().length)
mkdirSync(dirname(output), { recursive: true })
writeFileSync(output, JSON.stringify(tally))
await vitest.close()

/**
 * @param {readonly TestModule[]} modules
 * @param {number} unhandled errors outside any test
 * @returns {Tally} a file that failed without a failing test counts as one failure
 */
function tallyOf(modules, unhandled) {
  /** @type {Tally} */
  const sums = { passed: 0, failed: unhandled, skipped: [] }
  for (const module of modules) {
    if (module.errors().length > 0) sums.failed += 1
    for (const test of module.children.allTests()) {
      const { state } = test.result()
      if (state === 'passed') sums.passed += 1
      else if (state === 'failed') sums.failed += 1
      else
        sums.skipped.push({ name: `${module.relativeModuleId} › ${test.fullName}`, reason: reasonOf(test) })
    }
  }
  return sums
}

/**
 * Where a test is skipped before it runs, Vitest has no place for the reason; its title carries it in brackets.
 *
 * @param {import('vitest/node').TestCase} test
 * @returns {string}
 */
function reasonOf(test) {
  const result = test.result()
  const note = result.state === 'skipped' ? result.note : undefined
  return note || /\((?:skipped )?([^()]+)\)/.exec(test.fullName)?.[1] || NO_REASON
}
