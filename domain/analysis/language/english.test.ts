import { expect, it } from 'vitest'
import { english } from './english'

it('reads a text with an address that is none and would be tried without end', () => {
  // Found by fuzzing.
  const text = `The note at "http://xml.harbour.${'comote.'.repeat(50)}com/pubd"><x> closed.`
  const { words } = english(text)
  expect(words).toContain('closed')
  expect(words.join('').replace(/\s/g, '')).toBe(text.replace(/\s|\/\/(?=\S{60})/g, ''))
})
