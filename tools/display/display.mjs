/** A display to run the application on: the machine's own, or a virtual one for as long as we run. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atExit } from '../console/at-exit.mjs'
import { SetupFailure } from '../console/failure.mjs'
import { xAuthority } from './x-authority.mjs'

/**
 * @typedef {object} Display
 * @property {boolean} virtual whether it is one of ours, which nobody sees
 * @property {Record<string, string>} env what a program needs to find it
 * @property {() => void} close ends a virtual one; it ends by itself when this process does
 */

/** Large enough for the widest layout that the tests look at. */
const SCREEN = '1920x1200x24'

/** A virtual display starts in well under a second; a busy machine gets longer (milliseconds). */
const START_TIMEOUT = 30_000

/** @returns {boolean} whether this machine shows windows to somebody */
export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * @param {{ uid: number, gid: number } | undefined} [user] who, besides root, may use a virtual display; us when
 *   not given
 * @returns {Promise<Display>}
 * @throws {SetupFailure} when there is no display and no virtual one can be had
 */
export async function ensureDisplay(user) {
  if (hasDisplay()) return { virtual: false, env: {}, close: () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'colophon-display-'))
  const authority = join(folder, 'Xauthority')
  writeFileSync(authority, xAuthority(randomBytes(16)), { mode: 0o600 })
  if (user) for (const path of [folder, authority]) chownSync(path, user.uid, user.gid)
  const { name, end } = await startXvfb(authority)
  const close = atExit(() => {
    end()
    rmSync(folder, { recursive: true, force: true })
  })
  return { virtual: true, env: { DISPLAY: name, XAUTHORITY: authority }, close }
}

/**
 * @param {string} authority path of the cookie file
 * @returns {Promise<{ name: string, end: () => void }>} the display's name, such as `:99`, chosen by the server
 */
function startXvfb(authority) {
  const args = ['-displayfd', '3', '-auth', authority, '-screen', '0', SCREEN, '-nolisten', 'tcp']
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const end = () => {
    server.kill()
  }
  return new Promise((resolve, reject) => {
    /** @param {string} why */
    const fail = (why) => {
      end()
      reject(
        new SetupFailure(
          `No display, and no virtual one: ${why}.`,
          'install the `xvfb` package, or set DISPLAY.',
        ),
      )
    }
    const timer = setTimeout(fail, START_TIMEOUT, 'Xvfb did not answer in time')
    server.once('error', (error) => fail(error.message))
    server.once('exit', (code) => fail(`Xvfb ended (exit ${code})`))
    server.stdio[3]?.once('data', (number) => {
      clearTimeout(timer)
      server.removeAllListeners('exit')
      server.unref()
      resolve({ name: `:${String(number).trim()}`, end })
    })
  })
}
