import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createIdleWatch } from './idle-watch'

const SECOND = 1000
const MINUTE = 60 * SECOND
const START = Date.UTC(2026, 0, 1)

/** Looks once a second from `from` on, the system counting from `idle` up; the last answer. */
function leftAlone(watch: ReturnType<typeof createIdleWatch>, from: number, seconds: number, idle = 0) {
  let away = 0
  for (let second = 1; second <= seconds; second += 1)
    away = watch({ now: from + second * SECOND, idle: idle + second * SECOND, touched: START })
  return away
}

describe('for how long nobody has been here', () => {
  it('grows with the clock while nobody touches the machine', () => {
    expect(leftAlone(createIdleWatch(START), START, 300)).toBe(5 * MINUTE)
  })

  it('begins again when somebody does', () => {
    const watch = createIdleWatch(START)
    leftAlone(watch, START, 200)
    expect(watch({ now: START + 201 * SECOND, idle: 0, touched: START })).toBe(0)
    expect(watch({ now: START + 205 * SECOND, idle: 4 * SECOND, touched: START })).toBe(4 * SECOND)
  })

  it('counts the time asleep although the system’s counter stood still', () => {
    const watch = createIdleWatch(START)
    leftAlone(watch, START, 120)
    expect(watch({ now: START + 62 * MINUTE, idle: 121 * SECOND, touched: START })).toBe(62 * MINUTE)
  })

  it('counts our own window where the system never tells', () => {
    const watch = createIdleWatch(START)
    expect(watch({ now: START + MINUTE, idle: 0, touched: START })).toBe(MINUTE)
    expect(watch({ now: START + 2 * MINUTE, idle: 0, touched: START + 2 * MINUTE })).toBe(0)
  })

  it('is never negative, whatever the clocks do', () => {
    const looks = fc.array(fc.record({ now: fc.nat(), idle: fc.nat(), touched: fc.nat() }))
    fc.assert(
      fc.property(looks, (all) => {
        const watch = createIdleWatch(0)
        for (const look of all) expect(watch(look)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
