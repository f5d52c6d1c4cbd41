/** What all processes hold in memory with the sample library open, against a blank window on the same runtime. */
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { launchPlan } from '../as-user/launch-plan.mjs'
import { SetupFailure } from '../console/failure.mjs'
import { processTree } from '../console/process-tree.mjs'
import { inProject } from '../console/project.mjs'
import { median } from './median.mjs'
import { PagePipe } from './page-pipe.mjs'
import { PASSPHRASE, rememberVault, runCli } from './vault.mjs'

/** @typedef {import('../as-user/launch-plan.mjs').LaunchPlan} LaunchPlan */
/** @typedef {import('./report.mjs').Measure} Measure */

const TARGET_RATIO = 1.4
const RUNS = 3

/** From the last thing done to the measurement (milliseconds): long enough for garbage to go. */
const SETTLE = 10_000
const SCREEN_TIMEOUT = 60_000
const BYTES_PER_KIB = 1024
const BYTES_PER_MIB = 1024 * 1024

/**
 * Proportional set size: memory that several processes share is counted once, in shares.
 *
 * @param {number} root process id
 * @returns {number} bytes held by the process and all that descend from it
 */
function proportionalSize(root) {
  return processTree(root).reduce((sum, { pid }) => sum + proportionalSizeOf(pid), 0)
}

/** @param {number} pid */
function proportionalSizeOf(pid) {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0) * BYTES_PER_KIB
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EACCES') return 0
    throw new SetupFailure(
      'A sandboxed process does not let its own user read its memory map.',
      'measure as root.',
    )
  }
}

/**
 * @param {LaunchPlan} plan
 * @param {(application: PagePipe) => Promise<void>} use
 * @returns {Promise<number>} bytes
 */
async function sizeAfter(plan, use) {
  const application = new PagePipe(plan, [`--user-data-dir=${plan.folder('profile')}`])
  try {
    await use(application)
    await wait(SETTLE)
    return proportionalSize(application.process.pid ?? 0)
  } finally {
    await application.end()
  }
}

/** @param {PagePipe} application */
async function untilPainted(application) {
  await application.waitFor(`performance.getEntriesByName('colophon:painted').length`, SCREEN_TIMEOUT)
}

/** @param {PagePipe} application */
async function unlock(application) {
  await application.waitFor(`document.documentElement.dataset.screen === 'locked'`, SCREEN_TIMEOUT)
  await application.waitFor(
    `(document.querySelector('input[type=password]')?.focus(), document.activeElement?.tagName === 'INPUT')`,
    SCREEN_TIMEOUT,
  )
  await application.type(PASSPHRASE)
  await application.waitFor(`document.documentElement.dataset.screen === 'library'`, SCREEN_TIMEOUT)
}

/**
 * @param {string} blankApp
 * @returns {Promise<Measure>}
 */
export async function measureMemory(blankApp) {
  const blank = await launchPlan({ appDir: blankApp })
  const ours = await launchPlan()
  const vault = rememberVault(ours, 'Samples')
  runCli(['create', vault])
  runCli(['import', vault, inProject('assets/sample-library')])
  ours.folder('vaults')
  /** @type {number[]} */
  const blankSizes = []
  /** @type {number[]} */
  const ourSizes = []
  for (let run = 0; run < RUNS; run += 1) {
    blankSizes.push(await sizeAfter(blank, untilPainted))
    ourSizes.push(await sizeAfter(ours, unlock))
  }
  blank.dispose()
  ours.dispose()
  const [blankMiB, oursMiB] = [median(blankSizes) / BYTES_PER_MIB, median(ourSizes) / BYTES_PER_MIB]
  const ratio = oursMiB / blankMiB
  return {
    name: 'memory',
    title: 'memory (PSS) with the sample library open, against a blank window',
    value: ratio,
    shown: `${ratio.toFixed(2)} = ${oursMiB.toFixed(0)} MiB / ${blankMiB.toFixed(0)} MiB`,
    target: `≤ ${TARGET_RATIO}`,
    met: ratio <= TARGET_RATIO,
    details: { oursMiB, blankMiB, runs: RUNS },
  }
}
