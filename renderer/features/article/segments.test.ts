import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dealLayers, idsOf, LAYER_KINDS, type Layer, runsOf, segmentsOf } from './segments'

const LENGTH = 60

const layer: fc.Arbitrary<Layer> = fc
  .record({
    kind: fc.constantFrom(...LAYER_KINDS),
    id: fc.constantFrom('a', 'b', 'c'),
    start: fc.integer({ min: -5, max: LENGTH + 5 }),
    length: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ kind, id, start, length }) => ({ kind, id, range: [start, start + length] }))

const block = fc
  .tuple(fc.integer({ min: 0, max: LENGTH }), fc.integer({ min: 0, max: LENGTH }))
  .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)])

describe('cutting a block into segments', () => {
  it('joins back to the block, in order, without gap or empty piece', () => {
    fc.assert(
      fc.property(block, fc.array(layer), (range, layers) => {
        let at = range[0]
        for (const segment of segmentsOf(range, layers)) {
          expect(segment.range[0]).toBe(at)
          expect(segment.range[1]).toBeGreaterThan(at)
          at = segment.range[1]
        }
        expect(at).toBe(range[0] === range[1] ? range[0] : range[1])
      }),
    )
  })

  it('gives each code unit exactly the layers that cover it', () => {
    fc.assert(
      fc.property(block, fc.array(layer), (range, layers) => {
        for (const segment of segmentsOf(range, layers)) {
          for (let at = segment.range[0]; at < segment.range[1]; at += 1) {
            const covering = layers.filter((each) => each.range[0] <= at && at < each.range[1])
            expect(new Set(segment.layers)).toEqual(new Set(covering))
          }
        }
      }),
    )
  })

  it('makes no more pieces than there are boundaries', () => {
    fc.assert(
      fc.property(block, fc.array(layer), (range, layers) => {
        expect(segmentsOf(range, layers).length).toBeLessThanOrEqual(1 + 2 * layers.length)
      }),
    )
  })
})

describe('dealing layers to blocks', () => {
  it('gives each block what touches it and nothing else', () => {
    const blocks = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 3 })))
      .map((pairs) => {
        let at = 0
        return pairs.map(([length, gap]): [number, number] => {
          const start = at + gap
          at = start + length
          return [start, at]
        })
      })
    fc.assert(
      fc.property(blocks, fc.array(layer), (ranges, layers) => {
        const dealt = dealLayers(ranges, layers)
        ranges.forEach((range, index) => {
          const touching = layers.filter(
            (each) => each.range[0] < each.range[1] && each.range[0] < range[1] && range[0] < each.range[1],
          )
          const given = (dealt[index] ?? []).filter((each) => each.range[0] < each.range[1])
          expect(new Set(given)).toEqual(new Set(touching))
        })
      }),
    )
  })

  it('stays quick on a very long text', () => {
    const blocks = Array.from({ length: 10_000 }, (_, index): [number, number] => [
      index * 120,
      index * 120 + 118,
    ])
    const layers = Array.from(
      { length: 20_000 },
      (_, index): Layer => ({ kind: 'statement', id: `a${index}`, range: [index * 60, index * 60 + 40] }),
    )
    let segments = 0
    dealLayers(blocks, layers).forEach((given, index) => {
      segments += segmentsOf(blocks[index] ?? [0, 0], given).length
    })
    expect(segments).toBeGreaterThan(blocks.length)
  })
})

describe('runs', () => {
  it('keeps a link whole when a statement ends inside it', () => {
    const link: Layer = { kind: 'link', id: 'https://example.org', range: [5, 15] }
    const segments = segmentsOf([0, 20], [link, { kind: 'statement', id: 's', range: [0, 10] }])
    expect(segments.map((segment) => segment.range)).toEqual([
      [0, 5],
      [5, 10],
      [10, 15],
      [15, 20],
    ])
    expect(runsOf(segments).map((run) => [run.link?.id ?? null, run.segments.length])).toEqual([
      [null, 1],
      ['https://example.org', 2],
      [null, 1],
    ])
  })

  it('lists the ids of a kind once each', () => {
    const [segment] = segmentsOf(
      [0, 4],
      [
        { kind: 'note', id: 'n1', range: [0, 4] },
        { kind: 'note', id: 'n1', range: [0, 9] },
        { kind: 'note', id: 'n2', range: [0, 4] },
      ],
    )
    expect(segment && idsOf(segment, 'note')).toBe('n1 n2')
    expect(segment && idsOf(segment, 'hit')).toBeUndefined()
  })
})
