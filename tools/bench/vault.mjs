/** Vaults for measurements, made through the command line, and a profile that remembers one. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SetupFailure } from '../console/failure.mjs'
import { inProject } from '../console/project.mjs'

/** Chosen for these measurements alone, and strong enough for a vault to accept it. */
export const PASSPHRASE = 'gravel lantern orbit meadow copper thistle'

export const CLI = inProject('out/main/cli.js')

/** @returns {NodeJS.ProcessEnv} what the command line needs to open a vault */
export function cliEnvironment() {
  return { ...process.env, COLOPHON_PASSPHRASE: PASSPHRASE }
}

/** A library's list or report may be long. */
const OUTPUT_LIMIT = 256 * 1024 * 1024

/**
 * @param {readonly string[]} args
 * @throws {SetupFailure} when the command fails
 */
export function runCli(args) {
  readCli(args)
}

/**
 * @param {readonly string[]} args
 * @returns {string} what the command prints
 * @throws {SetupFailure} when the command fails
 */
export function readCli(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    env: cliEnvironment(),
    encoding: 'utf8',
    maxBuffer: OUTPUT_LIMIT,
  })
  if (status === 0) return stdout
  throw new SetupFailure(
    `colophon ${args[0]} failed: ${stderr.trim()}`,
    'try the same with `npm run colophon`.',
  )
}

/**
 * Makes the plan's profile one whose last vault is the one of that name, so that it starts with the lock screen.
 *
 * @param {import('../as-user/launch-plan.mjs').LaunchPlan} plan
 * @param {string} name
 * @returns {string} where that vault is to be
 */
export function rememberVault(plan, name) {
  const vaultFolder = join(plan.folder('vaults'), `${name}.colophon`)
  writeFileSync(join(plan.folder('profile'), 'settings.json'), JSON.stringify({ vaultFolder }))
  return vaultFolder
}
