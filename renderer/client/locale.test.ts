import { expect, test } from 'vitest'
import { regionalLocale, resolveLocale } from './locale'

test('a chosen language wins over the system', () => {
  expect(resolveLocale('ko', 'en-US')).toBe('ko')
  expect(resolveLocale('system', 'ko-KR')).toBe('ko')
  expect(resolveLocale('system', 'de-DE')).toBe('en')
})

test('dates follow the region of the system only where it speaks the same language', () => {
  expect(regionalLocale('en', 'en-GB')).toBe('en-GB')
  expect(regionalLocale('en', 'de-DE')).toBe('en')
  expect(regionalLocale('ko', 'en-GB')).toBe('ko')
})
