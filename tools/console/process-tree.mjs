/** The processes below another one, as Linux's /proc tells them. */
import { readdirSync, readFileSync } from 'node:fs'

/**
 * @typedef {object} ProcessFacts
 * @property {number} pid
 * @property {number} parent
 * @property {string[]} argv
 * @property {number} uid the real user
 * @property {number} seccomp 0 none, 1 strict, 2 filter
 */

/**
 * @param {number} pid
 * @returns {ProcessFacts | undefined} undefined when it has ended
 */
function factsOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    /** @param {string} name */
    const field = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1])
    // A process forked from Chromium's zygote writes its command line into one string, with blanks between.
    const argv = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split(/[\0 ]/).filter(Boolean)
    return { pid, parent: field('PPid'), argv, uid: field('Uid'), seccomp: field('Seccomp') }
  } catch {
    return undefined
  }
}

/**
 * @param {number} root
 * @returns {ProcessFacts[]} the process and all that descend from it; empty where there is no /proc
 */
export function processTree(root) {
  if (process.platform !== 'linux') return []
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => factsOf(Number(name)) ?? [])
  const tree = all.filter((facts) => facts.pid === root)
  for (const facts of tree) tree.push(...all.filter((other) => other.parent === facts.pid))
  return tree
}

/**
 * Ends a process and all below it at once.
 *
 * @param {number} root
 */
export function killTree(root) {
  for (const pid of [...processTree(root).map((facts) => facts.pid), root]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended by itself meanwhile.
    }
  }
}
