import type { JSONReport } from '@playwright/test/reporter'
import { describe, expect, it } from 'vitest'
import { playwrightTally } from './playwright-tally.mjs'
import { closingLine, ONE_FAILED, ONE_PASSED, sum, withRunnerFailure } from './tally.mjs'

describe('a tally', () => {
  it('closes with the line that scripts read', () => {
    const skipped = [{ name: 'a', reason: 'b' }]
    expect(closingLine(sum([ONE_PASSED, ONE_PASSED, ONE_FAILED, { passed: 3, failed: 0, skipped }]))).toBe(
      '5 passed, 1 failed, 1 skipped',
    )
  })
  it('counts a runner that failed without a failing test', () => {
    expect(withRunnerFailure(ONE_PASSED, 1)).toMatchObject({ passed: 1, failed: 1 })
    expect(withRunnerFailure(ONE_PASSED, 0)).toBe(ONE_PASSED)
    expect(withRunnerFailure(ONE_FAILED, 1)).toBe(ONE_FAILED)
  })
})

describe("Playwright's report", () => {
  const test = (status: string, annotations: { type: string; description?: string }[] = []) => ({
    title: `is ${status}`,
    tests: [{ status, annotations }],
  })
  const report = {
    suites: [
      {
        title: 'lock.spec.ts',
        specs: [test('expected'), test('unexpected'), test('flaky')],
        suites: [
          {
            title: 'on macOS',
            specs: [test('skipped', [{ type: 'skip', description: 'needs macOS' }]), test('skipped')],
          },
        ],
      },
    ],
  } as unknown as JSONReport

  it('is read with inner suites, reasons, and a second try as a failure', () => {
    expect(playwrightTally(report)).toEqual({
      passed: 1,
      failed: 2,
      skipped: [
        { name: 'lock.spec.ts › on macOS › is skipped', reason: 'needs macOS' },
        { name: 'lock.spec.ts › on macOS › is skipped', reason: 'no reason given' },
      ],
    })
  })
})
