import { spawn } from 'node:child_process'
import { SetupFailure } from './failure.mjs'
import { killTree } from './process-tree.mjs'

/** How much of a failed command's output is worth repeating to a person. */
const TAIL_CHARACTERS = 4_000

/** Nothing that we run takes longer than this (milliseconds). */
const LONGEST_TIMEOUT = 60 * 60 * 1000

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] the whole environment; ours when not given
 * @property {number} [timeout] milliseconds after which the command and all that it started are ended
 * @property {boolean} [shown] lets the command write to our own output instead of collecting it
 */

/**
 * Runs a command to its end. Never throws for a command that fails: the caller knows what that means.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} exit code (1 when it could not be started or was
 *   ended by a signal) and, unless shown, what it wrote to both outputs
 */
export function runCommand(command, args, options = {}) {
  const { cwd, env, timeout = LONGEST_TIMEOUT, shown = false } = options
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(command, args, {
      stdio: shown ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      ...(cwd === undefined ? {} : { cwd }),
      ...(env === undefined ? {} : { env }),
    })
    const timer = setTimeout(() => child.pid && killTree(child.pid), timeout)
    /** @param {Buffer} chunk */
    const collect = (chunk) => {
      output += chunk.toString()
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    child.on('error', (error) => {
      clearTimeout(timer)
      resolve({ code: 1, output: `${output}${error.message}` })
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ code: code ?? 1, output })
    })
  })
}

/**
 * Runs a command that must succeed.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions & { remedy: string }} options `remedy` is what a person can do when it fails
 * @returns {Promise<string>} what it wrote
 * @throws {SetupFailure} with the end of its output
 */
export async function mustRun(command, args, options) {
  const { code, output } = await runCommand(command, args, options)
  if (code === 0) return output
  const said = output.slice(-TAIL_CHARACTERS).trim()
  throw new SetupFailure(
    `\`${[command, ...args].join(' ')}\` failed (exit ${code}).\n${said}`,
    options.remedy,
  )
}
