/** What a stage of the tests comes to. */

/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {{ name: string, reason: string }[]} skipped
 */

/** @type {Tally} */
export const ONE_PASSED = { passed: 1, failed: 0, skipped: [] }

/** @type {Tally} */
export const ONE_FAILED = { passed: 0, failed: 1, skipped: [] }

/** Said of a skipped test whose author gave none. */
export const NO_REASON = 'no reason given'

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally} their sum
 */
export function sum(tallies) {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
    skipped: tallies.flatMap(({ skipped }) => skipped),
  }
}

/**
 * A runner can fail without any test of it failing: no test found, a file that cannot be loaded, a crash.
 *
 * @param {Tally} tally
 * @param {number} exitCode of the runner
 * @returns {Tally} with at least one failure when the runner failed
 */
export function withRunnerFailure(tally, exitCode) {
  return exitCode === 0 || tally.failed > 0 ? tally : { ...tally, failed: 1 }
}

/**
 * The closing line, which scripts read: keep its words.
 *
 * @param {Tally} tally
 * @returns {string}
 */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped.length} skipped`
}
