import { expect, it } from 'vitest'
import { directnessOf } from './directness'

it.each([
  ['“We had no choice”', 'direct'],
  ['that there was “no choice”', 'mixed'],
  ['that nobody was warned', 'indirect'],
  ['「국경이 닫혔다」', 'direct'],
] as const)('%s is %s', (words, expected) => {
  expect(directnessOf(words)).toBe(expected)
})
