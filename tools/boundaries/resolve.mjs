/** Where an import leads: to a file of the project, or to a package. */
import { existsSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'

/**
 * @typedef {{ kind: 'project', path: string, file: string | undefined }} ProjectTarget `path` as written, from the
 *   project's folder; `file` the file it leads to, undefined when there is none
 * @typedef {{ kind: 'package', name: string }} PackageTarget such as `react`, `node:fs`
 */

/** What may be left out at the end of a path, first what is tried first. */
const ENDINGS = ['', '.ts', '.tsx', '.mjs', '.d.ts', '/index.ts', '/index.tsx']

/**
 * @param {string} root
 * @param {string} from path of the importing file, inside the project
 * @param {string} specifier
 * @returns {ProjectTarget | PackageTarget}
 */
export function resolveImport(root, from, specifier) {
  const plain = specifier.replace(/\?.*$/, '')
  if (plain.startsWith('#')) return projectTarget(root, plain.slice(1))
  if (plain.startsWith('.')) return projectTarget(root, posix.join(posix.dirname(from), plain))
  const parts = plain.split('/')
  return { kind: 'package', name: plain.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? plain) }
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {ProjectTarget}
 */
function projectTarget(root, path) {
  const spellings = [path, path.replace(/\.js$/, '.ts'), path.replace(/\.jsx?$/, '.tsx')]
  const file = spellings
    .flatMap((spelling) => ENDINGS.map((ending) => `${spelling}${ending}`))
    .find((candidate) => isFile(join(root, candidate)))
  return { kind: 'project', path, file }
}

/** @param {string} path */
function isFile(path) {
  return existsSync(path) && statSync(path).isFile()
}
