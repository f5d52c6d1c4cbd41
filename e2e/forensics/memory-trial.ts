import { join } from 'node:path'
import type { LaunchPlan } from '../../tools/as-user/launch-plan.mjs'
import { processTree } from '../../tools/console/process-tree.mjs'
import { canariesOf } from '../../tools/forensics/canaries.mjs'
import { needlesOf } from '../../tools/forensics/encodings.mjs'
import { scanMemory } from '../../tools/forensics/memory.mjs'
import { Colophon } from '../fixtures'
import { keysOf, makeVault, unlock, work, writeArticle } from './session'

export type MemoryTrial = {
  /** One sentence a hit: process, what, encoding, and the bytes around it. */
  readonly hits: readonly string[]
  readonly processes: number
  readonly bytes: number
  /** Hits in the main process after a secret was planted there. */
  readonly planted: number
}

/** One session up to its lock, then the memory of every process that still runs. */
export async function memoryTrial(plan: LaunchPlan, seed: number): Promise<MemoryTrial> {
  const folder = makeVault(plan, seed)
  const article = writeArticle(plan.folder('incoming'), seed)
  const colophon = await Colophon.start(plan, join('out', 'e2e', 'pictures', 'memory'))
  await unlock(await colophon.screen('locked'), seed)
  await work(colophon, article, seed)
  await colophon.chooseMenu('Lock')
  await colophon.screen('locked')

  const { mark } = canariesOf(seed, 1)
  const keys = await keysOf(folder, seed)
  const needles = [
    ...needlesOf('canary', mark),
    ...needlesOf('vault key', keys.vaultKey),
    ...needlesOf('database key', keys.databaseKey),
  ]
  const main = colophon.app.process().pid ?? 0
  const reports = processTree(main).map(({ pid, argv }) => ({
    kind: argv.find((word) => word.startsWith('--type=')) ?? 'main',
    ...scanMemory(pid, needles),
  }))
  // Put together in main itself, so that the message which asks for it does not hold it.
  await colophon.app.evaluate(
    (_electron, letters) => {
      Object.assign(globalThis, { planted: letters.join('') })
    },
    [...mark],
  )
  const planted = scanMemory(main, needlesOf('planted', mark)).finds.length
  await colophon.quit()
  return {
    hits: reports.flatMap(({ kind, finds }) =>
      finds.map(
        ({ name, encoding, around }) => `${kind}: ${name} in ${encoding}: ${around.toString('latin1')}`,
      ),
    ),
    processes: reports.length,
    bytes: reports.reduce((sum, { bytes }) => sum + bytes, 0),
    planted,
  }
}

/** Why memory cannot be read here; undefined when it can. Sandboxed processes show theirs to root only. */
export function whyNoMemory(): string | undefined {
  if (process.platform !== 'linux') return 'memory is read from /proc, which is Linux’s'
  return process.getuid?.() === 0 ? undefined : 'only root may read the memory of a sandboxed process'
}
