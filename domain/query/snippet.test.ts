import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Range, wordsAt } from '../article/range'
import { snippet } from './snippet'

const LONG = Array.from({ length: 200 }, (_, index) => `word${index}`).join(' ')

describe('a snippet', () => {
  it('is the beginning of the text when there is no hit', () => {
    const { snippet: passage, ranges } = snippet(LONG, [])
    expect(passage.startsWith('word0 word1')).toBe(true)
    expect(passage).toMatch(/word\d+…$/)
    expect(ranges).toEqual([])
  })

  it('is cut at the edges of words around the first hit, which it marks', () => {
    const start = LONG.indexOf('word100')
    const { snippet: passage, ranges } = snippet(LONG, [[start, start + 7]])
    expect(passage).toMatch(/^…word\d+ .* word\d+…$/)
    expect(ranges.map((range) => wordsAt(passage, range))).toEqual(['word100'])
  })

  it('is the whole of a short text, on one line', () => {
    expect(snippet('One line.\n\nAnother', [[11, 18]])).toEqual({
      snippet: 'One line.  Another',
      ranges: [[11, 18]],
    })
  })

  it('marks the same words that were hit, in any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 600 }),
        fc.nat(),
        fc.nat(20),
        (text, at, length) => {
          const start = text === '' ? 0 : at % text.length
          const hit: Range = [start, Math.min(text.length, start + length)]
          const { snippet: passage, ranges } = snippet(text, [hit])
          const [range] = ranges
          expect(range).toBeDefined()
          if (range !== undefined)
            expect(wordsAt(passage, range)).toBe(wordsAt(text, hit).replace(/\s/g, ' '))
        },
      ),
    )
  })
})
