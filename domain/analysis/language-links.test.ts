import { describe, expect, it } from 'vitest'
import { alternatesOf, isLanguageLink, linkedLanguage } from './language-links'

describe('a link to another version', () => {
  it.each([
    ['Read in Korean', 'ko'],
    ['Read this article in English', 'en'],
    ['한국어로 보기', 'ko'],
    ['영어로 보기', 'en'],
    ['영문 기사 보기', 'en'],
    ['일본어판', 'ja'],
    ['Leer en español', 'es'],
    ['Auf Deutsch lesen', null],
    ['그는 영어로 말했다', null],
  ])('"%s" names its language', (words, language) => {
    expect(linkedLanguage(words)).toBe(language)
  })

  it.each(['원문 보기', '원문보기', '기사 원문 보기', 'Read the original article'])(
    '"%s" leads to an original of unknown language',
    (words) => {
      expect(isLanguageLink(words)).toBe(true)
      const link = { words, range: [0, words.length] as [number, number] }
      expect(alternatesOf([link], 'en', false, () => 'https://island.example/a')).toEqual([
        { language: null, relation: 'original', label: words, url: 'https://island.example/a' },
      ])
    },
  )

  it('is none that leads to the language of the article itself', () => {
    expect(alternatesOf([{ words: 'Read in Korean', range: [0, 14] }], 'ko', false, () => null)).toEqual([])
  })
})
