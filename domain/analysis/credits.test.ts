import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsAt } from '../article/range'
import { agencyAtEnd, agencyOf, bylineOf, contributorsOf, creditsOfLine } from './credits'
import type { Credit } from './findings'
import type { Line } from './lines'
import { packFor } from './packs'

const line = (words: string): Line => ({ block: 0, range: [10, 10 + words.length], words })
const pack = (language: string) => {
  const found = packFor(language)
  if (!found) throw new Error(`no pack for ${language}`)
  return found
}
/** "role name" of each credit, checked against the words at its range. */
function named(credits: readonly Credit[], words: string): string[] {
  const text = `${' '.repeat(10)}${words}`
  return credits.map(({ role, name, range, lineRange }) => {
    expect(range && wordsAt(text, range)).toBe(name)
    expect(lineRange).toEqual([10, 10 + words.length])
    return `${role} ${name}`
  })
}

describe('credit lines', () => {
  const cases: [language: string, words: string, credits: string[]][] = [
    ['en', 'Translated by Ada Roe. Edited by Lew Moe.', ['translator Ada Roe', 'editor Lew Moe']],
    ['en', 'Translated by R. A. Edited by R. L.', ['translator R. A.', 'editor R. L.']],
    ['en', 'Translated from the Korean by Ada Roe', ['translator Ada Roe']],
    ['en', 'Translation: Ada Roe | Editing: Lew Moe', ['translator Ada Roe', 'editor Lew Moe']],
    [
      'en',
      '(Reporting by Ada Roe in Saltmouth and Lew Moe in Dunwick; Editing by Ann Poe)',
      ['author Ada Roe', 'author Lew Moe', 'editor Ann Poe'],
    ],
    [
      'en',
      'Additional reporting by Ada Roe, Lew Moe and Ann Poe.',
      ['contributor Ada Roe', 'contributor Lew Moe', 'contributor Ann Poe'],
    ],
    [
      'en',
      'Reporting by Ada Roe; additional reporting by Lew Moe',
      ['author Ada Roe', 'contributor Lew Moe'],
    ],
    ['en', 'Fact-checked by Ann Poe', ['fact-checker Ann Poe']],
    ['en', 'Photographs by Ada Roe', ['photographer Ada Roe']],
    ['en', 'Editor: Lew Moe', ['editor Lew Moe']],
    ['en', 'With reporting by The Associated Press', ['agency Associated Press']],
    ['en', 'Translated by the staff, it sold badly.', []],
    ['en', 'Edited by committee, the report was late.', []],
    ['en', 'The letter was translated by Ada Roe and read out.', []],
    ['ko', '번역: 나래 편집: 보람', ['translator 나래', 'editor 보람']],
    ['ko', '번역=김나래', ['translator 김나래']],
    ['ko', '편집: 이보람', ['editor 이보람']],
    ['ko', '번역 김나래, 편집 이보람', ['translator 김나래', 'editor 이보람']],
    ['ko', '도움: 박하늘', ['contributor 박하늘']],
    ['ko', '도움=박하늘 기자', ['contributor 박하늘']],
    ['ko', '번역/김나래', ['translator 김나래']],
    ['ko', '번역 | 김나래', ['translator 김나래']],
    ['ko', '옮김=김나래', ['translator 김나래']],
    ['ko', '글=나래울 사진=한보람', ['author 나래울', 'photographer 한보람']],
    ['ko', '번역가들은 편집에 반대했다.', []],
  ]
  it.each(cases)('%s: %s', (language, words, expected) => {
    expect(named(creditsOfLine(pack(language), line(words)), words)).toEqual(expected)
  })

  it.each(['Reuters', '(AP)', 'The Associated Press.'])(
    'reads the wire service that stands alone: %s',
    (words) => {
      const name = words.replaceAll(/[().]/g, '')
      expect(named(agencyOf(pack('en'), line(words)), words)).toEqual([`agency ${name}`])
      expect(agencyOf(pack('en'), line(`${words} said so.`))).toEqual([])
    },
  )

  it.each([
    ['en', '— Reuters', 'Reuters'],
    ['en', 'With AFP', 'AFP'],
    ['en', 'With inputs from PTI', 'PTI'],
    ['en', 'Source: Xinhua', 'Xinhua'],
    ['ko', '/연합뉴스', '연합뉴스'],
    ['ko', '출처: 로이터통신', '로이터통신'],
  ])('reads the wire service behind its opening: %s: %s', (language, words, name) => {
    expect(named(agencyOf(pack(language), line(words)), words)).toEqual([`agency ${name}`])
  })

  it.each([
    ['en', 'The harbour was closed. (Reuters)', 'Reuters'],
    ['en', 'The harbour was closed.” — AFP', 'AFP'],
    ['en', `The harbour was closed ${'again and '.repeat(20)}again. (AP)`, 'AP'],
    ['ko', '항구가 닫혔다. /연합뉴스', '연합뉴스'],
    ['en', 'The harbour was closed by Reuters.', null],
    ['en', 'The harbour was closed. (Harbor Board)', null],
  ])('reads the wire service that a story ends with: %s: %s', (language, words, name) => {
    const found = agencyAtEnd(pack(language), line(words))
    expect(named(found === null ? [] : [found], words)).toEqual(name === null ? [] : [`agency ${name}`])
  })

  const NAMES = ['Ada Roe', 'Lew Moe', 'Ann van Poe', 'R. A.', 'Kit O’Loe', 'Min-ji Bae']
  const OPENINGS = [
    ['translator', 'Translated by '],
    ['editor', 'Editing by '],
    ['contributor', 'Additional reporting by '],
    ['fact-checker', 'Fact-checked by '],
    ['author', 'Reporting by '],
    ['photographer', 'Photographs by '],
  ] as const

  it('gives every name of every credit of a line, where it stands', () => {
    const names = fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 4 })
    const parts = fc.uniqueArray(fc.tuple(fc.constantFrom(...OPENINGS), names), {
      selector: ([[role]]) => role,
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(parts, fc.constantFrom('; ', '. ', ' | '), (told, between) => {
        const words = told.map(([[, opening], all]) => `${opening}${all.join(', ')}`).join(between)
        const expected = told.flatMap(([[role], all]) => all.map((name) => `${role} ${name}`))
        expect(named(creditsOfLine(pack('en'), line(words)), words)).toEqual(expected)
      }),
    )
  })

  it('reads who contributed', () => {
    const words = 'Ada Roe and Lew Moe contributed to this report.'
    expect(named(contributorsOf(pack('en'), line(words)), words)).toEqual([
      'contributor Ada Roe',
      'contributor Lew Moe',
    ])
    expect(contributorsOf(pack('en'), line('Rain contributed to the delay.'))).toEqual([])
  })
})

describe('bylines', () => {
  const cases: [language: string, words: string, credits: string[] | null][] = [
    ['en', 'By Ada Roe', ['author Ada Roe']],
    ['en', 'By Ada Roe and Lew Moe', ['author Ada Roe', 'author Lew Moe']],
    ['en', 'By Ada Roe, Lew Moe and Ann Poe', ['author Ada Roe', 'author Lew Moe', 'author Ann Poe']],
    ['en', 'By Ada Roe, Staff Writer', ['author Ada Roe']],
    ['en', 'By Ada Roe, Saltmouth correspondent', ['correspondent Ada Roe']],
    ['en', 'By Ada Roe, Associated Press', ['author Ada Roe', 'agency Associated Press']],
    ['en', 'BY ADA ROE', ['author ADA ROE']],
    ['en', 'By Ada Roe | ada@tern.example', ['author Ada Roe']],
    ['en', 'Ada Roe, Staff Writer', ['author Ada Roe']],
    ['en', 'By noon the tide had turned.', null],
    ['en', 'By Tuesday, the quay was full and the nets were dry.', null],
    ['en', 'By the time Ada Roe came, the crane had fallen.', null],
    ['ko', '나래울 기자', ['author 나래울']],
    ['ko', '나래울 기자 narae@tern.example', ['author 나래울']],
    ['ko', '솔포=나래울 특파원', ['correspondent 나래울']],
    ['ko', '나래울·한보람 기자', ['author 나래울', 'author 한보람']],
    ['ko', '나래울 기자, 한보람 인턴기자', ['author 나래울', 'author 한보람']],
    ['ko', '글·사진 나래울 기자', ['author 나래울']],
    ['ko', '(솔포=연합뉴스) 나래울 기자', ['agency 연합뉴스', 'author 나래울']],
    ['ko', '사진=나래울 기자', null],
    ['ko', '도움=나래울 기자', null],
    ['ko', '그는 기자', null],
    ['ko', '나래울 기자는 이날 항구를 찾았다.', null],
  ]
  it.each(cases)('%s: %s', (language, words, expected) => {
    const found = bylineOf(pack(language), line(words))
    expect(found && named(found.credits, words)).toEqual(expected)
    if (found) expect(found.words).toBe(words)
  })
})
