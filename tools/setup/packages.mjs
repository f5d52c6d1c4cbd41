/**
 * The packages of package-lock.json. npm leaves in `node_modules/.package-lock.json` what it really installed,
 * as its last act; comparing the two tells a whole, current set of packages from any other, whoever installed it.
 */
import { existsSync, readFileSync } from 'node:fs'
import { SetupFailure } from '../console/failure.mjs'
import { inProject } from '../console/project.mjs'
import { mustRun, runCommand } from '../console/run.mjs'

/** A first install fetches some 500 MB (milliseconds). */
const INSTALL_TIMEOUT = 20 * 60 * 1000

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean, dev?: boolean }} LockEntry */
/** @typedef {Record<string, LockEntry>} LockEntries by path, such as `node_modules/react` */

/**
 * @param {LockEntries} wanted
 * @param {LockEntries} installed
 * @returns {boolean} whether every wanted package is installed as wanted, and none besides; packages for other
 *   platforms may be missing
 */
export function samePackages(wanted, installed) {
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue
    const found = installed[path]
    if (found === undefined && entry.optional) continue
    if (found?.version !== entry.version || found?.integrity !== entry.integrity) return false
  }
  return Object.keys(installed).every((path) => path in wanted)
}

/**
 * @param {string} path of a lock file
 * @returns {LockEntries | undefined} undefined when there is none that can be read
 */
export function readLock(path) {
  if (!existsSync(path)) return undefined
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages
  } catch {
    return undefined
  }
}

/** @returns {boolean} whether what is installed is what package-lock.json asks for */
export function packagesAreCurrent() {
  const wanted = readLock(inProject('package-lock.json'))
  const installed = readLock(inProject('node_modules/.package-lock.json'))
  return wanted !== undefined && installed !== undefined && samePackages(wanted, installed)
}

/**
 * @param {string} manifest path of package.json
 * @param {string} lock path of package-lock.json
 * @returns {boolean} whether both ask for the same packages
 */
export function lockMatchesManifest(manifest, lock) {
  const wanted = JSON.parse(readFileSync(manifest, 'utf8'))
  const locked = /** @type {typeof wanted} */ (readLock(lock)?.[''])
  return ['dependencies', 'devDependencies', 'optionalDependencies'].every(
    (kind) => JSON.stringify(sorted(wanted[kind])) === JSON.stringify(sorted(locked?.[kind])),
  )
}

/** @param {Record<string, string>} [ranges] */
function sorted(ranges = {}) {
  return Object.entries(ranges).sort(([a], [b]) => (a < b ? -1 : 1))
}

/**
 * @returns {Promise<{ note: string, value: void }>}
 * @throws {SetupFailure} when npm cannot install
 */
export async function ensurePackages() {
  if (packagesAreCurrent()) return { note: 'as in package-lock.json', value: undefined }
  if (!lockMatchesManifest(inProject('package.json'), inProject('package-lock.json'))) {
    throw new SetupFailure(
      'package.json and package-lock.json do not ask for the same packages.',
      'run `npm install`, and commit both.',
    )
  }
  await install()
  if (packagesAreCurrent()) return { note: 'installed from package-lock.json', value: undefined }
  throw new SetupFailure('npm installed other packages than package-lock.json names.', 'run `npm install`.')
}

/**
 * `npm ci` gives up on a lock file that leaves out optional packages for other platforms, which npm itself writes
 * where the registry does not hold them. `npm install` passes over those, and installs the same from the same lock.
 */
async function install() {
  const quiet = ['--no-audit', '--no-fund', '--loglevel', 'error']
  const options = { cwd: inProject(), timeout: INSTALL_TIMEOUT }
  const { code } = await runCommand('npm', ['ci', ...quiet], options)
  if (code === 0) return
  await mustRun('npm', ['install', '--no-save', ...quiet], {
    ...options,
    remedy:
      'check that the npm registry can be reached and that you may write to this folder; then try again.',
  })
}
