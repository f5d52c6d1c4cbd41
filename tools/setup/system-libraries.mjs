/**
 * The system libraries that Electron links to, and a virtual display for machines without one. On Debian and
 * its relatives root gets them installed; everyone else is told the one line to run.
 */
import { existsSync } from 'node:fs'
import { SetupFailure } from '../console/failure.mjs'
import { isRoot } from '../console/project.mjs'
import { mustRun, runCommand } from '../console/run.mjs'

/** What the application needs to start. */
const LIBRARIES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libsecret-1-0']

/** What a machine without a display needs besides, what unpacks the registry runtime, what proves that no network is used. */
const HELPERS = ['xvfb', 'xauth', 'unzip', 'strace']

const PACKAGES = [...LIBRARIES, ...HELPERS]

/** Waits this long (seconds) for another apt to finish. */
const LOCK_TIMEOUT = 300

/** Downloads about 100 MB (milliseconds). */
const INSTALL_TIMEOUT = 20 * 60 * 1000

/**
 * @param {string} listing lines of `status name provided, provided …`, as dpkg-query prints them
 * @returns {Set<string>} the names of installed packages and of what they stand in for (newer Debians call
 *   libgtk-3-0 `libgtk-3-0t64`)
 */
export function installedNames(listing) {
  const names = new Set()
  for (const line of listing.split('\n')) {
    const [status, name, ...provided] = line.split(/[\s,]+/)
    if (status !== 'installed') continue
    for (const each of [name, ...provided]) names.add(each)
  }
  return names
}

/** @returns {Promise<string[]>} names of packages that are not installed */
async function missingPackages() {
  const { output } = await runCommand('dpkg-query', [
    '-W',
    '-f',
    `\${db:Status-Status} \${Package} \${Provides}\n`,
  ])
  const installed = installedNames(output)
  return PACKAGES.filter((name) => !installed.has(name))
}

/**
 * Installs what is missing when that is ours to do.
 *
 * @returns {Promise<{ note: string, value: void }>}
 * @throws {SetupFailure} when apt cannot install them
 */
export async function ensureSystemLibraries() {
  if (process.platform !== 'linux') return { note: 'none needed', value: undefined }
  if (!existsSync('/usr/bin/dpkg-query'))
    return { note: 'not a Debian; looked at when Electron is', value: undefined }
  const missing = await missingPackages()
  if (missing.length === 0) return { note: 'all there', value: undefined }
  const line = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (!isRoot()) return { note: `some are missing; to install them: sudo ${line}`, value: undefined }
  await aptInstall(missing)
  return { note: `installed ${missing.join(' ')}`, value: undefined }
}

/** @param {string[]} names */
async function aptInstall(names) {
  const remedy = 'check that Debian packages can be fetched (`apt-get update`), then try again.'
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const options = { env, timeout: INSTALL_TIMEOUT, remedy }
  const wait = ['-o', `DPkg::Lock::Timeout=${LOCK_TIMEOUT}`]
  await mustRun('apt-get', ['update', '-q', ...wait], options)
  await mustRun('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...wait, ...names], options)
}

/**
 * Asks the loader itself whether an executable can start: true on every Linux, whatever its packages are called.
 *
 * @param {string} executable
 * @returns {Promise<void>}
 * @throws {SetupFailure} naming the libraries that cannot be found
 */
export async function checkLinkedLibraries(executable) {
  if (process.platform !== 'linux') return
  const { code, output } = await runCommand('ldd', [executable])
  if (code !== 0) return
  const missing = output
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0])
  if (missing.length === 0) return
  throw new SetupFailure(
    `Electron cannot start here: ${missing.join(', ')} not found.`,
    `as root: apt-get install -y --no-install-recommends ${LIBRARIES.join(' ')} (other systems: the same libraries).`,
  )
}
