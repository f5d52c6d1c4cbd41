/**
 * A copy, which everyone may read, of what the built application consists of: for a user who may not read the project's own folder
 * (a clone below /root, say).
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readLock } from '../setup/packages.mjs'

/** The application without its packages. */
const PARTS = ['package.json', 'out/main', 'out/preload', 'out/renderer', 'assets']

/**
 * @param {string} project
 * @returns {string[]} paths inside the project of the packages that the application loads at run time
 */
export function runtimePackages(project) {
  const lock = readLock(join(project, 'package-lock.json')) ?? {}
  return Object.entries(lock)
    .filter(([path, entry]) => path.startsWith('node_modules/') && !entry.dev && !entry.link)
    .map(([path]) => path)
}

/**
 * @param {string} application a project with its lock file, or a folder that is an application as it stands
 * @param {string} target a folder that does not exist yet
 */
export function copyApplication(application, target) {
  const isProject = existsSync(join(application, 'package-lock.json'))
  const parts = isProject ? [...PARTS, ...runtimePackages(application)] : ['.']
  for (const part of parts) {
    const source = join(application, part)
    if (!existsSync(source)) continue
    mkdirSync(dirname(join(target, part)), { recursive: true })
    cpSync(source, join(target, part), { recursive: true, dereference: true })
  }
  spawnSync('chmod', ['-R', 'u=rwX,go=rX', target])
}
