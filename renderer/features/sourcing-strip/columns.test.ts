import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnCount, columnOf, drawnBands, MOST_LANES } from './columns'

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

describe('the bands of a very long article', () => {
  const bands = Array.from({ length: 4000 }, (_, index) => ({
    from: index / 4,
    to: index / 4 + 0.2,
    lane: index % 3,
    unnamed: true,
    attributionId: `a${index}`,
  }))

  it('are joined where they touch, and leave none out', () => {
    const drawn = drawnBands(bands, 3)
    expect(drawn.length).toBeLessThan(1000)
    for (const band of bands) {
      expect(drawn.some((one) => one.lane === band.lane && one.from <= band.from && band.to <= one.to)).toBe(
        true,
      )
    }
  })

  it('stay as they are in a usual one', () => {
    expect(drawnBands(bands.slice(0, 50), 3)).toHaveLength(50)
  })
})
