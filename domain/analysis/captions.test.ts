import { describe, expect, it } from 'vitest'
import { wordsAt } from '../article/range'
import { creditOf, isCaption } from './captions'
import { packFor } from './packs'

const rules = (language: string) => {
  const found = packFor(language)
  if (!found) throw new Error(`no pack for ${language}`)
  return found.captions
}

describe('picture credits', () => {
  const cases: [language: string, words: string, credit: string | null, photographer: string | null][] = [
    ['en', 'A crane at the quay. (Harbor Tern)', 'Harbor Tern', null],
    ['en', 'A crane at the quay. (Ada Roe/Harbor Tern)', 'Ada Roe/Harbor Tern', 'Ada Roe'],
    ['en', 'A crane (AP Photo/Ada Roe)', 'AP Photo/Ada Roe', 'Ada Roe'],
    ['en', 'A crane at the quay. (Photo by Ada Roe)', 'Ada Roe', 'Ada Roe'],
    ['en', 'A crane. Photo: Ada Roe / Tern Pictures', 'Ada Roe / Tern Pictures', 'Ada Roe'],
    ['en', 'A crane at dawn. Credit: Harbor Board', 'Harbor Board', null],
    ['en', 'The quay at night. © Harbor Board', 'Harbor Board', null],
    ['en', 'A crane (Reuters)', 'Reuters', null],
    ['en', 'A crane. Ada Roe / Getty Images', 'Ada Roe / Getty Images', 'Ada Roe'],
    ['en', 'FILE PHOTO: A crane. REUTERS/Ada Roe', 'REUTERS/Ada Roe', 'Ada Roe'],
    ['en', 'A crane. REUTERS/Ada Roe/File Photo', 'REUTERS/Ada Roe', 'Ada Roe'],
    ['en', 'Illustration: Ada Roe', 'Ada Roe', null],
    ['en', 'A crane at the quay.', null, null],
    ['en', 'The party (CPC) met on Monday.', null, null],
    ['en', 'The plan is simple: “We will wait.”', null, null],
    ['en', 'He painted a picture: gloom and doom.', null, null],
    ['ko', '솔포항의 크레인. (사진=솔포신문)', '솔포신문', null],
    ['ko', '솔포항의 크레인 /사진=나래울 기자', '나래울 기자', '나래울'],
    ['ko', '솔포항의 크레인 <사진: 솔포시>', '솔포시', null],
    ['ko', '솔포항의 크레인. [사진 제공=솔포시]', '솔포시', null],
    ['ko', '솔포항의 크레인 [솔포시 제공. 재판매 및 DB 금지]', '솔포시', null],
    ['ko', '솔포항의 크레인 [AP=연합뉴스]', 'AP=연합뉴스', null],
    ['ko', '솔포항의 크레인 (출처: 솔포시)', '솔포시', null],
    ['ko', `솔포항의 크레인이 ${'다시 '.repeat(40)}멈췄다. /연합뉴스`, null, null],
    ['ko', '사진=한보람 기자', '한보람 기자', '한보람'],
    ['ko', '솔포항의 크레인. 솔포시 제공', null, null],
  ]
  it.each(cases)('%s: %s', (language, words, credit, photographer) => {
    const found = creditOf(rules(language), words, 0)
    expect([found?.credit ?? null, found?.photographer ?? null]).toEqual([credit, photographer])
    if (found) expect(wordsAt(words, found.range)).toBe(found.credit)
    if (found?.photographerRange) expect(wordsAt(words, found.photographerRange)).toBe(found.photographer)
  })
})

describe('picture credits of what the page calls a caption', () => {
  const cases: [language: string, words: string, credit: string | null, photographer: string | null][] = [
    ['en', 'A crane at the quay (Harbor Tern)', 'Harbor Tern', null],
    ['en', 'A crane at the quay. Ada Roe via AP', 'Ada Roe via AP', 'Ada Roe'],
    ['en', 'A crane at the quay.Credit...Ada Roe for The Tern', 'Ada Roe for The Tern', 'Ada Roe'],
    ['en', 'A crane at the quay. Ada Roe/Harbor Tern', 'Ada Roe/Harbor Tern', 'Ada Roe'],
    ['en', 'A crane at the quay\nAda Roe', 'Ada Roe', null],
    ['en', 'A crane at the quay', null, null],
    ['ko', '솔포항의 크레인. 나래울 기자', '나래울 기자', '나래울'],
    ['ko', '솔포항의 크레인. ⓒ솔포신문', '솔포신문', null],
    ['ko', '솔포항의 크레인. 솔포시 제공', '솔포시', null],
    ['ko', '솔포항의 크레인. 연합뉴스', '연합뉴스', null],
    ['ko', '솔포항의 크레인. EPA 연합뉴스', 'EPA 연합뉴스', null],
    ['ko', '솔포항의 크레인=사진공동취재단', '사진공동취재단', null],
    ['ko', '솔포항의 크레인', null, null],
  ]
  it.each(cases)('%s: %s', (language, words, credit, photographer) => {
    const found = creditOf(rules(language), words, 0, true)
    expect([found?.credit ?? null, found?.photographer ?? null]).toEqual([credit, photographer])
    if (found) expect(wordsAt(words, found.range)).toBe(found.credit)
  })
})

describe('captions among the lines of a text', () => {
  it.each([
    ['en', 'FILE PHOTO: A crane stands at the quay.', true],
    ['en', 'File photo - A crane stands at the quay.', true],
    ['en', 'A crane stands at the quay. (Harbor Tern)', true],
    ['en', 'Photo: Ada Roe', true],
    ['en', 'A crane stands at the quay.', false],
    ['en', 'Filing his papers, the clerk smiled.', false],
    ['ko', '▲ 솔포항의 크레인', true],
    ['ko', '자료사진', true],
    ['ko', '솔포항의 크레인이 멈췄다.', false],
  ])('%s: %s', (language, words, expected) => {
    expect(isCaption(rules(language), words)).toBe(expected)
  })
})
