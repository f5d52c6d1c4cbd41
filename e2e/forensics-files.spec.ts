import { expect } from '@playwright/test'
import { canariesOf } from '../tools/forensics/canaries.mjs'
import { test } from './fixtures'
import { filesTrial } from './forensics/files-trial'

/** Thirty canaries and one; the 200 are `npm run test:hard`'s. */
const ARTICLES = 3

test('sessions that end by lock, quit, crash and kill leave no word of the library in any file', async ({
  plan,
}) => {
  test.setTimeout(300_000)
  const seed = Date.now() % 1_000_000
  const { canaries, looked, finds, said, notAllowed } = await filesTrial(plan, seed, ARTICLES)
  console.log(
    `files: ${finds.length} hits of ${canaries} canaries; files looked into: ${JSON.stringify(looked)}`,
  )
  expect(finds).toEqual([])
  expect(said, 'what was said on the outputs, the log being on').not.toContain(canariesOf(seed, 1).mark)
  expect(notAllowed, 'in the profile folder').toEqual([])
})
