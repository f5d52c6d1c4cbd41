import { defineConfig } from 'vitest/config'

/** Longest that one hard test may take: ms. A thousand kills on a slow machine are some two hours. */
const LONGEST_TEST = 4 * 60 * 60 * 1000

/** `npm run test:hard`: hundreds of trials each, one file after the other, their figures straight on the console. */
export default defineConfig({
  test: {
    include: ['{domain,contract,electron,renderer,tools}/**/*.hard.test.ts'],
    fileParallelism: false,
    testTimeout: LONGEST_TEST,
    hookTimeout: LONGEST_TEST,
    disableConsoleIntercept: true,
  },
})
