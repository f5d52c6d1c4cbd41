/** `npm run check:boundaries`: the law of imports over all of our sources, with an empty list of exceptions. */
import { runTool } from './console/failure.mjs'
import { PROJECT } from './console/project.mjs'

await runTool(async () => {
  const { checkBoundaries, violationText } = await import('./boundaries/check.mjs')
  const { files, violations } = checkBoundaries(PROJECT)
  for (const violation of violations) console.log(violationText(violation))
  console.log(`boundaries: ${files} files, ${violations.length} violations`)
  if (violations.length > 0) process.exitCode = 1
})
