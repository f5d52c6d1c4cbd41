/**
 * `npm run test:hard [-- FILTER...]`: the tests of hundreds of trials (`*.hard.test.ts` and
 * `*.hard.spec.ts`), which take too long for every change.
 * They run against the built application. The closing line is that of `npm test`.
 */
import { runTool, tellFailure } from './console/failure.mjs'
import { setUpTools } from './setup/set-up.mjs'
import * as stages from './stages/stages.mjs'
import { ONE_FAILED, sum } from './stages/tally.mjs'

await runTool(async () => {
  try {
    await setUpTools()
  } catch (error) {
    tellFailure(error)
    stages.close(ONE_FAILED)
    return
  }
  const build = await stages.runBuild()
  const hard = await stages.runHardTests(process.argv.slice(2))
  const endToEnd = await stages.runEndToEndTests([
    '--config=playwright.hard.config.ts',
    '--pass-with-no-tests',
    ...process.argv.slice(2),
  ])
  stages.close(sum([build, hard, endToEnd]))
})
