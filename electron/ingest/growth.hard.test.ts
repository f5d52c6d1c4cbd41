import { describe, expect, it } from 'vitest'
import { growth, MOST, PLACES } from './testing/growth/growth'
import { UNITS } from './testing/growth/units'

describe.each(Object.entries(PLACES))(
  'twice as much in a run takes no four times as long: %s',
  (_, place) => {
    it.each(UNITS)('%j', async (unit) => {
      expect(await growth(place, unit)).toBeLessThan(MOST)
    })
  },
)
