import { expect, test } from 'vitest'
import { isAnswered } from './search-answer'

const ready = (query: string) =>
  ({ state: 'ready', value: { query, hits: [], total: 0 }, stale: false }) as const

test('an answer counts only for the words that stand in the field', () => {
  expect(isAnswered(' ledger ', ready('ledger'))).toBe(true)
  expect(isAnswered('ledgers', ready('ledger'))).toBe(false)
  expect(isAnswered('ledger', { state: 'loading' })).toBe(false)
  expect(isAnswered('ledger', { state: 'idle' })).toBe(false)
})

test('nothing is waited for when nothing is asked, or when it failed', () => {
  expect(isAnswered('  ', { state: 'idle' })).toBe(true)
  expect(isAnswered('x', { state: 'failed', failure: { code: 'internal', message: '' } })).toBe(true)
})
