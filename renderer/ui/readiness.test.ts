import { expect, test } from 'vitest'
import { strengthOf, whatIsMissing } from './readiness'

const ready = { passphrase: 'one two three', again: 'one two three', enough: true }

test('says the first thing that is missing, in the order of the form', () => {
  expect(whatIsMissing(ready)).toBeNull()
  expect(whatIsMissing({ ...ready, enough: false, again: '' })).toBe('passphrase')
  expect(whatIsMissing({ ...ready, again: 'One two three' })).toBe('again')
})

test('only the rating of the vault makes a passphrase enough', () => {
  expect(strengthOf(30, false).level).toBe('close')
  expect(strengthOf(5, false).level).toBe('weak')
  expect(strengthOf(14.2, true).level).toBe('enough')
  expect(strengthOf(20, true)).toEqual({ level: 'strong', share: 1 })
})
