/** Reads the fuses back from a packaged binary: what is burnt in counts, not what was asked for. */
import { SetupFailure } from '../console/failure.mjs'

/** Places in Electron's fuse wire, by the names that builder.yml calls them. */
const PLACES = /** @type {const} */ ({
  runAsNode: 0,
  enableCookieEncryption: 1,
  enableNodeOptionsEnvironmentVariable: 2,
  enableNodeCliInspectArguments: 3,
  enableEmbeddedAsarIntegrityValidation: 4,
  onlyLoadAppFromAsar: 5,
  loadBrowserProcessSpecificV8Snapshot: 6,
  grantFileProtocolExtraPrivileges: 7,
})

/** The characters of the wire. */
const DISABLED = '0'.charCodeAt(0)
const ENABLED = '1'.charCodeAt(0)

/**
 * @param {string} executable
 * @param {Record<string, boolean>} wanted fuses by name
 * @returns {Promise<number>} how many were checked
 * @throws {SetupFailure} naming the first that is not as wanted
 */
export async function checkFuses(executable, wanted) {
  const { getCurrentFuseWire } = await import('@electron/fuses')
  const wire = /** @type {Record<number, unknown>} */ (await getCurrentFuseWire(executable))
  for (const [name, place] of Object.entries(PLACES)) {
    const expected = wanted[name] ? ENABLED : DISABLED
    if (wire[place] === expected) continue
    throw new SetupFailure(
      `The fuse ${name} of ${executable} is not ${wanted[name] ? 'on' : 'off'}.`,
      'look at electronFuses in builder.yml; do not hand this build on.',
    )
  }
  return Object.keys(PLACES).length
}
