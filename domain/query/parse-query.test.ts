import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toMatch } from './match'
import { parseQuery } from './parse-query'
import type { Query } from './query'

function parsed(written: string): Query {
  const result = parseQuery(written)
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}

describe('a written query', () => {
  it('asks for all its words, the last of which may still be in the typing', () => {
    expect(toMatch(parsed('state security dand'))).toBe('"state" AND "security" AND "dand" *')
    expect(toMatch(parsed('state security '))).toBe('"state" AND "security"')
  })

  it('asks for exact words in quotation marks, closed or not yet', () => {
    expect(toMatch(parsed('"on Tuesday" border'))).toBe('"on tuesday" AND "border" *')
    expect(toMatch(parsed('"on Tues'))).toBe('"on tues"')
  })

  it('takes away words after a minus', () => {
    expect(toMatch(parsed('border -trade -"cross border" '))).toBe(
      '("border") NOT ("trade" OR "cross border")',
    )
  })

  it('asks for Korean by its pairs, and for one syllable at the head of any', () => {
    expect(toMatch(parsed('압록강 '))).toBe('"압록 록강"')
    expect(toMatch(parsed('강 '))).toBe('"강" *')
  })

  it('takes a word with marks inside as words beside each other', () => {
    expect(toMatch(parsed("O'Brien's well-known 12:30 "))).toBe('"o brien s" AND "well known" AND "12 30"')
    expect(toMatch(parsed('https://example.org/a '))).toBe('"https example org a"')
  })

  it('reads fields', () => {
    const query = parsed(
      'source:unnamed reason:safety translator:"R. Adams" -tag:done language:ko before:2024 after:2023-06-01 x',
    )
    expect(query.fields).toEqual([
      {
        condition: { field: 'source', identifications: ['pseudonym', 'described-unnamed', 'bare-unnamed'] },
        without: false,
      },
      { condition: { field: 'reason', classes: ['safety-or-reprisal'] }, without: false },
      { condition: { field: 'translator', terms: ['r', 'adams'] }, without: false },
      { condition: { field: 'tag', terms: ['done'] }, without: true },
      { condition: { field: 'language', language: 'ko' }, without: false },
      { condition: { field: 'before', date: '2024' }, without: false },
      { condition: { field: 'after', date: '2023-06-01' }, without: false },
    ])
    expect(query.phrases).toEqual([{ terms: ['x'], open: true }])
  })

  it('asks for a source by its words when they are no kind of source', () => {
    expect(parsed('source:ministry').fields[0]?.condition).toEqual({
      field: 'source-words',
      phrase: { terms: ['ministry'], open: false },
    })
  })

  it.each(['colour:red', 'reason:whim', 'before:soon', 'language:"?"', 'tag:', 'before:2024-13'])(
    'is not understood at %s, and says so',
    (piece) => {
      expect(parseQuery(`border ${piece}`)).toEqual({
        ok: false,
        failure: { code: 'query-not-understood', detail: { word: piece } },
      })
    },
  )

  it('never lets a part of it be read as FTS5 syntax', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (written) => {
        const result = parseQuery(written)
        if (!result.ok) return
        const bare = (toMatch(result.value) ?? '').replace(/"[^"]*"( \*)?/g, '')
        expect(bare).toMatch(/^(?:[()]| AND | OR | NOT )*$/)
      }),
    )
  })
})
