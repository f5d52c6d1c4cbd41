/**
 * Who the application runs as when we are root. Chromium refuses its sandbox to the superuser, so root's tests
 * would be tests of an application that nobody should run.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { isRoot } from '../console/project.mjs'

/**
 * @typedef {object} OrdinaryUser
 * @property {string} name
 * @property {number} uid
 * @property {number} gid
 * @property {string} home
 */

const NAME = 'colophon-reader'
const HOME = '/var/lib/colophon-reader'

/**
 * Finds the user, or creates it.
 *
 * @returns {OrdinaryUser | undefined} undefined when we are an ordinary user ourselves, or when this system
 *   gives us none
 */
export function ordinaryUser() {
  if (!isRoot() || process.platform !== 'linux' || !existsSync('/usr/bin/setpriv')) return undefined
  return findUser() ?? createUser()
}

/** @returns {OrdinaryUser | undefined} */
function findUser() {
  const { status, stdout } = spawnSync('getent', ['passwd', NAME], { encoding: 'utf8' })
  if (status !== 0) return undefined
  const [name = '', , uid, gid, , home = ''] = stdout.trim().split(':')
  return { name, uid: Number(uid), gid: Number(gid), home }
}

function createUser() {
  const home = ['--home-dir', HOME, '--create-home', '--key', 'HOME_MODE=0700']
  spawnSync('useradd', ['--system', '--user-group', ...home, '--shell', '/usr/sbin/nologin', NAME], {
    stdio: 'ignore',
  })
  return findUser()
}

/**
 * @param {OrdinaryUser} user
 * @returns {string[]} the command that runs what follows it as that user. It must not set "no new privileges":
 *   the sandbox helper is setuid.
 */
export function commandAs(user) {
  return ['setpriv', `--reuid=${user.uid}`, `--regid=${user.gid}`, '--init-groups', '--']
}

/**
 * @param {OrdinaryUser} user
 * @param {string} path
 * @param {'-r' | '-x'} right
 * @returns {boolean} whether that user may read (or, for a folder, enter; for a program, run) it
 */
export function userMay(user, right, path) {
  const [command = '', ...args] = [...commandAs(user), 'test', right, path]
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}
