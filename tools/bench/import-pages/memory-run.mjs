/** What the processes of an import hold in memory while it goes on. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { processTree } from '../../console/process-tree.mjs'
import { CLI, cliEnvironment } from '../vault.mjs'

/** Files between two looks. */
const LOOK_EVERY = 100
const KIB_PER_MIB = 1024

/** @typedef {{ files: number, library: number, parser: number }} Look MiB held after so many files; of the parsers the largest */

/**
 * Imports a folder through the command line.
 *
 * @param {string} vault
 * @param {string} folder
 * @returns {Promise<Look[]>}
 */
export async function looksAtImport(vault, folder) {
  const child = spawn(process.execPath, [CLI, 'import', vault, folder, '--jsonl'], {
    env: cliEnvironment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  /** @type {Look[]} */
  const looks = []
  let files = 0
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    const before = Math.floor(files / LOOK_EVERY)
    files += chunk.split('\n').length - 1
    if (Math.floor(files / LOOK_EVERY) > before) looks.push({ files, ...heldBy(child.pid ?? 0) })
  }
  return looks
}

/**
 * @param {number} root the command line's process: the library
 * @returns {{ library: number, parser: number }}
 */
function heldBy(root) {
  const [library = 0, ...parsers] = processTree(root).map(({ pid }) => residentMiB(pid))
  return { library, parser: Math.max(0, ...parsers) }
}

/** @param {number} pid */
function residentMiB(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / KIB_PER_MIB
  } catch {
    // It has ended meanwhile.
    return 0
  }
}
