import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildWorker, type KillLoop, killLoop } from './testing/kill-loop'
import { WORKS } from './testing/worker'

/** 200 in every run, 1,000 with `COLOPHON_KILLS=1000`. */
const KILLS = Number(process.env.COLOPHON_KILLS ?? 200)

let loop: KillLoop
beforeAll(async () => {
  loop = await killLoop(await buildWorker('out/test/kill-hard'))
})
afterAll(() => loop.end())

it(`${KILLS} kills during import, annotation, change of passphrase, migration and backup lose nothing`, async () => {
  for (let trial = 0; trial < KILLS; trial += 1) await loop.kill(WORKS[trial % WORKS.length] ?? 'import')
  const { trials, killedAtWork, acknowledged, lost, wrong } = loop.tally
  console.log(
    `kill -9: ${trials} trials, ${killedAtWork} killed at work, ${acknowledged} acknowledged, ${lost.length} lost, ${wrong.length} damaged`,
  )
  expect({ lost, wrong }).toEqual({ lost: [], wrong: [] })
})
