import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SearchHit } from '#contract/searching'
import { wordsAt } from '#domain/article/range'
import { addNote } from './annotating'
import { readCapture } from './reading'
import { searchLibrary } from './searching'
import { type TemporaryLibrary, temporaryLibrary } from './testing/temporary-library'

let here: TemporaryLibrary
beforeEach(async () => {
  here = await temporaryLibrary()
  await here.article(
    'border.txt',
    `@headline Border trade slows
@publisher Harbour Ledger
@language en
@published 2023-12-01
@source bare-unnamed a source
@reason safety-or-reprisal
@source described-unnamed customs officers in Dandong
@translator Rosa Adler
@editor Robin Lane
Lorries wait at the bridge, a source said. Customs officers in Dandong spoke of delays.`,
  )
  await here.article(
    'river.txt',
    `@headline 압록강 다리 다시 열려
@publisher 항구신문
@language ko-KR
@published 2024-02-10T09:00:00+09:00
@source named-person 김하늘
@author 김하늘
압록강변에서 소식통은 다리가 열렸다고 전했다.`,
  )
  await here.article('plain.txt', 'A café near the bridge opens. Nobody was quoted.')
})
afterEach(() => here.end())

function hits(query: string): SearchHit[] {
  const result = searchLibrary(here.library, { query, limit: 10 })
  if (!result.ok) throw new Error(result.failure.code)
  expect(result.value.total).toBe(result.value.hits.length)
  return result.value.hits
}
const titles = (query: string) =>
  hits(query)
    .map((hit) => hit.listing.title)
    .sort()

const BORDER = 'Border trade slows'
const RIVER = '압록강 다리 다시 열려'
const PLAIN = 'A café near the bridge opens. Nobody was quoted.'

describe('words', () => {
  it.each<[string, string[]]>([
    ['bridge', [PLAIN, BORDER]],
    ['bridge lorries', [BORDER]],
    ['bridge -lorries', [PLAIN]],
    ['"near the bridge"', [PLAIN]],
    ['"bridge the near"', []],
    ['CAFE ', [PLAIN]],
    ['dand', [BORDER]],
    ['dand ', []],
    ['ledger', [BORDER]],
    ['adler', [BORDER]],
    ['', []],
    ['nothing-like-it', []],
    ['-bridge', [RIVER]],
  ])('%s', (query, expected) => expect(titles(query)).toEqual([...expected].sort()))

  it('are found in Korean by two syllables inside a longer word, and by one', () => {
    expect(titles('록강')).toEqual([RIVER])
    expect(titles('소식')).toEqual([RIVER])
    expect(titles('"다리가 열렸"')).toEqual([RIVER])
    expect(titles('다')).toEqual([RIVER])
    expect(titles('평양')).toEqual([])
  })

  it('are marked in the text and in the passage around them', () => {
    const [hit] = hits('압록강')
    const capture = readCapture(here.library, hit?.captureId ?? '')
    if (hit === undefined || !capture.ok) throw new Error('no hit')
    expect(hit.ranges.map((range) => wordsAt(capture.value.text, range))).toEqual(['압록강'])
    expect(hit.snippetRanges.map((range) => wordsAt(hit.snippet, range))).toEqual(['압록강'])
  })

  it('are said to be where they were found', () => {
    expect(hits('압록강')[0]?.foundIn).toEqual(['title', 'text'])
    expect(hits('dandong')[0]?.foundIn).toEqual(['text', 'sources'])
    expect(hits('adler')[0]?.foundIn).toEqual(['credits'])
    expect(hits('adler')[0]?.ranges).toEqual([])
  })

  it('in a title weigh more than in a text', async () => {
    await here.article(
      'z.txt',
      '@headline Other matters\nThe border is named here once. Words and words follow.',
    )
    await here.article('y.txt', '@headline The border\nNothing of it in the text. Words and words follow.')
    expect(
      hits('border ')
        .map((hit) => hit.listing.title)
        .at(-1),
    ).toBe('Other matters')
  })
})

describe('words in notes', () => {
  beforeEach(() => {
    const [hit] = hits('lorries')
    const added = addNote(here.library, {
      captureId: hit?.captureId ?? '',
      range: [0, 7],
      color: 'yellow',
      style: 'highlight',
      markdown: 'Ask the haulier again.',
      tags: ['Follow up'],
      sourceId: null,
    })
    expect(added.ok).toBe(true)
  })

  it.each<[string, string[]]>([
    ['haulier', [BORDER]],
    ['haulier bridge', [BORDER]],
    ['bridge haulier nowhere', []],
    ['bridge -haulier', [PLAIN]],
    ['tag:"follow up"', [BORDER]],
    ['-tag:"follow up" bridge', [PLAIN]],
    ['tag:follow', []],
  ])('%s', (query, expected) => expect(titles(query)).toEqual([...expected].sort()))

  it('are said to be in notes', () => {
    expect(hits('haulier')[0]).toMatchObject({ foundIn: ['notes'], ranges: [] })
    expect(hits('haulier bridge ')[0]?.foundIn).toEqual(['text', 'notes'])
  })
})

describe('fields', () => {
  it.each<[string, string[]]>([
    ['source:unnamed', [BORDER]],
    ['source:named', [RIVER]],
    ['source:bare-unnamed', [BORDER]],
    ['source:customs', [BORDER]],
    ['reason:safety', [BORDER]],
    ['reason:legal', []],
    ['translator:"Rosa Adler"', [BORDER]],
    ['translator:lane', []],
    ['editor:lane', [BORDER]],
    ['outlet:"harbour ledger"', [BORDER]],
    ['outlet:항구', [RIVER]],
    ['language:ko', [RIVER]],
    ['language:en', [BORDER]],
    ['after:2024', [RIVER]],
    ['before:2024', [BORDER]],
    ['after:2023-12-01 before:2023-12-02', [BORDER]],
    ['bridge -source:unnamed', [PLAIN]],
    ['bridge source:unnamed', [BORDER]],
  ])('%s', (query, expected) => expect(titles(query)).toEqual([...expected].sort()))

  it('that do not exist are not understood', () => {
    const result = searchLibrary(here.library, { query: 'bridge colour:red', limit: 10 })
    expect(result).toEqual({
      ok: false,
      failure: { code: 'query-not-understood', detail: { word: 'colour:red' } },
    })
  })
})

it('counts all answers and gives as many as were asked for', async () => {
  for (let index = 0; index < 30; index += 1) await here.article(`${index}.txt`, `Common words ${index}.`)
  const result = searchLibrary(here.library, { query: 'common ', limit: 5 })
  expect(result.ok && [result.value.hits.length, result.value.total]).toEqual([5, 30])
})

it('a newer capture answers for its article, an older one where only it has the words', async () => {
  const { captureId } = await here.article('a.txt', '@url https://example.org/x\nThe zebra and the gnu.')
  const [newer] = await here.imported([here.file('b.txt', '@url https://example.org/x\nThe gnu alone.')])
  expect(hits('gnu ').map((hit) => hit.captureId)).toEqual([newer?.captureId])
  expect(hits('zebra ').map((hit) => hit.captureId)).toEqual([captureId])
})
