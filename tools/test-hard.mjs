/**
 * `npm run test:hard [-- FILTER...]`: the tests of hundreds of trials (`*.hard.test.ts` and
 * `*.hard.spec.ts`), which take too long for every change.
 * They run against the built application. The closing line is that of `npm test`.
 */
import { runStages } from './stages/run-stages.mjs'
import * as stages from './stages/stages.mjs'

const filters = process.argv.slice(2)

await runStages(async () => {
  const build = await stages.runBuild()
  const hard = await stages.runHardTests(filters)
  const endToEnd = await stages.runEndToEndTests([
    '--config=playwright.hard.config.ts',
    '--pass-with-no-tests',
    ...filters,
  ])
  return [build, hard, endToEnd]
})
