import { describe, expect, it } from 'vitest'
import { growth, MOST, PLACES, STORY } from './testing/growth/growth'

/** Those of `growth.hard.test.ts` that once took a minute, and one of each kind. */
const FEW = ['A. ', ' ,', 'a', ' ', '이', '“', '(']
const LONGEST = 120_000

describe.each(Object.entries(PLACES))(
  'twice as much in a run takes no four times as long: %s',
  (_, place) => {
    it.each(FEW)('%j', { timeout: LONGEST }, async (unit) => {
      expect(await growth(place, unit)).toBeLessThan(MOST)
    })
  },
)

describe('the check itself', () => {
  it('sees a pattern that goes over a run again and again', { timeout: LONGEST }, async () => {
    const careless = (run: string) => {
      ;/\s+$/.test(`${run.slice(0, run.length / 3)}x`)
      return STORY
    }
    expect(await growth(careless, ' ')).toBeGreaterThan(MOST)
  })
})
