import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnHits, findAll, foldForFind, HITS_DRAWN, hitFrom } from './find'

describe('finding in the article', () => {
  it('takes plain quotation marks for typographic ones, and any case', () => {
    const text = 'She said: \u201cIt\u2019s the Harbour\u00a0Office.\u201d'
    const [hit] = findAll(foldForFind(text), '"it\'s the harbour office')
    expect(hit && text.slice(hit[0], hit[1])).toBe('\u201cIt\u2019s the Harbour\u00a0Office')
  })

  it('finds decomposed Korean typed on a Mac', () => {
    expect(findAll(foldForFind('익명을 요구한 소식통'), '소식통'.normalize('NFD'))).toHaveLength(1)
  })

  it('never changes the length of a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldForFind(text)).toHaveLength(text.length)
      }),
    )
    expect(foldForFind('\u0130stanbul')).toHaveLength(8)
  })

  it('finds every word of the text where it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('ab', 'a', 'b', ' ', 'İ', '’'), { maxLength: 40 }), (parts) => {
        const text = parts.join('')
        for (const [from, to] of findAll(foldForFind(text), 'AB')) {
          expect(text.slice(from, to).toLowerCase()).toBe('ab')
        }
        expect(findAll(foldForFind(text), 'ab')).toHaveLength(text.split('ab').length - 1)
      }),
    )
  })

  it('finds nothing for blanks', () => {
    expect(findAll('a b', ' ')).toEqual([])
  })
})

describe('what is drawn of many hits', () => {
  it('always contains the current one and stays bounded', () => {
    const hits = Array.from({ length: 5000 }, (_, index): [number, number] => [index * 2, index * 2 + 1])
    for (const current of [0, 1, 299, 300, 2500, 4999]) {
      const drawn = drawnHits(hits, current)
      expect(drawn).toContain(hits[current])
      expect(drawn.length).toBeLessThanOrEqual(HITS_DRAWN * 1.5)
    }
  })

  it('starts at the place where the person reads', () => {
    const hits: [number, number][] = [
      [3, 5],
      [10, 12],
    ]
    expect(hitFrom(hits, 4)).toBe(1)
    expect(hitFrom(hits, 40)).toBe(0)
  })
})
