import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnCount, columnOf, MOST_LANES } from './columns'

describe('the columns of the strip', () => {
  it('hold every lane and stay few', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.option(fc.nat(50)), (lanes, lane) => {
        const column = columnOf(lane, Math.max(lanes, (lane ?? -1) + 1))
        expect(column).toBeGreaterThanOrEqual(0)
        expect(column).toBeLessThan(columnCount(Math.max(lanes, (lane ?? -1) + 1)))
        expect(columnCount(lanes)).toBeLessThanOrEqual(MOST_LANES + 1)
      }),
    )
  })
})
