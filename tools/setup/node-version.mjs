import { SetupFailure } from '../console/failure.mjs'

/** The first Node 20 that loads ES modules by `require`, which the build's packages rely on. */
const OLDEST = /** @type {const} */ ([20, 19])

/**
 * @param {string} version such as `20.19.1`
 * @returns {boolean}
 */
export function isSupportedNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
}

/** @throws {SetupFailure} when this Node is too old */
export function checkNodeVersion() {
  if (isSupportedNode(process.versions.node)) return
  throw new SetupFailure(
    `Colophon needs Node ${OLDEST.join('.')} or newer; this is Node ${process.versions.node}.`,
    'install a current Node (https://nodejs.org), then run the same command again.',
  )
}
