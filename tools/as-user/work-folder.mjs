/**
 * A temporary folder for one run of the application. The folder itself and what we put there to be run stay ours;
 * only the folders made for the application to write to belong to the user that it runs as, who could otherwise
 * change what root starts.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { atExit } from '../console/at-exit.mjs'
import { userMay } from './ordinary-user.mjs'

/** @typedef {import('./ordinary-user.mjs').OrdinaryUser} OrdinaryUser */

/** Others may pass through to what is theirs, and list nothing. */
const PASS_THROUGH = 0o711

export class WorkFolder {
  #path = mkdtempSync(join(tmpdir(), 'colophon-run-'))
  #lent = 0

  /** @param {OrdinaryUser | undefined} user who the application runs as; us when undefined */
  constructor(user) {
    this.user = user
    chmodSync(this.#path, PASS_THROUGH)
    /** Deletes the folder and all in it. */
    this.remove = atExit(() => rmSync(this.#path, { recursive: true, force: true, maxRetries: 3 }))
  }

  /**
   * @param {string} name
   * @returns {string} the path of that name, for us to write and for everyone to read
   */
  ours(name) {
    return join(this.#path, name)
  }

  /**
   * @param {string} name a relative path
   * @returns {string} the folder of that name, made when it is not there, which the application may write to
   */
  folder(name) {
    const path = join(this.#path, 'user', name)
    mkdirSync(path, { recursive: true, mode: 0o700 })
    this.#giveAway()
    return path
  }

  /**
   * @param {string} path of a file or folder of ours
   * @returns {string} the same path when the application may read it, else the path of a copy under the same name
   */
  lend(path) {
    if (this.user === undefined || userMay(this.user, '-r', path)) return path
    this.#lent += 1
    const copy = join(this.folder(`lent/${this.#lent}`), basename(path))
    cpSync(path, copy, { recursive: true, dereference: true })
    this.#giveAway()
    return copy
  }

  /** Symbolic links themselves change hands, never what they point to. */
  #giveAway() {
    if (this.user === undefined) return
    spawnSync('chown', ['-hR', `${this.user.uid}:${this.user.gid}`, join(this.#path, 'user')])
  }
}
