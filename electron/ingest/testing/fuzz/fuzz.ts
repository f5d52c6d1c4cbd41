import { fork } from 'node:child_process'
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
 * Tries mutations `from` up to and without `to` of a seed in a process of their own (`entry`: the built `fuzz-process.ts`), and goes on behind
 * one that hangs or ends it.
 */
export async function fuzz(entry: string, { seed, from, to }: FuzzOrder, hung = HUNG): Promise<FuzzFigures> {
  const figures: FuzzFigures = { seed, read: 0, refused: 0, longest: 0, failures: [] }
  for (let next = from; next < to; ) next = await tryFrom(entry, { seed, from: next, to }, hung, figures)
  return figures
}

/** Resolves with the number to go on with. */
function tryFrom(entry: string, order: FuzzOrder, hung: number, figures: FuzzFigures): Promise<number> {
  const child = fork(entry, [], {
    execArgv: ['--max-old-space-size=512'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return new Promise((resolve) => {
    let at = order.from
    let began = performance.now()
    let watchdog: NodeJS.Timeout | undefined
    const end = (next: number, failure: string | null) => {
      clearTimeout(watchdog)
      child.removeAllListeners()
      child.kill('SIGKILL')
      if (failure !== null) figures.failures.push(failure)
      resolve(next)
    }
    child.on('exit', (code) => end(at + 1, `${order.seed} ${at}: ended the process with ${code}`))
    child.on('message', (news: FuzzNews) => {
      clearTimeout(watchdog)
      watchdog = setTimeout(() => end(at + 1, `${order.seed} ${at}: hung`), hung)
      if (news.kind === 'done') {
        end(order.to, null)
        return
      }
      if (news.kind === 'began') began = performance.now()
      else figures.longest = Math.max(figures.longest, performance.now() - began)
      at = news.number
      if (news.kind === 'read' || news.kind === 'refused') figures[news.kind] += 1
      else if ('why' in news) figures.failures.push(`${order.seed} ${news.number}: ${news.why}`)
    })
    child.send(order)
  })
}
