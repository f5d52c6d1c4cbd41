import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildWorker, type KillLoop, killLoop } from './testing/kill-loop'
import { WORKS } from './testing/worker'

/** 200 in every run, 1,000 with `COLOPHON_KILLS=1000`. */
const KILLS = Number(process.env.COLOPHON_KILLS ?? 200)

const TOLD_EVERY = 25

function tell({ trials, acknowledged, lost, wrong }: KillLoop['tally']): void {
  console.log(
    `kill -9: ${trials} trials, ${acknowledged} acknowledged, ${lost.length} lost, ${wrong.length} damaged`,
  )
}

let loop: KillLoop
beforeAll(async () => {
  loop = await killLoop(await buildWorker('kill-hard'))
})
afterAll(() => loop.end())

it(`${KILLS} kills during import, annotation, change of passphrase, migration, backup and renewal of keys lose nothing`, async () => {
  for (let trial = 1; trial <= KILLS; trial += 1) {
    await loop.kill(WORKS[trial % WORKS.length] ?? 'import')
    if (trial % TOLD_EVERY === 0 || trial === KILLS) tell(loop.tally)
  }
  const { lost, wrong } = loop.tally
  expect({ lost, wrong }).toEqual({ lost: [], wrong: [] })
})
