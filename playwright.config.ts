import { defineConfig } from '@playwright/test'

/** The real application needs some seconds to start; a passphrase costs about one. */
const TEST_TIMEOUT = 120_000
const EXPECT_TIMEOUT = 10_000
const ACTION_TIMEOUT = 15_000

/** Ends a run that hangs while its report can still be written. */
const RUN_TIMEOUT = 45 * 60_000

/**
 * End-to-end tests on the real application: one at a time, because each starts an application of its own, and
 * never again, because a test that passes only at the second try has found something.
 */
export default defineConfig({
  testDir: 'e2e',
  // Hundreds of trials each: `npm run test:hard` (playwright.hard.config.ts).
  testIgnore: '**/*.hard.spec.ts',
  outputDir: 'out/e2e/results',
  workers: 1,
  retries: 0,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: TEST_TIMEOUT,
  globalTimeout: RUN_TIMEOUT,
  expect: { timeout: EXPECT_TIMEOUT },
  use: { actionTimeout: ACTION_TIMEOUT },
  reporter: [['list'], ['json', { outputFile: 'out/e2e/report.json' }]],
})
