/**
 * One build at a time: two commands started together on a stale build would empty each other's output.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { atExit } from '../console/at-exit.mjs'
import { inProject } from '../console/project.mjs'

const LOCK = inProject('out/.building')

/** How often to look whether the other build has ended (milliseconds). */
const PATIENCE = 200

/**
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>} what the work returned, once no other build of this project was under way
 */
export async function withBuildLock(work) {
  mkdirSync(inProject('out'), { recursive: true })
  while (!take()) {
    if (!holderLives()) rmSync(LOCK, { force: true })
    else await wait(PATIENCE)
  }
  const release = atExit(() => rmSync(LOCK, { force: true }))
  try {
    return await work()
  } finally {
    release()
  }
}

/** @returns {boolean} whether the lock is now ours */
function take() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

/** @returns {boolean} whether the process that holds the lock is still there */
function holderLives() {
  try {
    const holder = Number(readFileSync(LOCK, 'utf8'))
    // A lock without a number is just being written.
    return holder === 0 || process.kill(holder, 0)
  } catch {
    return false
  }
}
