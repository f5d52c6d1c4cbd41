/** Marks a build that is made from a runtime out of the package registry, so that nobody takes it for a release. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const STAMP_FILE = 'DEVELOPMENT-ONLY.txt'

/** Parts of the runtime that belong to running an unpackaged application. */
const NOT_PACKAGED = ['resources/default_app.asar', 'colophon-runtime.json']

/**
 * @param {string} version of the application
 * @returns {string} a version that sorts before the release and that "About" shows
 */
export function developmentVersion(version) {
  return `${version}-development`
}

/**
 * @param {string} folder of the packed application
 * @param {string} electronVersion
 */
export function stamp(folder, electronVersion) {
  for (const name of NOT_PACKAGED) rmSync(join(folder, name), { force: true })
  writeFileSync(
    join(folder, STAMP_FILE),
    [
      'This build of Colophon is for development and tests only. Do not hand it on, and keep nothing in it.',
      '',
      `Its Electron (${electronVersion}) comes out of the npm registry: an older major, no longer supported, with`,
      'security flaws that are mended in the one that releases are made from.',
      '',
    ].join('\n'),
  )
}
