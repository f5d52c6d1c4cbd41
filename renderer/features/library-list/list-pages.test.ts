import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ArticleListing } from '#domain/article/listing'
import { type ListPages, NO_PAGES, withFreshTop, withNextPage, withoutRow, withRow } from './list-pages'

const row = (id: number, notes = 0): ArticleListing => ({
  id: `a${id}`,
  title: `Article ${id}`,
  standIn: false,
  publisher: null,
  published: null,
  importedAt: '2024-01-01T00:00:00Z',
  language: null,
  namedSources: 0,
  unnamedSources: 0,
  notes,
  captures: 1,
  strip: [],
})

/** A library of articles, newest (highest number) first, read in pages as the contract says. */
const read = (newest: number, after: string | null, limit: number) => {
  const from = after === null ? newest : Number(after)
  const rows = Array.from({ length: Math.min(limit, from) }, (_, at) => row(from - at))
  const left = from - rows.length
  return { rows, next: left > 0 ? String(left) : null, total: newest }
}
const idsOf = (pages: ListPages) => pages.rows.map((listing) => listing.id)

describe('the list, page by page', () => {
  test('a next page is added once, and a late answer of an older list is left out', () => {
    const first = withNextPage(NO_PAGES, null, read(25, null, 10))
    const second = withNextPage(first, first.next, read(25, first.next, 10))
    expect(second.rows).toHaveLength(20)
    expect(withNextPage(second, first.next, read(25, first.next, 10))).toBe(second)
  })

  test('new articles appear at the top and what was loaded below stays', () => {
    const first = withNextPage(NO_PAGES, null, read(30, null, 10))
    const loaded = withNextPage(first, first.next, read(30, first.next, 10))
    const fresh = withFreshTop(loaded, read(33, null, 15))
    expect(idsOf(fresh)).toEqual(Array.from({ length: 23 }, (_, at) => `a${33 - at}`))
    expect(fresh.next).toBe(loaded.next)
    expect(fresh.total).toBe(33)
  })

  test('when more has come than was read again, the list begins anew rather than with a gap', () => {
    const loaded = withNextPage(NO_PAGES, null, read(30, null, 10))
    const fresh = withFreshTop(loaded, read(200, null, 10))
    expect(fresh).toEqual(read(200, null, 10))
  })

  test('a row changes in its place', () => {
    const loaded = withNextPage(NO_PAGES, null, read(5, null, 10))
    expect(withRow(loaded, row(3, 7)).rows.map((listing) => listing.notes)).toEqual([0, 0, 7, 0, 0])
  })

  test('a removed article is gone at once, and a second time changes nothing', () => {
    const loaded = withNextPage(NO_PAGES, null, read(5, null, 3))
    const left = withoutRow(loaded, 'a4')
    expect(idsOf(left)).toEqual(['a5', 'a3'])
    expect(left.total).toBe(4)
    expect(withoutRow(left, 'a4')).toEqual(left)
  })

  test('whatever is read in whatever order, the list is a gapless run from the newest', () => {
    const steps = fc.array(fc.oneof(fc.constant('more'), fc.constant('refresh'), fc.nat(40)), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(fc.nat(60), steps, (start, todo) => {
        let newest = start
        let pages = withNextPage(NO_PAGES, null, read(newest, null, 10))
        for (const step of todo) {
          if (typeof step === 'number') newest += step
          else if (step === 'refresh')
            pages = withFreshTop(pages, read(newest, null, Math.max(10, pages.rows.length)))
          else if (pages.next !== null) pages = withNextPage(pages, pages.next, read(newest, pages.next, 10))
        }
        const top = Number(pages.rows[0]?.id.slice(1) ?? 0)
        expect(idsOf(pages)).toEqual(pages.rows.map((_, at) => `a${top - at}`))
        if (pages.next === null && pages.rows.length > 0) expect(pages.rows.at(-1)?.id).toBe('a1')
      }),
    )
  })
})
