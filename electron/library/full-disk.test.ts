import { expect, it, vi } from 'vitest'
import { smallDisk } from '../disk/testing/small-disk'
import { FULL_DISK_WORKS, type FullDiskTally, fillDisk } from './testing/full-disk-loop'

vi.setConfig({ testTimeout: 300_000 })

const probe = smallDisk(16)
probe?.remove()

it.skipIf(probe === null)(
  'a disk that fills up during import, annotation, backup or change of passphrase loses nothing acknowledged (skipped where no small disk can be mounted: needs root on Linux)',
  async () => {
    const tally: FullDiskTally = { runs: 0, full: 0, acknowledged: 0, lost: [], wrong: [] }
    for (const work of FULL_DISK_WORKS) await fillDisk(tally, work)
    expect(tally).toMatchObject({ runs: FULL_DISK_WORKS.length, lost: [], wrong: [] })
  },
)
