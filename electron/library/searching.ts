import type { SearchHit } from '#contract/searching'
import { findRanges } from '#domain/query/find-ranges'
import { parseQuery } from '#domain/query/parse-query'
import { isEmptyQuery, type Query } from '#domain/query/query'
import { snippet } from '#domain/query/snippet'
import { ok, type Result } from '#domain/result'
import { articlesWithNote, capturesWithPhraseIn, type FoundArticle, searchArticles } from '../store/search'
import { textsOf } from '../store/tables/bodies'
import { COLUMNS_OF } from './indexed-text'
import type { Library } from './library'

/** Hits that are marked in one text; nobody steps through more. */
const MOST_RANGES = 500

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
  const texts = textsOf(
    db,
    found.map((each) => each.capture),
  )
  const places = placesOf(db, found, query.value)
  const hits = found.map((each): SearchHit => {
    const text = texts.get(each.capture) ?? ''
    const ranges = findRanges(text, query.value, MOST_RANGES)
    const passage = snippet(text, ranges)
    return {
      listing: each.listing,
      captureId: each.captureId,
      ranges,
      snippet: passage.snippet,
      snippetRanges: [...passage.ranges],
      foundIn: places(each),
    }
  })
  return ok({ hits, total })
}

/** Tells of each hit where its words were found; asks the index once for each kind of place. */
function placesOf(
  db: Library['db'],
  found: readonly FoundArticle[],
  { phrases }: Query,
): (hit: FoundArticle) => SearchHit['foundIn'] {
  const captures = found.map((each) => each.capture)
  const withPhrase = (place: keyof typeof COLUMNS_OF) =>
    capturesWithPhraseIn(db, captures, COLUMNS_OF[place], phrases)
  const inIndex = {
    title: withPhrase('title'),
    text: withPhrase('text'),
    sources: withPhrase('sources'),
    credits: withPhrase('credits'),
  }
  const inNotes = new Set(articlesWithNote(db, phrases))
  return ({ capture, article }) => [
    ...(['title', 'text'] as const).filter((place) => inIndex[place].has(capture)),
    ...(inNotes.has(article) ? (['notes'] as const) : []),
    ...(['sources', 'credits'] as const).filter((place) => inIndex[place].has(capture)),
  ]
}
