import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsAt } from '../article/range'
import { terms, tokens } from './tokens'

const termsOf = (text: string) => tokens(text).map((token) => token.term)

describe('words', () => {
  it('are runs of letters and digits, in lower case', () => {
    expect(termsOf('Officials told us: 14 people, at 9:30.')).toEqual([
      'officials',
      'told',
      'us',
      '14',
      'people',
      'at',
      '9',
      '30',
    ])
  })

  it('are folded: diacritics, ligatures, full width, decomposed letters', () => {
    expect(termsOf('Café Cafe\u0301 ﬁled ＡＰ Ångström')).toEqual(['cafe', 'cafe', 'filed', 'ap', 'angstrom'])
  })

  it('stand in the text as given, even where folding changes their length', () => {
    const text = 'a ﬁled cafe\u0301 infor\u00ADmation'
    expect(tokens(text).map((token) => [token.term, wordsAt(text, token.range)])).toEqual([
      ['a', 'a'],
      ['filed', 'ﬁled'],
      ['cafe', 'cafe\u0301'],
      ['information', 'infor\u00ADmation'],
    ])
  })

  it('of other scripts keep their vowel signs', () => {
    expect(termsOf('हिन्दी ไทย Привет')).toEqual(['हिन्दी', 'ไทย', 'привет'])
  })
})

describe('Hangul, Han and Kana', () => {
  it('become overlapping pairs, one that stands alone itself', () => {
    expect(termsOf('압록강 건너 그 기자')).toEqual(['압록', '록강', '건너', '그', '기자'])
  })

  it('pair across these scripts, and never with Latin letters or digits', () => {
    expect(termsOf('多くの学生 KBS뉴스 2월')).toEqual([
      '多く',
      'くの',
      'の学',
      '学生',
      'kbs',
      '뉴스',
      '2',
      '월',
    ])
  })

  it('are the same composed, decomposed and half width', () => {
    expect(termsOf('압록강'.normalize('NFD'))).toEqual(['압록', '록강'])
    expect(termsOf('ｶﾞｽ')).toEqual(termsOf('ガス'))
    expect(termsOf('ガス')).not.toEqual(termsOf('カス'))
  })

  it('count a letter outside the Basic Multilingual Plane as one', () => {
    const text = '𠮷野家'
    expect(tokens(text)).toEqual([
      { term: '𠮷野', range: [0, 3] },
      { term: '野家', range: [2, 4] },
    ])
  })
})

describe('any text at all', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.constantFrom('가', '나', 'é', 'e', '\u0301', 'ｶ', 'ﾞ', '\u00AD', ' ', '5', 'の', '-'),
    }),
  )

  it('gives terms in text order whose ranges are not empty and lie inside it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let before = 0
        for (const { term, range } of tokens(text)) {
          expect(term).not.toBe('')
          expect(term).not.toMatch(/[\s"*]/)
          expect(range[0]).toBeGreaterThanOrEqual(before)
          expect(range[1]).toBeGreaterThan(range[0])
          expect(range[1]).toBeLessThanOrEqual(text.length)
          before = range[0]
        }
      }),
    )
  })

  it('gives the same terms for the words of each range alone', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { term, range } of tokens(text)) {
          if (term.length < 100) expect(termsOf(wordsAt(text, range))).toEqual([term])
        }
      }),
    )
  })

  it('gives terms that are split at blanks again as they were', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(terms(text).split(' ').filter(Boolean)).toEqual(termsOf(text))
      }),
    )
  })
})
