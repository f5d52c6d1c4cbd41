import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuote } from './find-quote'

const TEXT =
  'A clerk said “we were told to wait,” and left.\n\nThe mayor’s office said\nnothing. 소식통은 “곧 열린다”고 전했다.'

describe('findQuote', () => {
  it.each([
    ['the words themselves', 'a wait,'.slice(2), 'wait,'],
    ['straight marks for curly ones', '"we were told to wait,"', '“we were told to wait,”'],
    ['a straight apostrophe', "The mayor's office", 'The mayor’s office'],
    [
      'other line breaks and blanks',
      ' office  said nothing.\n',
      'office said\nnothing.'.replace(' said', ' said'),
    ],
    ['decomposed Hangul', '소식통은'.normalize('NFD'), '소식통은'],
  ])('finds %s', (_, quote, words) => {
    const found = findQuote(TEXT, quote)
    expect(found.ok && TEXT.slice(...found.value)).toBe(words)
  })

  it('says so when the words are not there, or are blank', () => {
    expect(findQuote(TEXT, 'we were asked')).toMatchObject({
      ok: false,
      failure: { code: 'quote-not-found' },
    })
    expect(findQuote(TEXT, '  ')).toMatchObject({ ok: false, failure: { code: 'quote-not-found' } })
    expect(findQuote(TEXT, 'THE MAYOR')).toMatchObject({ ok: false, failure: { code: 'quote-not-found' } })
  })

  it('says how often ambiguous words stand there', () => {
    expect(findQuote(TEXT, 'said')).toMatchObject({
      ok: false,
      failure: { code: 'quote-ambiguous', detail: { times: 2 } },
    })
  })

  it('prefers the one place that has the words to the letter', () => {
    const found = findQuote('He said “no”. She said "no".', '"no"')
    expect(found).toEqual({ ok: true, value: [23, 27] })
  })

  it('finds any piece of a text without repeats', () => {
    const words = fc.uniqueArray(fc.stringMatching(/^[a-z]{5,9}$/), { minLength: 3, maxLength: 20 })
    fc.assert(
      fc.property(words, fc.nat(), (all, pick) => {
        const text = all.join('\n')
        const at = pick % (all.length - 1)
        const quote = `${all[at]} ${all[at + 1]}`
        fc.pre(text.split(quote.replace(' ', '\n')).length === 2)
        const found = findQuote(text, quote)
        expect(found.ok && text.slice(...found.value)).toBe(quote.replace(' ', '\n'))
      }),
    )
  })
})
