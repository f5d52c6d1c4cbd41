import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameWord, placesToTest } from './places-to-test'

test('three different words of the paper are asked for, in its order, one of each third', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (chance) => {
      const places = placesToTest(24, () => chance)
      expect(places).toHaveLength(3)
      places.forEach((place, part) => {
        expect(place).toBeGreaterThanOrEqual(part * 8)
        expect(place).toBeLessThan((part + 1) * 8)
      })
    }),
  )
})

test('other places each time', () => {
  const seen = Array.from({ length: 100 }, () => placesToTest(24).join())
  expect(new Set(seen).size).toBeGreaterThan(20)
})

test('a word is the same in capitals and with blanks, and no other word is', () => {
  expect(isSameWord(' Harbour\n', 'harbour')).toBe(true)
  expect(isSameWord('harbor', 'harbour')).toBe(false)
  expect(isSameWord('', 'harbour')).toBe(false)
})
