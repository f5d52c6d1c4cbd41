import { accessSync, constants } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { isRoot } from '../console/project.mjs'

/** Where root keeps what every user of the machine may read and execute. */
const SYSTEM_CACHE = '/var/cache/colophon'

/**
 * The folder that set-up writes its caches to, outside the project so that every clone shares it.
 * Root must not use its own home: the ordinary user that the application runs as could not read it.
 *
 * @returns {string} an absolute path, which may not exist yet
 */
export function cacheFolder() {
  const chosen = process.env.COLOPHON_CACHE_DIR
  if (chosen) return chosen
  if (isRoot()) return SYSTEM_CACHE
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  return join(base, 'colophon')
}

/**
 * The folders to look for something already cached: ours, then the one that root may have filled.
 *
 * @returns {string[]} absolute paths of readable folders, best first
 */
export function readableCacheFolders() {
  const folders = process.env.COLOPHON_CACHE_DIR ? [cacheFolder()] : [cacheFolder(), SYSTEM_CACHE]
  return [...new Set(folders)].filter(isReadable)
}

/** @param {string} folder */
function isReadable(folder) {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}
