/**
 * How to start the built application here: which executable, as whom, with what environment. Tests, the tour and
 * the benchmarks all start it by this plan, and so do the end-to-end fixtures:
 *
 *     const plan = await launchPlan()
 *     await _electron.launch({
 *       executablePath: plan.executablePath,
 *       args: [...plan.args, `--user-data-dir=${plan.folder('profile')}`],
 *       env: plan.env,
 *       chromiumSandbox: plan.sandbox,
 *     })
 */
import { existsSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { inProject, isRoot, PROJECT } from '../console/project.mjs'
import { ensureDisplay } from '../display/display.mjs'
import { ensureRuntime } from '../runtime/electron-runtime.mjs'
import { sharedRuntime } from '../runtime/shared-runtime.mjs'
import { copyApplication } from './app-copy.mjs'
import { commandAs, ordinaryUser, userMay } from './ordinary-user.mjs'
import { sandboxCanWork } from './sandbox.mjs'
import { WorkFolder } from './work-folder.mjs'

/** @typedef {import('../runtime/electron-runtime.mjs').Runtime} Runtime */
/** @typedef {import('./ordinary-user.mjs').OrdinaryUser} OrdinaryUser */

/**
 * @typedef {object} LaunchPlan
 * @property {string} executablePath Electron itself, or a wrapper that becomes it as an ordinary user
 * @property {string[]} args what it must be given first: the application's folder, `--no-sandbox` when it must be
 * @property {Record<string, string>} env the whole environment, with a home of its own
 * @property {string} appDir the application's folder as the application sees it
 * @property {Runtime} runtime
 * @property {boolean} sandbox whether Chromium's sandbox is on; hand it to Playwright as `chromiumSandbox`
 * @property {OrdinaryUser | undefined} user who it runs as; us when undefined
 * @property {string[]} notes sentences for a person about what is not as it should be
 * @property {(name: string) => string} folder makes a folder that the application may write to, such as a profile
 * @property {(path: string) => string} lend a path under which the application can read that file or folder of ours
 * @property {() => void} dispose deletes all that the plan made; happens by itself when this process ends
 */

/**
 * @typedef {object} PlanOptions
 * @property {string} [appDir] another application than the project's
 * @property {'temporary' | 'own'} [home] a fresh home that goes away with us, or the one that the user has
 */

/** Variables that would change what Electron is. */
const UNWANTED = ['NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE', 'ELECTRON_NO_ATTACH_CONSOLE', 'NODE_ENV']

/**
 * @param {PlanOptions} [options]
 * @returns {Promise<LaunchPlan>}
 * @throws {import('../console/failure.mjs').SetupFailure} when there is no runtime or no display
 */
export async function launchPlan(options = {}) {
  const { appDir = PROJECT, home = 'temporary' } = options
  const user = ordinaryUser()
  const found = await ensureRuntime()
  const runtime = user ? sharedRuntime(found, user) : found
  const display = await ensureDisplay(user)
  const work = new WorkFolder(user)
  const sandbox = (user !== undefined || !isRoot()) && sandboxCanWork(runtime.executable, user)
  const seen = seenAppDir(appDir, work)
  return {
    executablePath: user ? wrapper(runtime.executable, user, work) : runtime.executable,
    args: sandbox ? [seen] : ['--no-sandbox', seen],
    env: {
      ...cleanEnvironment(),
      ...homeOf(home, user, work),
      ...display.env,
      ...authority(display.env, work),
    },
    appDir: seen,
    runtime,
    sandbox,
    user,
    notes: notesFor(sandbox, user),
    folder: (name) => work.folder(name),
    lend: (path) => work.lend(path),
    dispose: () => {
      display.close()
      work.remove()
    },
  }
}

/**
 * @param {string} appDir
 * @param {WorkFolder} work
 * @returns {string} where the application is for the user who runs it
 */
function seenAppDir(appDir, work) {
  if (work.user === undefined) return appDir
  if (
    userMay(work.user, '-r', join(appDir, 'package.json')) &&
    userMay(work.user, '-r', inProject('node_modules'))
  ) {
    return appDir
  }
  const copy = work.ours('app')
  copyApplication(appDir, copy)
  return copy
}

/**
 * @param {string} executable
 * @param {OrdinaryUser} user
 * @param {WorkFolder} work
 * @returns {string} a program that becomes the executable, in the same process and with the same open files
 */
function wrapper(executable, user, work) {
  const path = work.ours('electron')
  const script = [
    '#!/bin/sh',
    'cd "$HOME" || exit 1',
    `exec ${commandAs(user).join(' ')} '${executable}' "$@"`,
    '',
  ]
  writeFileSync(path, script.join('\n'), { mode: 0o755 })
  return path
}

/** @returns {Record<string, string>} */
function cleanEnvironment() {
  const entries = Object.entries(process.env).filter(([name]) => !UNWANTED.includes(name))
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}

/**
 * @param {'temporary' | 'own'} home
 * @param {OrdinaryUser | undefined} user
 * @param {WorkFolder} work
 * @returns {Record<string, string>}
 */
function homeOf(home, user, work) {
  const names = user ? { USER: user.name, LOGNAME: user.name } : {}
  if (home === 'own')
    return user ? { ...names, HOME: user.home, XDG_RUNTIME_DIR: work.folder('runtime') } : {}
  return {
    ...names,
    HOME: work.folder('home'),
    TMPDIR: work.folder('tmp'),
    XDG_CONFIG_HOME: work.folder('home/.config'),
    XDG_CACHE_HOME: work.folder('home/.cache'),
    XDG_DATA_HOME: work.folder('home/.local/share'),
    XDG_RUNTIME_DIR: work.folder('runtime'),
  }
}

/**
 * The cookie of a display that is ours lies in our own home, where another user cannot read it.
 *
 * @param {Record<string, string>} displayEnv
 * @param {WorkFolder} work
 * @returns {Record<string, string>}
 */
function authority(displayEnv, work) {
  if (displayEnv.XAUTHORITY || process.platform !== 'linux') return {}
  const path = process.env.XAUTHORITY ?? join(homedir(), '.Xauthority')
  return existsSync(path) ? { XAUTHORITY: work.lend(path) } : {}
}

/**
 * @param {boolean} sandbox
 * @param {OrdinaryUser | undefined} user
 * @returns {string[]}
 */
function notesFor(sandbox, user) {
  if (sandbox) return user ? [`We are root, so the application runs as the user ${user.name}.`] : []
  const why = isRoot()
    ? 'we are root and this system gives us no other user'
    : 'this system allows it neither way'
  return [`Chromium's sandbox is OFF (--no-sandbox): ${why}. Fit for tests only.`]
}
