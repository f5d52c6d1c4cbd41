/** `npm test`: what CI runs, from a fresh clone. Every stage runs, whatever became of the one before. */
import { runStages } from './stages/run-stages.mjs'
import * as stages from './stages/stages.mjs'

await runStages(async () => {
  const build = await stages.runBuild()
  const checks = await stages.runChecks()
  const unit = await stages.runUnitTests()
  const endToEnd = await (build.failed ? stages.endToEndWithoutBuild() : stages.runEndToEndTests())
  return [build, checks, unit, endToEnd]
})
