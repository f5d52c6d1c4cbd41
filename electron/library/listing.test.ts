import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ArticleListing } from '#domain/article/listing'
import { inTransaction } from '../store/database'
import { listArticles } from './listing'
import { storeFile } from './storing'
import { plainDraft } from './testing/plain-drafts'
import { type TemporaryLibrary, temporaryLibrary } from './testing/temporary-library'

const ARTICLES = 5_000

let here: TemporaryLibrary
beforeAll(async () => {
  here = await temporaryLibrary()
  inTransaction(here.library.db, () => {
    for (let index = 0; index < ARTICLES; index += 1) {
      storeFile(here.library, {
        fileName: `${index}.txt`,
        part: null,
        apart: false,
        original: {
          sha256: index.toString(16).padStart(64, '0'),
          size: 1,
          packing: 'none',
          bytes: new Uint8Array(1),
        },
        draft: plainDraft(`@headline Article ${index}\nWords.`),
      })
    }
  })
})
afterAll(() => here.end())

function page(
  after: string | null,
  limit: number,
): { rows: ArticleListing[]; next: string | null; total: number } {
  const result = listArticles(here.library, { after, limit })
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}

it('gives every article once, the newest import first, page after page', () => {
  const titles: string[] = []
  let pages = 0
  for (let next: string | null = null; pages === 0 || next !== null; pages += 1) {
    const one = page(next, 100)
    expect(one.total).toBe(ARTICLES)
    titles.push(...one.rows.map((row) => row.title))
    next = one.next
  }
  expect(titles).toEqual(Array.from({ length: ARTICLES }, (_, index) => `Article ${ARTICLES - 1 - index}`))
})

it('goes on where it was when articles come in between', async () => {
  const first = page(null, 10)
  await here.article('late.txt', '@headline Late\nWords.')
  expect(page(first.next, 1).rows[0]?.title).toBe(`Article ${ARTICLES - 11}`)
  expect(page(null, 1)).toMatchObject({ rows: [{ title: 'Late' }], total: ARTICLES + 1 })
})

it('refuses a place that it never gave', () => {
  expect(listArticles(here.library, { after: "x' OR 1", limit: 1 })).toEqual({
    ok: false,
    failure: { code: 'request-refused' },
  })
})
