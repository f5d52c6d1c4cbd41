/** Runs an application under strace and tells whom it and all its processes tried to reach. */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { atExit } from '../console/at-exit.mjs'
import { networkCalls } from './network-calls.mjs'

/** @typedef {import('../as-user/launch-plan.mjs').LaunchPlan} LaunchPlan */
/** @typedef {import('./network-calls.mjs').NetworkCall} NetworkCall */

/**
 * @typedef {object} Watch
 * @property {LaunchPlan} plan the plan whose application is watched
 * @property {() => NetworkCall[]} soFar the calls until now, while the application runs
 * @property {() => Promise<NetworkCall[]>} whole the calls of the whole run, once the application and all of its processes are gone
 * @property {() => void} dispose deletes the record
 */

/** How often the end of the record is looked for, and how long a busy machine may take to write it (milliseconds). */
const LOOK_AGAIN = 100
const END_TIMEOUT = 60_000

/** @returns {string | undefined} why nothing can be watched here; undefined when it can */
export function whyNotWatched() {
  if (process.platform !== 'linux') return 'strace is for Linux'
  const { status, error } = spawnSync('strace', ['-qq', '-e', 'trace=none', 'true'], { stdio: 'ignore' })
  if (error) return 'strace is not installed'
  return status === 0 ? undefined : 'this system does not let one process trace another'
}

/**
 * @param {LaunchPlan} plan
 * @returns {Watch}
 */
export function watchNetwork(plan) {
  const folder = mkdtempSync(join(tmpdir(), 'colophon-watch-'))
  const remove = atExit(() => rmSync(folder, { recursive: true, force: true }))
  const record = join(folder, 'record')
  const done = join(folder, 'done')
  // With -D the application is what is started and the tracer stands aside, so whoever starts it may signal and await it.
  const script = [
    '#!/bin/sh',
    `exec strace -D -f -qq -s 64 -e trace=network -e signal=none -o '|cat >${record}; touch ${done}' '${plan.executablePath}' "$@"`,
    '',
  ]
  const executablePath = join(folder, 'electron')
  writeFileSync(executablePath, script.join('\n'))
  for (const path of [folder, executablePath]) chmodSync(path, 0o755)
  writeFileSync(record, '')
  const soFar = () => networkCalls(readFileSync(record, 'utf8'))
  return {
    plan: { ...plan, executablePath },
    soFar,
    whole: async () => {
      await written(done)
      return soFar()
    },
    dispose: remove,
  }
}

/**
 * @param {string} done a file that is there when the record is whole
 * @returns {Promise<void>}
 */
async function written(done) {
  for (let waited = 0; !existsSync(done); waited += LOOK_AGAIN) {
    if (waited > END_TIMEOUT) throw new Error('the watched application has not ended')
    await wait(LOOK_AGAIN)
  }
}
