import { expect, test } from 'vitest'
import { settings, settingsSchema } from '#contract/settings'
import { DEFAULT_SETTINGS } from '../../client/settings'
import { COLUMN_WIDTH, LINE_HEIGHT, lockChoiceOf, minutesOf, TEXT_SIZE, textSizeAfter } from './bounds'

test('the defaults are those of the contract', () => {
  expect(DEFAULT_SETTINGS).toEqual(settingsSchema.parse({}))
  expect(TEXT_SIZE.normal).toBe(DEFAULT_SETTINGS.textSize)
})

test('the bounds are those of the contract: the edges hold, a step beyond does not', () => {
  const fields = { textSize: TEXT_SIZE, lineHeight: LINE_HEIGHT, columnWidth: COLUMN_WIDTH }
  for (const [field, { min, max, step }] of Object.entries(fields)) {
    const holds = (value: number) => settings.change.input.safeParse({ [field]: value }).success
    expect([field, holds(min), holds(max)]).toEqual([field, true, true])
    expect([field, holds(min - step), holds(max + step)]).toEqual([field, false, false])
  }
})

test('the time until it locks', () => {
  expect(lockChoiceOf(5)).toBe('5')
  expect(lockChoiceOf(20)).toBe('15')
  expect(lockChoiceOf(null)).toBe('never')
  expect(minutesOf('never')).toBeNull()
  expect(minutesOf('60')).toBe(60)
})

test('text grows and shrinks within its bounds', () => {
  expect(textSizeAfter(19, 1)).toBe(20)
  expect(textSizeAfter(32, 1)).toBe(32)
  expect(textSizeAfter(12, -1)).toBe(12)
})

test('changing one setting says nothing of the others', () => {
  expect(settings.change.input.parse({ locale: 'ko' })).toEqual({ locale: 'ko' })
})
