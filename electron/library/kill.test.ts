import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildWorker, type KillLoop, killLoop } from './testing/kill-loop'
import { WORKS } from './testing/worker'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

let worker: string
const loops: KillLoop[] = []
const loop = async () => {
  const made = await killLoop(worker)
  loops.push(made)
  return made
}
beforeAll(async () => {
  worker = await buildWorker('kill')
})
afterAll(() => {
  for (const { end } of loops) end()
})

describe('a library process that is killed (200 times in `npm run test:hard`)', () => {
  it('at a random moment of each kind of work has lost nothing that it acknowledged', async () => {
    const { kill, tally } = await loop()
    for (const work of [...WORKS, ...WORKS]) await kill(work)
    expect(tally).toMatchObject({ trials: 2 * WORKS.length, lost: [], wrong: [] })
    expect(tally.acknowledged).toBeGreaterThan(0)
  })

  it('would be found out if it acknowledged before it committed', async () => {
    const { kill, tally } = await loop()
    for (let trial = 0; trial < 20 && tally.lost.length === 0; trial += 1)
      await kill('annotate', { early: true })
    expect(tally.lost[0]).toMatch(/note \d+$/)
  })
})
