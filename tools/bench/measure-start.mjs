/** How long a start takes until the lock screen is painted, against a blank window's on the same runtime. */
import { setTimeout as wait } from 'node:timers/promises'
import { launchPlan } from '../as-user/launch-plan.mjs'
import { median } from './median.mjs'
import { PagePipe } from './page-pipe.mjs'
import { rememberVault } from './vault.mjs'

/** @typedef {import('../as-user/launch-plan.mjs').LaunchPlan} LaunchPlan */
/** @typedef {import('./report.mjs').Measure} Measure */

const TARGET_RATIO = 1.4

/** Pairs of starts; one more before them fills the file cache and does not count. */
const RUNS = 11

/** Nobody looks at the page before this (milliseconds): looking would slow it down. */
const UNDISTURBED = 2_500
const PAINT_TIMEOUT = 30_000

/**
 * When the page was painted, on the clock of the epoch: the later of the first contentful paint and the page's own
 * word; null before that.
 */
const PAINTED = `(() => {
  const paint = performance.getEntriesByName('first-contentful-paint')[0]
  const word = performance.getEntriesByName('colophon:painted')[0]
  if (!paint || !word) return null
  const at = performance.timeOrigin + Math.max(paint.startTime, word.startTime)
  return { at, screen: document.documentElement.dataset.screen }
})()`

/**
 * @param {LaunchPlan} plan
 * @returns {Promise<{ milliseconds: number, screen: string | undefined }>} from the start to a painted page
 */
async function startOnce(plan) {
  const application = new PagePipe(plan, [`--user-data-dir=${plan.folder('profile')}`])
  try {
    await wait(UNDISTURBED)
    const painted = await application.waitFor(PAINTED, PAINT_TIMEOUT)
    return { milliseconds: painted.at - application.started, screen: painted.screen }
  } finally {
    await application.end()
  }
}

/**
 * @param {string} blankApp
 * @returns {Promise<Measure>}
 */
export async function measureStart(blankApp) {
  const blank = await launchPlan({ appDir: blankApp })
  const ours = await launchPlan()
  rememberVault(ours, 'Bench')
  /** @type {number[]} */
  const blankTimes = []
  /** @type {number[]} */
  const ourTimes = []
  let screen
  for (let run = 0; run <= RUNS; run += 1) {
    const theirs = await startOnce(blank)
    const own = await startOnce(ours)
    screen = own.screen
    if (run === 0) continue
    blankTimes.push(theirs.milliseconds)
    ourTimes.push(own.milliseconds)
  }
  blank.dispose()
  ours.dispose()
  const [blankMedian, ourMedian] = [median(blankTimes), median(ourTimes)]
  const ratio = ourMedian / blankMedian
  return {
    name: 'start',
    title: `start to a painted screen (${screen}), against a blank window`,
    value: ratio,
    shown: `${ratio.toFixed(2)} = ${ourMedian.toFixed(0)} ms / ${blankMedian.toFixed(0)} ms`,
    target: `≤ ${TARGET_RATIO}`,
    met: ratio <= TARGET_RATIO && screen === 'locked',
    details: { oursMs: ourMedian, blankMs: blankMedian, runs: RUNS, screen },
  }
}
