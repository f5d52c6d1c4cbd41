import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Range } from '../article/range'
import { analyse } from './analyse'
import { resolveDates } from './dates'
import { packFor } from './packs'
import { plainReading } from './testing/readings'

const found = (language: string, text: string) =>
  [...text.matchAll(packFor(language)?.dates ?? /$^/g)].map((match) => match[0])
const resolved = (words: string, published: string | null) =>
  resolveDates([{ words, range: [0, words.length] as Range, date: null }], published)[0]?.date

describe('date words', () => {
  it.each([
    ['en', 'It fell on Tuesday, Nov. 28, and on 3 May 2020.', ['Tuesday, Nov. 28', '3 May 2020']],
    ['en', 'In late November and since July 1 the quay is shut.', ['late November', 'July 1']],
    ['en', 'He may march in May. She left in March 2019.', ['May', 'March 2019']],
    [
      'en',
      'Built in 1998, repaired two years ago, shut last week, open next Monday.',
      ['1998', 'two years ago', 'last week', 'next Monday'],
    ],
    ['en', 'Today’s rain fell yesterday.', ['yesterday']],
    ['en', 'Published 2023-11-28.', ['2023-11-28']],
    ['en', 'The Sunday Tern cost 1998 crowns.', ['Sunday']],
    ['en', 'Augustus and Marcy met at 12 Market Street.', []],
    [
      'ko',
      '지난달 28일 항구에서, 2023년 11월 28일과 7월 1일에',
      ['지난달 28일', '2023년 11월 28일', '7월 1일'],
    ],
    ['ko', '소식통은 24일 본지에 말했다', ['24일']],
    ['ko', '그는 3일간 기다렸다', []],
  ])('%s: %s', (language, text, words) => {
    expect(found(language, text)).toEqual(words)
  })
})

describe('resolving', () => {
  /** 1 December 2023 was a Friday. */
  const friday = '2023-12-01'
  it.each([
    ['Tuesday', '2023-11-28'],
    ['Monday', '2023-11-27'],
    ['Friday', '2023-12-01'],
    ['Tuesday night', '2023-11-28'],
    ['last Friday', '2023-11-24'],
    ['next Monday', '2023-12-04'],
    ['yesterday', '2023-11-30'],
    ['Nov. 28', '2023-11-28'],
    ['28 November', '2023-11-28'],
    ['July 1', '2023-07-01'],
    ['Dec. 15', '2023-12-15'],
    ['Jan. 10', '2024-01-10'],
    ['late November', '2023-11'],
    ['mid-March', '2023-03'],
    ['November', '2023-11'],
    ['early 2020', '2020'],
    ['1998', '1998'],
    ['February 2019', '2019-02'],
    ['3 May 2020', '2020-05-03'],
    ['Tuesday, Nov. 28', '2023-11-28'],
    ['2019-02-03', '2019-02-03'],
    ['two days ago', '2023-11-29'],
    ['three months ago', '2023-09'],
    ['two years ago', '2021'],
    ['last month', '2023-11'],
    ['last year', '2022'],
    ['this year', '2023'],
    ['last week', null],
    ['three weeks ago', null],
    ['last summer', null],
    ['several years ago', null],
    ['지난달 28일', '2023-11-28'],
    ['28일', '2023-11-28'],
    ['지난해', '2022'],
    ['지난 화요일', '2023-11-28'],
    ['어제', '2023-11-30'],
    ['2023년 11월 28일', '2023-11-28'],
    ['7월 1일', '2023-07-01'],
  ])('%s -> %s', (words, date) => {
    expect(resolved(words, friday)).toBe(date)
  })

  it.each(['Tuesday', 'Nov. 28', 'late November', 'yesterday', 'last month', '28일'])('%s waits', (words) => {
    expect(resolved(words, null)).toBeNull()
  })

  /** A Wednesday. */
  it.each([
    ['The hearing continues on Tuesday.', '2024-01-16'],
    ['The hearing continued on Tuesday.', '2024-01-09'],
    ['The council will meet on Friday, and the gates open on July 1.', '2024-01-12'],
    ['The council will vote on Wednesday.', '2024-01-10'],
    ['The vote is scheduled for Monday.', '2024-01-15'],
    ['A clerk who will resign said on Monday that it was late.', '2024-01-08'],
    ['“It will be fine,” a clerk said on Monday.', '2024-01-08'],
    ['The ferry, she told the board on Tuesday, will be sold.', '2024-01-09'],
    ['The ferry stops on Dec. 1, but the sale begins Nov. 1.', '2023-12-01'],
    ['The sale begins Nov. 1.', '2024-11-01'],
    ['재판은 16일 계속된다.', '2024-01-16'],
    ['재판은 5일 열릴 예정이다.', '2024-02-05'],
    ['재판은 화요일에 열린다.', '2024-01-16'],
    ['재판은 5월 2일 시작된다.', '2024-05-02'],
    ['재판은 9일 열렸다. 다음 재판은 곧 열린다.', '2024-01-09'],
    ['시는 9일 다리를 새로 놓을 계획이라고 밝혔다.', '2024-02-09'],
    ['시는 9일 밝혔다. 다리는 곧 열릴 예정이다.', '2024-01-09'],
  ])('leans the way that the sentence does: %s', (sentence, date) => {
    const published = { value: '2024-01-10', assertedBy: 'article', range: null, from: 'test' } as const
    const before = /[가-힣]/.test(sentence)
      ? '항구의 크레인이 쓰러져 부두 두 곳이 막혔다고 항만 직원들이 전했다.'
      : 'Two cranes have fallen at the old quay, and nobody at the office of the port knows why.'
    const { dates } = analyse(plainReading(`${before}\n\n${before} ${sentence}`, { published }))
    expect(dates[0]?.date).toBe(date)
  })

  it('crosses the turn of a year', () => {
    expect(resolved('Dec. 28', '2024-01-03')).toBe('2023-12-28')
    expect(resolved('last month', '2024-01-03T08:00:00+09:00')).toBe('2023-12')
  })

  it('takes the outlet’s own calendar day from a date-time', () => {
    expect(resolved('yesterday', '2023-12-01T00:30:00+09:00')).toBe('2023-11-30')
    expect(resolved('yesterday', 'soon')).toBeNull()
  })

  it('never throws, and gives ISO values only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.option(fc.string()), (words, published) => {
        expect(resolved(words, published) ?? '2020').toMatch(/^\d{4}(-\d{2}){0,2}$/)
      }),
    )
  })
})
