/**
 * The runtime that Colophon ships with: the binary that the `electron` package fetches from its project's
 * release page.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from '../console/project.mjs'
import { runCommand } from '../console/run.mjs'

/** @typedef {import('./electron-runtime.mjs').Runtime} Runtime */

const PACKAGE = inProject('node_modules/electron')

/** A page that answers within this time (milliseconds) is worth downloading from. */
const PROBE_TIMEOUT = 5_000

/** The download is about 110 MB (milliseconds). */
const DOWNLOAD_TIMEOUT = 10 * 60 * 1000

/** @returns {Runtime | undefined} the runtime when its binary is already there and of the package's version */
export function findOfficialRuntime() {
  const pathFile = join(PACKAGE, 'path.txt')
  const versionFile = join(PACKAGE, 'dist/version')
  if (!existsSync(pathFile) || !existsSync(versionFile)) return undefined
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
  const executable = join(PACKAGE, 'dist', readFileSync(pathFile, 'utf8').trim())
  if (version !== packageVersion() || !existsSync(executable)) return undefined
  return { executable, version, kind: 'official' }
}

/**
 * Lets the `electron` package fetch its binary, by its own installer. A short look first tells whether its
 * release page can be reached at all, so that a place without the open internet loses seconds, not minutes.
 *
 * @returns {Promise<Runtime | undefined>} undefined when it cannot be had here
 */
export async function fetchOfficialRuntime() {
  if (!existsSync(join(PACKAGE, 'install.js')) || !(await releasePageAnswers())) return undefined
  await runCommand(process.execPath, [join(PACKAGE, 'install.js')], { timeout: DOWNLOAD_TIMEOUT })
  return findOfficialRuntime()
}

/** @returns {string} the version that package.json pins */
function packageVersion() {
  return JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')).version
}

async function releasePageAnswers() {
  // A mirror or a proxy is something that the installer knows how to use, and our look does not.
  if (process.env.ELECTRON_MIRROR || process.env.ELECTRON_GET_USE_PROXY) return true
  const page = `https://github.com/electron/electron/releases/download/v${packageVersion()}/SHASUMS256.txt`
  try {
    const answer = await fetch(page, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_TIMEOUT) })
    return answer.ok
  } catch {
    return false
  }
}
