/**
 * A runtime that another user can run. The official one lies in `node_modules`, which may be below a folder that
 * only root may enter; it is then copied once into the cache, with the sandbox helper as Chromium wants it.
 */
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { userMay } from '../as-user/ordinary-user.mjs'
import { cacheFolder } from './cache-folder.mjs'

/** @typedef {import('./electron-runtime.mjs').Runtime} Runtime */

const SANDBOX_HELPER_MODE = 0o4755

/**
 * @param {Runtime} runtime
 * @param {import('../as-user/ordinary-user.mjs').OrdinaryUser} user
 * @returns {Runtime} the same one when the user can run it, else a copy
 */
export function sharedRuntime(runtime, user) {
  if (userMay(user, '-x', runtime.executable)) return runtime
  const cache = cacheFolder()
  const folder = join(cache, `electron-${runtime.version}-${fingerprint(runtime.executable)}`)
  const executable = join(folder, basename(runtime.executable))
  if (!existsSync(executable)) copyRuntime(dirname(runtime.executable), cache, folder)
  return { ...runtime, executable }
}

/**
 * @param {string} executable
 * @returns {string} eight characters that change when another executable takes its place
 */
function fingerprint(executable) {
  const { size, mtimeMs } = statSync(executable)
  return createHash('sha256').update(`${executable} ${size} ${mtimeMs}`).digest('hex').slice(0, 8)
}

/**
 * @param {string} source
 * @param {string} cache
 * @param {string} folder
 */
function copyRuntime(source, cache, folder) {
  mkdirSync(cache, { recursive: true, mode: 0o755 })
  const staging = mkdtempSync(join(cache, '.setting-up-'))
  try {
    const copy = join(staging, 'electron')
    cpSync(source, copy, { recursive: true })
    const helper = join(copy, 'chrome-sandbox')
    if (existsSync(helper)) chmodSync(helper, SANDBOX_HELPER_MODE)
    renameSync(copy, folder)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}
