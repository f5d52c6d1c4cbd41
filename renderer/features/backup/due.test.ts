import { describe, expect, it } from 'vitest'
import { daysSince, isDue } from './due'

const now = new Date(2026, 4, 31, 9)
const ago = (days: number, hour = 21) => new Date(2026, 4, 31 - days, hour).toISOString()

describe('a backup', () => {
  it('of yesterday evening is a day old, and none is from the future', () => {
    expect(daysSince(ago(0, 8), now)).toBe(0)
    expect(daysSince(ago(1, 23), now)).toBe(1)
    expect(daysSince(ago(-3), now)).toBe(0)
  })

  it('is due a week or a month after the last one, and never where nobody wants to be reminded', () => {
    const state = (days: number) => ({ lastAt: ago(days), libraryMadeAt: ago(400) })
    expect([6, 7].map((days) => isDue('weekly', state(days), now))).toEqual([false, true])
    expect([29, 30].map((days) => isDue('monthly', state(days), now))).toEqual([false, true])
    expect(isDue('never', state(4000), now)).toBe(false)
  })

  it('is due of a library that was never backed up when it has been there as long', () => {
    const state = (days: number) => ({ lastAt: null, libraryMadeAt: ago(days) })
    expect([6, 7].map((days) => isDue('weekly', state(days), now))).toEqual([false, true])
  })
})
