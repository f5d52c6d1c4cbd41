/**
 * `npm run -s colophon -- COMMAND`: the command line, in this very process. Its output is a contract, so set-up
 * speaks on stderr only, and only when there is something to do.
 */
import { pathToFileURL } from 'node:url'
import { runTool } from './console/failure.mjs'
import { inProject } from './console/project.mjs'
import { buildIsCurrent, ensureBuild } from './setup/build.mjs'
import { checkNodeVersion } from './setup/node-version.mjs'
import { ensurePackages } from './setup/packages.mjs'

const CLI = inProject('out/main/cli.js')

await runTool(async () => {
  checkNodeVersion()
  if (!buildIsCurrent()) {
    console.error('colophon: building first …')
    await ensurePackages()
    await ensureBuild()
  }
  // npm starts scripts in the project's folder; paths are meant from where the person is.
  if (process.env.npm_lifecycle_event === 'colophon' && process.env.INIT_CWD) {
    process.chdir(process.env.INIT_CWD)
  }
  process.argv[1] = CLI
})
if (process.exitCode === undefined) await import(pathToFileURL(CLI).href)
