import { type ChildProcess, fork } from 'node:child_process'
import type { FuzzNews, FuzzOrder } from './fuzz-process'

/** What mutations of one seed came to; `failures` names each that was neither read nor refused, by its number. */
export type FuzzFigures = {
  readonly seed: string
  read: number
  refused: number
  /** The longest that one took, milliseconds. */
  longest: number
  readonly failures: string[]
}

/** A mutation that takes longer than this has hung (milliseconds); real ones take some 10. */
const HUNG = 20_000

/**
 * Tries mutations in a process of its own (`entry`: the built `fuzz-process.ts`), which is kept from one seed to the next: what
 * it has compiled is the larger part of a short run. One that hangs or ends it is noted, and a fresh process goes on behind it.
 */
export class Fuzzer {
  readonly #entry: string
  #child: ChildProcess | null = null

  constructor(entry: string) {
    this.#entry = entry
  }

  /** Mutations `from` up to and without `to` of a seed. */
  async fuzz({ seed, from, to }: FuzzOrder, hung = HUNG): Promise<FuzzFigures> {
    const figures: FuzzFigures = { seed, read: 0, refused: 0, longest: 0, failures: [] }
    for (let next = from; next < to; ) next = await this.#tryFrom({ seed, from: next, to }, hung, figures)
    return figures
  }

  end(): void {
    this.#child?.kill('SIGKILL')
    this.#child = null
  }

  #started(): ChildProcess {
    this.#child ??= fork(this.#entry, [], {
      execArgv: ['--max-old-space-size=512'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    return this.#child
  }

  /** Resolves with the number to go on with. */
  #tryFrom(order: FuzzOrder, hung: number, figures: FuzzFigures): Promise<number> {
    const child = this.#started()
    return new Promise((resolve) => {
      let at = order.from
      let began = performance.now()
      let watchdog: NodeJS.Timeout | undefined
      const done = (next: number) => {
        clearTimeout(watchdog)
        child.removeAllListeners()
        resolve(next)
      }
      const lost = (why: string) => {
        figures.failures.push(`${order.seed} ${at}: ${why}`)
        this.end()
        done(at + 1)
      }
      child.on('exit', (code) => lost(`ended the process with ${code}`))
      child.on('message', (news: FuzzNews) => {
        clearTimeout(watchdog)
        if (news.kind === 'done') {
          done(order.to)
          return
        }
        watchdog = setTimeout(() => lost('hung'), hung)
        if (news.kind === 'began') began = performance.now()
        else figures.longest = Math.max(figures.longest, performance.now() - began)
        at = news.number
        if (news.kind === 'read' || news.kind === 'refused') figures[news.kind] += 1
        else if ('why' in news) figures.failures.push(`${order.seed} ${news.number}: ${news.why}`)
      })
      child.send(order)
    })
  }
}
