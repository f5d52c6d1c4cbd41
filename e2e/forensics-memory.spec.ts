import { expect } from '@playwright/test'
import { test } from './fixtures'
import { memoryTrial, whyNoMemory } from './forensics/memory-trial'

test('after a lock nothing that still runs holds a key, the passphrase or a word of the library', async ({
  plan,
}) => {
  const reason = whyNoMemory()
  test.skip(reason !== undefined, reason)
  test.setTimeout(300_000)
  const { hits, processes, bytes, planted } = await memoryTrial(plan, Date.now() % 1_000_000)
  console.log(`memory: ${hits.length} hits in ${Math.round(bytes / 1e6)} MB of ${processes} processes`)
  expect(hits).toEqual([])
  expect(planted, 'a secret planted in the main process').toBeGreaterThan(0)
})
