import { expect, it } from 'vitest'
import { tryAlteredVaults } from './testing/altered-vaults'

/** Trials, and where in their row to begin: each is made by its number and can be done again alone. */
const TRIALS = Number(process.env.COLOPHON_TRIALS ?? 10_000)
const FIRST = Number(process.env.COLOPHON_FIRST_TRIAL ?? 0)

it(`${TRIALS} vaults with flipped bits, cut, swapped and older pages: none is silently another`, async () => {
  const figures = await tryAlteredVaults(FIRST, FIRST + TRIALS)
  const { trials, same, refused, named, silent, crash, codes, failures } = figures
  console.log(
    `altered vaults: ${trials} trials, ${same} without effect, ${refused} refused by a code, ` +
      `${named} named by verify, ${silent} silently wrong, ${crash} crashes`,
  )
  console.log(`codes: ${JSON.stringify(codes)}`)
  expect(failures).toEqual([])
  expect({ trials, silent, crash }).toEqual({ trials: TRIALS, silent: 0, crash: 0 })
})
