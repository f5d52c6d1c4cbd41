/** `npm run e2e -- ARGUMENTS`: set-up, then the end-to-end tests alone; the arguments are Playwright's. */
import { runTool } from './console/failure.mjs'
import { setUp } from './setup/set-up.mjs'
import { close, runEndToEndTests } from './stages/stages.mjs'

await runTool(async () => {
  await setUp()
  close(await runEndToEndTests(process.argv.slice(2)))
})
