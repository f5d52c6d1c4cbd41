/**
 * `npm run package`: the packaged application, in `out/package/`. With the official runtime it is what builder.yml
 * says for this platform; with one out of the package registry it is a folder, stamped as for development only.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runTool } from './console/failure.mjs'
import { inProject, PROJECT } from './console/project.mjs'
import { step } from './console/step.mjs'
import { checkFuses } from './packaging/fuses.mjs'
import { developmentVersion, stamp } from './packaging/stamp.mjs'
import { setUp } from './setup/set-up.mjs'

/** @typedef {import('./runtime/electron-runtime.mjs').Runtime} Runtime */
/** @typedef {import('electron-builder').Configuration} Configuration */

const OUTPUT = inProject('out/package')

/** @returns {Promise<Configuration>} */
async function configuration() {
  const { parse } = await import('yaml')
  return parse(readFileSync(inProject('builder.yml'), 'utf8'))
}

/**
 * @param {Configuration} config
 * @param {Runtime} runtime
 * @returns {Configuration} for a runtime that is not the official one
 */
function forDevelopment(config, runtime) {
  const { version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'))
  return {
    ...config,
    electronDist: dirname(runtime.executable),
    electronVersion: runtime.version,
    extraMetadata: { version: developmentVersion(version) },
    afterPack: async ({ appOutDir }) => stamp(appOutDir, runtime.version),
  }
}

/**
 * @param {Runtime} runtime
 * @returns {Promise<Configuration>} what was built with
 */
async function pack(runtime) {
  const { build, Platform } = await import('electron-builder')
  const config = await configuration()
  const official = runtime.kind === 'official'
  const used = official ? config : forDevelopment(config, runtime)
  rmSync(OUTPUT, { recursive: true, force: true })
  const targets = official ? {} : { targets: Platform.current().createTarget('dir') }
  await build({ projectDir: PROJECT, config: used, publish: 'never', ...targets })
  return used
}

/**
 * @param {Configuration} config
 * @returns {Promise<string>} what was found
 */
async function readBack(config) {
  if (process.platform !== 'linux') return 'only read back on Linux'
  const folder = readdirSync(OUTPUT).find((name) => name.endsWith('-unpacked')) ?? 'linux-unpacked'
  const executable = join(OUTPUT, folder, config.linux?.executableName ?? 'colophon')
  const wanted = /** @type {Record<string, boolean>} */ ({ ...config.electronFuses })
  return `${await checkFuses(executable, wanted)} fuses are as builder.yml says`
}

await runTool(async () => {
  const runtime = await setUp()
  const config = await step('package', async () => {
    const value = await pack(runtime)
    const kind = runtime.kind === 'official' ? 'official Electron' : 'stamped as for development only'
    return { note: `${OUTPUT}, ${kind}`, value }
  })
  await step('fuses', async () => ({ note: await readBack(config), value: undefined }))
})
