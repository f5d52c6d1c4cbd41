import { step } from '../console/step.mjs'
import { ensureRuntime, REGISTRY_NOTICE } from '../runtime/electron-runtime.mjs'
import { ensureBuild } from './build.mjs'
import { checkNodeVersion } from './node-version.mjs'
import { ensurePackages } from './packages.mjs'
import { checkLinkedLibraries, ensureSystemLibraries } from './system-libraries.mjs'

/** @typedef {import('../runtime/electron-runtime.mjs').Runtime} Runtime */

/**
 * Everything that a fresh clone lacks, in the order in which each needs the one before. What is already there
 * costs well under a second.
 *
 * @returns {Promise<Runtime>} what to run the application with
 * @throws {import('../console/failure.mjs').SetupFailure} saying what to do
 */
export async function setUp() {
  const runtime = await setUpTools()
  await step('build', ensureBuild)
  return runtime
}

/**
 * All of `setUp` but the build, for tools that go on when the application does not build.
 *
 * @returns {Promise<Runtime>}
 */
export async function setUpTools() {
  checkNodeVersion()
  await step('packages', ensurePackages)
  await step('system libraries', ensureSystemLibraries)
  return step('Electron', async () => {
    const runtime = await ensureRuntime()
    await checkLinkedLibraries(runtime.executable)
    const notice = runtime.kind === 'registry' ? `. ${REGISTRY_NOTICE}` : ''
    return { note: `${runtime.version}, ${runtime.kind}${notice}`, value: runtime }
  })
}
