/** Reads the tally out of Playwright's JSON report. */
import { NO_REASON } from './tally.mjs'

/** @typedef {import('./tally.mjs').Tally} Tally */
/** @typedef {import('@playwright/test/reporter').JSONReport} JSONReport */
/** @typedef {import('@playwright/test/reporter').JSONReportSuite} JSONReportSuite */
/** @typedef {import('@playwright/test/reporter').JSONReportTest} JSONReportTest */

/**
 * @param {JSONReport} report
 * @returns {Tally}
 */
export function playwrightTally(report) {
  const tests = report.suites.flatMap((suite) => testsOf(suite, []))
  return {
    passed: tests.filter(({ test }) => test.status === 'expected').length,
    // A test that passes only when tried again has failed.
    failed: tests.filter(({ test }) => test.status === 'unexpected' || test.status === 'flaky').length,
    skipped: tests
      .filter(({ test }) => test.status === 'skipped')
      .map(({ name, test }) => ({ name, reason: reasonOf(test) })),
  }
}

/**
 * @param {JSONReportSuite} suite
 * @param {readonly string[]} above titles of the suites around it
 * @returns {{ name: string, test: JSONReportTest }[]}
 */
function testsOf(suite, above) {
  const titles = [...above, suite.title]
  const own = suite.specs.flatMap((spec) =>
    spec.tests.map((test) => ({ name: [...titles, spec.title].join(' › '), test })),
  )
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, titles))]
}

/** @param {JSONReportTest} test */
function reasonOf({ annotations }) {
  return annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description ?? NO_REASON
}
