/** `npm test`: what CI runs, from a fresh clone. Every stage runs, whatever became of the one before. */
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
  const checks = await stages.runChecks()
  const unit = await stages.runUnitTests()
  const endToEnd = await (build.failed ? stages.endToEndWithoutBuild() : stages.runEndToEndTests())
  stages.close(sum([build, checks, unit, endToEnd]))
})
