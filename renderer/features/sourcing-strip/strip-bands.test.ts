import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Attribution } from '#domain/analysis/findings'
import { columnCount, columnOf, MOST_LANES, stripBands } from './strip-bands'

function statement(id: string, sourceId: string | null, ...content: [number, number][]): Attribution {
  return { id, source: null, cue: null, content, sourceId, directness: 'direct', rule: 'test' }
}

describe('the bands of the strip', () => {
  it('stand in text order in the lanes of the cards', () => {
    const bands = stripBands(
      1000,
      [statement('b', null, [500, 600]), statement('a', 's1', [100, 200], [300, 350])],
      [{ sourceId: 's1', lane: 0, unnamed: true }],
    )
    expect(bands.map((band) => [band.attributionId, band.from, band.to, band.lane])).toEqual([
      ['a', 100, 200, 0],
      ['a', 300, 350, 0],
      ['b', 500, 600, null],
    ])
  })

  it('draw the paragraphs of one quotation as one', () => {
    const bands = stripBands(10_000, [statement('a', null, [100, 200], [202, 350])], [])
    expect(bands).toHaveLength(1)
    expect(bands[0]?.to).toBe(35)
  })

  it('never leave the strip', () => {
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
