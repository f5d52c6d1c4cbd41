import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsAt } from '../article/range'
import { findRanges } from './find-ranges'
import { parseQuery, phraseOf } from './parse-query'
import { tokens } from './tokens'

function found(text: string, written: string): string[] {
  const result = parseQuery(written)
  if (!result.ok) throw new Error(result.failure.code)
  return findRanges(text, result.value).map((range) => wordsAt(text, range))
}

const latin = fc.string({ unit: fc.constantFrom(...'abcdeéABC3'), minLength: 1, maxLength: 8 })
const hangul = fc.string({ unit: fc.constantFrom(...'가나다라마바사아'), minLength: 2, maxLength: 8 })
const sentence = fc.array(fc.oneof(latin, hangul), { minLength: 1, maxLength: 20 })

describe('findRanges', () => {
  it('finds every place of every word, whatever its case and accents', () => {
    expect(found('The café: a source. THE SOURCE said', 'source cafe ')).toEqual(['café', 'source', 'SOURCE'])
  })

  it('finds words beside each other only for a phrase', () => {
    expect(found('on Tuesday, and on the next Tuesday', '"on tuesday"')).toEqual(['on Tuesday'])
  })

  it('marks the whole of a word that is still in the typing', () => {
    expect(found('in Dandong and Dalian', 'dan')).toEqual(['Dandong'])
  })

  it('marks three syllables as one hit and one syllable as itself', () => {
    expect(found('북한 압록강변에서', '압록강')).toEqual(['압록강'])
    expect(found('북한 압록강변에서', '록')).toEqual(['록'])
  })

  it('finds two syllables inside a longer run', () => {
    fc.assert(
      fc.property(
        hangul,
        hangul,
        fc.constantFrom(...'가나다'),
        fc.constantFrom(...'라마바'),
        (head, tail, a, b) => {
          const text = `${head}${a}${b}${tail}`
          const hits = found(text, `${a}${b} `)
          expect(hits.length).toBeGreaterThan(0)
          expect(hits.join('')).toContain(`${a}${b}`)
        },
      ),
    )
  })

  it('always finds a word of the text, inside the text, where that word stands', () => {
    fc.assert(
      fc.property(sentence, fc.nat(), fc.boolean(), (words, pick, open) => {
        const text = words.join(' ')
        const word = words[pick % words.length] ?? ''
        const phrase = phraseOf(word, open)
        if (phrase === null) return
        const hits = findRanges(text, { phrases: [phrase] })
        const start = words.slice(0, pick % words.length).join(' ').length + (pick % words.length > 0 ? 1 : 0)
        expect(hits.some(([from, to]) => from <= start && to >= start + word.length)).toBe(true)
        for (const [from, to] of hits) expect(from >= 0 && to <= text.length && from < to).toBe(true)
      }),
    )
  })

  it('stops at its limit', () => {
    expect(findRanges('a '.repeat(5_000), { phrases: [{ terms: ['a'], open: false }] }, 10)).toHaveLength(10)
  })

  it('reads a text of 200,000 words in one pass', () => {
    const text = 'border officials said '.repeat(66_667)
    expect(tokens(text)).toHaveLength(200_001)
  })
})
