import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{domain,contract,electron,renderer,tools}/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
  },
})
