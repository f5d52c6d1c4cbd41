import { expect, it } from 'vitest'
import { smallDisk } from '../disk/testing/small-disk'
import { FULL_DISK_WORKS, type FullDiskTally, fillDisk } from './testing/full-disk-loop'

const RUNS = 50

const probe = smallDisk(16)
probe?.remove()

it.skipIf(probe === null)(
  `${RUNS} runs into the end of the disk lose nothing (skipped where no small disk can be mounted: needs root on Linux)`,
  async () => {
    const tally: FullDiskTally = { runs: 0, full: 0, acknowledged: 0, lost: [], wrong: [] }
    for (let run = 0; run < RUNS; run += 1)
      await fillDisk(tally, FULL_DISK_WORKS[run % FULL_DISK_WORKS.length] ?? 'import')
    const { runs, full, acknowledged, lost, wrong } = tally
    console.log(
      `full disk: ${runs} runs, ${full} met its end, ${acknowledged} acknowledged, ${lost.length} lost, ${wrong.length} otherwise wrong`,
    )
    expect({ lost, wrong }).toEqual({ lost: [], wrong: [] })
    expect(full).toBeGreaterThan(RUNS / 4)
  },
)
