/** `npm run bench`, or one alone: `npm run bench -- --only start|memory|import|import-pages|import-memory|analysis|bundle|verify|unlock|passphrase`. */
import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { measureAnalysis } from './bench/measure-analysis.mjs'
import { measureBundle } from './bench/measure-bundle.mjs'
import { measureImport } from './bench/measure-import.mjs'
import { measureImportMemory } from './bench/measure-import-memory.mjs'
import { measureImportPages } from './bench/measure-import-pages.mjs'
import { measureMemory } from './bench/measure-memory.mjs'
import { measurePassphrase } from './bench/measure-passphrase.mjs'
import { measureStart } from './bench/measure-start.mjs'
import { measureUnlock } from './bench/measure-unlock.mjs'
import { measureVerify } from './bench/measure-verify.mjs'
import { jsonLine, table } from './bench/report.mjs'
import { runTool, SetupFailure } from './console/failure.mjs'
import { inProject } from './console/project.mjs'
import { step } from './console/step.mjs'
import { setUp } from './setup/set-up.mjs'

/** @typedef {import('./bench/report.mjs').Measure} Measure */

/** A load average above this share of the cores disturbs what is measured. */
const BUSY_SHARE = 0.5

const BLANK_APP = inProject('tools/bench/blank-app')

/** @type {Record<string, () => Promise<Measure | Measure[]>>} */
const MEASURES = {
  start: () => measureStart(BLANK_APP),
  memory: () => measureMemory(BLANK_APP),
  import: measureImport,
  'import-pages': measureImportPages,
  'import-memory': measureImportMemory,
  analysis: measureAnalysis,
  bundle: measureBundle,
  verify: measureVerify,
  unlock: measureUnlock,
  passphrase: measurePassphrase,
}

/** @returns {string[]} names of the measures asked for */
function chosen() {
  const { only } = parseArgs({ options: { only: { type: 'string', multiple: true } } }).values
  if (only === undefined) return Object.keys(MEASURES)
  const unknown = only.find((name) => !(name in MEASURES))
  if (unknown === undefined) return only
  throw new SetupFailure(
    `There is no measure ${unknown}.`,
    `--only takes ${Object.keys(MEASURES).join(', ')}.`,
  )
}

await runTool(async () => {
  const names = chosen()
  await setUp()
  const [load = 0] = loadavg()
  if (load > availableParallelism() * BUSY_SHARE) {
    console.log(`This machine is busy (load ${load.toFixed(1)}): times are worse than they would be alone.`)
  }
  /** @type {Measure[]} */
  const measures = []
  for (const name of names) {
    const measure = MEASURES[name]
    if (measure === undefined) continue
    const measured = await step(name, async () => ({ note: 'measured', value: await measure() }))
    measures.push(...[measured].flat())
  }
  console.log(`\n${table(measures)}\n`)
  console.log(jsonLine(measures))
})
