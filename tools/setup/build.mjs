/** The built application in `out/`, made again only when something that it is made from has changed. */
import { existsSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SetupFailure } from '../console/failure.mjs'
import { inProject } from '../console/project.mjs'
import { runCommand } from '../console/run.mjs'
import { withBuildLock } from './build-lock.mjs'

/** Everything that goes into the build. */
const SOURCES = [
  'domain',
  'contract',
  'electron',
  'renderer',
  'assets',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]

/** What a whole build leaves. */
const OUTPUTS = ['out/main/main.js', 'out/main/cli.js', 'out/preload/preload.cjs', 'out/renderer/index.html']

/** Its time is when the last whole build began: anything changed since then is not in it. */
const STAMP = 'out/.built'

/** How much of a failed build's output is worth repeating (characters). */
const TAIL_CHARACTERS = 6_000

/**
 * @param {string} path
 * @returns {number} the latest change (milliseconds since the epoch) in a file or folder; a folder's own time
 *   counts too, because that is where a removed file shows
 */
export function latestChange(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return 0
  if (!found.isDirectory()) return isTest(path) ? 0 : found.mtimeMs
  return readdirSync(path).reduce(
    (latest, name) => Math.max(latest, latestChange(join(path, name))),
    found.mtimeMs,
  )
}

/** @param {string} path */
function isTest(path) {
  return /\.test\.tsx?$/.test(path)
}

/** @returns {boolean} whether `out/` holds a whole build of the sources as they are */
export function buildIsCurrent() {
  const stamp = statSync(inProject(STAMP), { throwIfNoEntry: false })
  if (stamp === undefined || !OUTPUTS.every((path) => existsSync(inProject(path)))) return false
  return SOURCES.every((path) => latestChange(inProject(path)) < stamp.mtimeMs)
}

/**
 * @returns {Promise<{ note: string, value: void }>}
 * @throws {SetupFailure} with what the build said
 */
export async function ensureBuild() {
  if (buildIsCurrent()) return { note: 'nothing changed', value: undefined }
  return withBuildLock(async () => {
    if (buildIsCurrent()) return { note: 'built by another command meanwhile', value: undefined }
    await build()
    return { note: 'built', value: undefined }
  })
}

async function build() {
  rmSync(inProject(STAMP), { force: true })
  const began = new Date()
  const { code, output } = await runCommand(
    process.execPath,
    [inProject('node_modules/electron-vite/bin/electron-vite.js'), 'build'],
    { cwd: inProject(), env: { ...process.env, NODE_ENV: 'production' } },
  )
  if (code !== 0) {
    throw new SetupFailure(
      `The build failed.\n${output.slice(-TAIL_CHARACTERS).trim()}`,
      'mend what the lines above name; `npm run build` shows the same.',
    )
  }
  writeFileSync(inProject(STAMP), '')
  utimesSync(inProject(STAMP), began, began)
}
