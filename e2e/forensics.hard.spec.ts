import { expect } from '@playwright/test'
import { launchPlan } from '../tools/as-user/launch-plan.mjs'
import { canariesOf } from '../tools/forensics/canaries.mjs'
import { test } from './fixtures'
import { filesTrial } from './forensics/files-trial'
import { memoryTrial, whyNoMemory } from './forensics/memory-trial'

/** SECURITY.md, Forensics and Lock. 22 articles hold 198 canaries, their passphrase and two error paths the others. */
const ARTICLES = 22
const MEMORY_RUNS = 20

test('two hundred canaries: sessions that end by lock, quit, crash and kill leave none in any file', async ({
  plan,
}) => {
  const seed = Date.now() % 1_000_000
  const { canaries, looked, finds, said, notAllowed } = await filesTrial(plan, seed, ARTICLES)
  console.log(
    `files: ${finds.length} hits of ${canaries} canaries; files looked into: ${JSON.stringify(looked)}`,
  )
  expect(canaries).toBeGreaterThanOrEqual(200)
  expect(finds).toEqual([])
  expect(said).not.toContain(canariesOf(seed, 1).mark)
  expect(notAllowed).toEqual([])
})

test('twenty sessions: after the lock nothing that still runs holds a key, the passphrase or a word', async () => {
  const reason = whyNoMemory()
  test.skip(reason !== undefined, reason)
  const hits: string[] = []
  let missed = 0
  for (let run = 0; run < MEMORY_RUNS; run += 1) {
    const plan = await launchPlan()
    const trial = await memoryTrial(plan, (Date.now() + run) % 1_000_000)
    plan.dispose()
    console.log(`memory, run ${run + 1}: ${trial.hits.length} hits in ${Math.round(trial.bytes / 1e6)} MB`)
    hits.push(...trial.hits)
    if (trial.planted === 0) missed += 1
  }
  expect(hits).toEqual([])
  expect(missed, 'planted secrets that were not found').toBe(0)
})
