import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLanguage } from './reading'

describe('readLanguage', () => {
  it('gives tokens with tags, lemmas and places in the text', () => {
    const text = 'Ada Birch said the ferries don’t run.\n\nShe left.'
    const reading = readLanguage(text, [
      [0, 37],
      [39, 48],
    ])
    expect(reading.tokens.map((token) => text.slice(token.start, token.end))).toEqual(
      reading.tokens.map((token) => token.word),
    )
    expect(reading.tokens.find((token) => token.word === 'said')).toMatchObject({ lemma: 'say', tag: 'VERB' })
    expect(reading.sentences.map(({ range, block }) => [text.slice(...range), block])).toEqual([
      ['Ada Birch said the ferries don’t run.', 0],
      ['She left.', 1],
    ])
  })

  it('reads a hard-wrapped paragraph as running sentences', () => {
    const text =
      'The harbour master of the old town told reporters on Monday\nthat no ferry would leave before the storm had passed.'
    expect(readLanguage(text, [[0, text.length]]).sentences).toHaveLength(1)
  })

  it('ends a sentence at the end of a short line', () => {
    const text = 'Harbour news\nThe ferries stay in port.'
    expect(readLanguage(text, [[0, text.length]]).sentences).toHaveLength(2)
  })

  it('takes doubled apostrophes for one mark', () => {
    const text = "''We waited,'' she said. ''Then we left.'' He nodded."
    const reading = readLanguage(text, [[0, text.length]])
    expect(reading.tokens.filter(({ lower }) => lower === '"').map(({ word }) => word)).toEqual(
      Array.from({ length: 4 }, () => "''"),
    )
    expect(reading.sentences.map(({ range }) => text.slice(...range))).toEqual([
      "''We waited,'' she said.",
      "''Then we left.''",
      'He nodded.',
    ])
  })

  it('does not end a sentence between a quoted question and who asks it', () => {
    const text = '“Why do we wait?” the mayor asked Sen. Ada Birch (D-Ohio), a friend. “Nobody knows.”'
    expect(readLanguage(text, [[0, text.length]]).sentences.map(({ range }) => text.slice(...range))).toEqual(
      ['“Why do we wait?” the mayor asked Sen. Ada Birch (D-Ohio), a friend.', '“Nobody knows.”'],
    )
  })

  it('keeps every token inside the text, in order, whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const { tokens, sentences } = readLanguage(text, [[0, text.length]])
        let last = 0
        for (const token of tokens) {
          expect(token.start).toBeGreaterThanOrEqual(last)
          expect(text.slice(token.start, token.end)).toBe(token.word)
          expect(token.end).toBeGreaterThan(token.start)
          last = token.end
        }
        expect(sentences.reduce((sum, { firstToken, endToken }) => sum + endToken - firstToken, 0)).toBe(
          tokens.length,
        )
      }),
    )
  })

  it('comes to an end with a megabyte of quotation marks', () => {
    const text = '"'.repeat(1_000_000)
    expect(readLanguage(text, [[0, text.length]]).tokens.length).toBeGreaterThan(0)
  }, 60_000)
})
