import { expect, it } from 'vitest'
import { tryAlteredVaults } from './testing/altered-vaults'

/** The first of the 10,000 trials of `altered-vaults.hard.test.ts`. */
const TRIALS = 300

it('a vault altered in any way is the same, refused, or named by a check: never silently another', async () => {
  const { trials, silent, crash, failures } = await tryAlteredVaults(0, TRIALS)
  expect(failures).toEqual([])
  expect({ trials, silent, crash }).toEqual({ trials: TRIALS, silent: 0, crash: 0 })
}, 300_000)
