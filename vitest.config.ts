import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{domain,contract,electron,renderer,tools}/**/*.test.{ts,tsx}'],
    // Hundreds of trials each: `npm run test:hard` (vitest.hard.config.ts).
    exclude: [...configDefaults.exclude, '**/*.hard.test.ts'],
    testTimeout: 30_000,
    // Opening a vault takes a second of its own, and many of them on a machine that is busy.
    hookTimeout: 60_000,
  },
})
