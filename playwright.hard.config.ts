import { defineConfig } from '@playwright/test'
import config from './playwright.config'

/** Longest that one hard test may take: ms. */
const LONGEST_TEST = 2 * 60 * 60 * 1000

/** `npm run test:hard`: end-to-end tests of hundreds of trials. */
export default defineConfig({
  ...config,
  testIgnore: [],
  testMatch: '**/*.hard.spec.ts',
  timeout: LONGEST_TEST,
  globalTimeout: 0,
})
