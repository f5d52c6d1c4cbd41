import type { SearchHit } from '#contract/searching'
import { findRanges } from '#domain/query/find-ranges'
import { parseQuery } from '#domain/query/parse-query'
import { isEmptyQuery } from '#domain/query/query'
import { snippet } from '#domain/query/snippet'
import { ok, type Result } from '#domain/result'
import { articlesWithNote, searchArticles } from '../store/search'
import { namesOf, textsOf } from '../store/tables/bodies'
import type { Library } from './library'

/** Hits that are marked in one text; nobody steps through more. */
const MOST_RANGES = 500

const PLACES = ['title', 'text', 'notes', 'sources', 'credits'] as const

/**
 * The articles that answer a written query (domain/query/parse-query.ts), best first, with the places where its words stand.
 * An empty query has no answer. Fails with `query-not-understood`.
 */
export function searchLibrary(
  { db }: Library,
  input: { readonly query: string; readonly limit: number },
): Result<{ hits: SearchHit[]; total: number }> {
  const query = parseQuery(input.query)
  if (!query.ok) return query
  if (isEmptyQuery(query.value)) return ok({ hits: [], total: 0 })
  const { found, total } = searchArticles(db, query.value, input.limit)
  const captures = found.map((each) => each.capture)
  const texts = textsOf(db, captures)
  const names = namesOf(db, captures)
  const inNotes = new Set(articlesWithNote(db, query.value.phrases))
  const hits = found.map((each): SearchHit => {
    const text = texts.get(each.capture) ?? ''
    const ranges = findRanges(text, query.value, MOST_RANGES)
    const passage = snippet(text, ranges)
    const { sources = '', credits = '' } = names.get(each.capture) ?? {}
    const has = (words: string | null) => words !== null && findRanges(words, query.value, 1).length > 0
    const { title, standIn, publisher } = each.listing
    const places: Record<SearchHit['foundIn'][number], boolean> = {
      title: !standIn && has(title),
      text: ranges.length > 0,
      notes: inNotes.has(each.article),
      sources: has(sources),
      credits: has(credits) || has(publisher),
    }
    return {
      listing: each.listing,
      captureId: each.captureId,
      ranges,
      snippet: passage.snippet,
      snippetRanges: [...passage.ranges],
      foundIn: PLACES.filter((place) => places[place]),
    }
  })
  return ok({ hits, total })
}
