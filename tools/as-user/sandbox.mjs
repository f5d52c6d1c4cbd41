/** Whether Chromium's sandbox can work here, and whether it does in an application that is running. */
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { processTree } from '../console/process-tree.mjs'
import { commandAs } from './ordinary-user.mjs'

/** @typedef {import('./ordinary-user.mjs').OrdinaryUser} OrdinaryUser */
/** @typedef {import('../console/process-tree.mjs').ProcessFacts} ProcessFacts */

const SETUID = 0o4000
const EVERYONE_RUNS = 0o001

/** "Seccomp: 2" in /proc/PID/status: system calls go through a filter program. */
const SECCOMP_FILTER = 2

/**
 * @param {string} executable
 * @param {OrdinaryUser | undefined} user who runs it; us when not given
 * @returns {boolean} whether the sandbox has a way to work: a setuid helper, or user namespaces
 */
export function sandboxCanWork(executable, user) {
  if (process.platform !== 'linux') return true
  const helper = statSync(join(dirname(executable), 'chrome-sandbox'), { throwIfNoEntry: false })
  if (helper && helper.uid === 0 && helper.mode & SETUID && helper.mode & EVERYONE_RUNS) return true
  const [command = 'true', ...args] = [...(user ? commandAs(user) : []), 'unshare', '--user', 'true']
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}

/**
 * Looks at the processes themselves: every renderer must have a system call filter, nobody may be root, and
 * nothing may have been told to go without the sandbox.
 *
 * @param {number} root process id of the application's main process
 * @returns {{ sandboxed: boolean, renderers: ProcessFacts[], all: ProcessFacts[] }}
 */
export function sandboxOf(root) {
  // Zygotes and namespace helpers hang below the main process too; the network service has no filter.
  const all = processTree(root)
  const renderers = all.filter((facts) => facts.argv.includes('--type=renderer'))
  const sandboxed =
    renderers.length > 0 &&
    renderers.every((facts) => facts.seccomp === SECCOMP_FILTER && facts.uid !== 0) &&
    all.every((facts) => !facts.argv.includes('--no-sandbox'))
  return { sandboxed, renderers, all }
}
