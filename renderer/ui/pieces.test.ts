import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pieces } from './pieces'

test('marks what was found', () => {
  expect(pieces('the ledger burned', [[4, 10]])).toEqual([
    { at: 0, words: 'the ', marked: false },
    { at: 4, words: 'ledger', marked: true },
    { at: 10, words: ' burned', marked: false },
  ])
})

test('the pieces are always the text again, whatever the ranges', () => {
  const ranges = fc.array(fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => [a, b] as const))
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), ranges, (text, found) => {
      expect(
        pieces(text, found)
          .map((piece) => piece.words)
          .join(''),
      ).toBe(text)
    }),
  )
})
