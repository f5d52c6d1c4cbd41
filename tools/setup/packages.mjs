/**
 * The packages of package-lock.json. npm leaves in `node_modules/.package-lock.json` what it really installed,
 * as its last act; comparing the two tells a whole, current set of packages from any other, whoever installed it.
 */
import { existsSync, readFileSync } from 'node:fs'
import { inProject } from '../console/project.mjs'
import { mustRun } from '../console/run.mjs'

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
 * @returns {Promise<{ note: string, value: void }>}
 * @throws {import('../console/failure.mjs').SetupFailure} when npm cannot install
 */
export async function ensurePackages() {
  if (packagesAreCurrent()) return { note: 'as in package-lock.json', value: undefined }
  await mustRun('npm', ['ci', '--no-audit', '--no-fund', '--loglevel', 'error'], {
    cwd: inProject(),
    timeout: INSTALL_TIMEOUT,
    remedy:
      'check that the npm registry can be reached and that you may write to this folder; then try again.',
  })
  return { note: 'installed from package-lock.json', value: undefined }
}
