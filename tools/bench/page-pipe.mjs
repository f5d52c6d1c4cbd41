/**
 * A thin way into a running application's page: Chromium's debugging protocol over two pipes
 * (`--remote-debugging-pipe`), JSON messages closed by a zero byte. Unlike Playwright it does nothing to the page
 * until it is asked to, so a measured start stays as it is.
 */
import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { SetupFailure } from '../console/failure.mjs'

/** @typedef {import('../as-user/launch-plan.mjs').LaunchPlan} LaunchPlan */

/** How long an application may take to end by itself (milliseconds). */
const END_TIMEOUT = 5_000

/** How often a page is asked again (milliseconds). */
const LOOK_EVERY = 250

const ENDED = Symbol('the application has ended')

export class PagePipe {
  #next = 1
  #rest = ''
  /** @type {Map<number, (answer: any) => void>} */
  #waiting = new Map()

  /**
   * @param {LaunchPlan} plan
   * @param {readonly string[]} args
   */
  constructor(plan, args) {
    /** When it was started (milliseconds since the epoch). */
    this.started = performance.timeOrigin + performance.now()
    this.process = spawn(plan.executablePath, [...plan.args, '--remote-debugging-pipe', ...args], {
      env: plan.env,
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    })
    this.ended = new Promise((resolve) => this.process.once('exit', resolve))
    // An application that is ended while it is asked something answers with a broken pipe.
    this.process.stdio[3]?.on('error', () => {})
    this.process.stdio[4]?.on('data', (bytes) => this.#read(String(bytes)))
  }

  /**
   * @param {string} method
   * @param {object} params
   * @param {string} [sessionId]
   * @returns {Promise<any>} the answer's result
   */
  #ask(method, params, sessionId) {
    const id = this.#next++
    const message = JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })
    const input = /** @type {import('node:stream').Writable} */ (this.process.stdio[3])
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve)
      input.write(`${message}\0`)
    })
  }

  /** @param {string} text */
  #read(text) {
    const parts = (this.#rest + text).split('\0')
    this.#rest = parts.pop() ?? ''
    for (const part of parts) {
      const { id, result } = JSON.parse(part)
      this.#waiting.get(id)?.(result)
      this.#waiting.delete(id)
    }
  }

  /**
   * @param {string} method
   * @param {object} params
   * @returns {Promise<any>} the first page's answer; undefined while there is none
   */
  async #askPage(method, params) {
    const { targetInfos } = await this.#ask('Target.getTargets', {})
    const page = targetInfos.find((/** @type {{ type: string }} */ target) => target.type === 'page')
    if (page === undefined) return undefined
    const { sessionId } = await this.#ask('Target.attachToTarget', { targetId: page.targetId, flatten: true })
    const answer = await this.#ask(method, params, sessionId)
    await this.#ask('Target.detachFromTarget', { sessionId })
    return answer
  }

  /**
   * @param {string} expression
   * @returns {Promise<any>} its value in the first page; undefined while there is none
   */
  async evaluate(expression) {
    const answer = await this.#askPage('Runtime.evaluate', { expression, returnByValue: true })
    return answer?.result?.value
  }

  /**
   * Asks until there is an answer.
   *
   * @param {string} expression
   * @param {number} timeout milliseconds
   * @returns {Promise<any>} its first value that counts as true
   * @throws {SetupFailure} when the application ends before, or takes too long
   */
  async waitFor(expression, timeout) {
    const until = performance.now() + timeout
    while (performance.now() < until) {
      const value = await Promise.race([this.evaluate(expression), this.ended.then(() => ENDED)])
      if (value === ENDED) break
      if (value) return value
      await wait(LOOK_EVERY)
    }
    throw new SetupFailure(
      `The page never came to: ${expression}.`,
      'start the application by hand and look.',
    )
  }

  /**
   * Types into what has the focus, and presses Enter.
   *
   * @param {string} text
   */
  async type(text) {
    await this.#askPage('Input.insertText', { text })
    for (const type of ['rawKeyDown', 'char', 'keyUp']) {
      await this.#askPage('Input.dispatchKeyEvent', {
        type,
        key: 'Enter',
        windowsVirtualKeyCode: 13,
        text: '\r',
      })
    }
  }

  /** Ends the application. */
  async end() {
    this.process.kill('SIGTERM')
    await Promise.race([this.ended, wait(END_TIMEOUT)])
    this.process.kill('SIGKILL')
  }
}
