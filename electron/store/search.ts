import type { ArticleListing } from '#domain/article/listing'
import { anyOf, quotedPhrase, toMatch } from '#domain/query/match'
import type { Condition, Field, Phrase, Query } from '#domain/query/query'
import type { Db } from './database'
import { LISTING_COLUMNS, type ListingRow, listingOfRow } from './tables/listings'

/** An article that answers, and the newest of its captures that does. */
export type FoundArticle = {
  readonly listing: ArticleListing
  readonly article: number
  readonly capture: number
  readonly captureId: string
}

/** SQL with the values of its parameters. */
type Clause = { readonly sql: string; readonly values: Readonly<Record<string, string | number>> }

/**
 * The articles that answer a query, best first, at most `limit`, and how many there are in all.
 *
 * A phrase may stand in the text, title, sources, credits or outlet of a capture, or in a note of the article; phrases of
 * one query may be found in different ones of these. The text index answers nearly every query in one pass; only where a
 * note has one of the phrases, that note's article is looked at phrase by phrase.
 */
export function searchArticles(
  db: Db,
  query: Query,
  limit: number,
): { found: FoundArticle[]; total: number } {
  const parts = [byText(query), byNotes(db, query)].filter((part) => part !== null)
  const conditions = [...query.fields.map(fieldClause), ...withoutClauses(query)]
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.map((each) => each.sql).join(' AND ')}`
  const sql = `
    WITH answer (article, capture, weight) AS (${parts.map((part) => part.sql).join(' UNION ALL ')}),
    best AS (
      SELECT answer.article, max(answer.capture) AS capture, min(answer.weight) AS weight,
        count(*) OVER () AS total
      FROM answer ${where} GROUP BY answer.article ORDER BY weight, answer.article DESC LIMIT $limit
    )
    SELECT ${LISTING_COLUMNS}, best.article, best.capture, best.total, capture.id AS captureId
    FROM best CROSS JOIN listing ON listing.article = best.article
    JOIN article ON article.pk = best.article JOIN capture ON capture.pk = best.capture
    ORDER BY best.weight, best.article DESC`
  const values = Object.assign({ limit }, ...[...parts, ...conditions].map((each) => each.values))
  // The statement's text depends on the query: compiled for this once and not kept.
  const statement = db.prepare(sql, { persistent: false })
  const rows = statement.all<ListingRow & FoundRow>(values)
  statement.close()
  return {
    total: rows[0]?.total ?? 0,
    found: rows.map((row) => ({
      listing: listingOfRow(row),
      article: row.article,
      capture: row.capture,
      captureId: row.captureId,
    })),
  }
}

type FoundRow = { article: number; capture: number; captureId: string; total: number }

/** The articles that have one of the phrases in a note. */
export function articlesWithNote(db: Db, phrases: readonly Phrase[]): number[] {
  if (phrases.length === 0) return []
  return db
    .prepare(
      `SELECT DISTINCT note.article FROM note_index CROSS JOIN note ON note.pk = note_index.rowid
       WHERE note_index MATCH $match LIMIT ${MOST_ARTICLES_BY_NOTE}`,
      { pluck: true },
    )
    .all<number>({ match: anyOf(phrases) })
}

/** More articles than this are not looked at phrase by phrase on account of a note. */
const MOST_ARTICLES_BY_NOTE = 2_000

function byText(query: Query): Clause | null {
  const match = toMatch(query)
  // Fields alone: every article is asked, and the newest import comes first.
  if (match === null) return { sql: 'SELECT article, capture, 0.0 FROM listing', values: {} }
  return {
    sql: `SELECT capture.article, capture.pk, hit.weight
      FROM (SELECT rowid AS pk, rank AS weight FROM text_index WHERE text_index MATCH $match) AS hit
      CROSS JOIN capture ON capture.pk = hit.pk`,
    values: { match },
  }
}

function byNotes(db: Db, query: Query): Clause | null {
  const candidates = articlesWithNote(db, query.phrases)
  if (candidates.length === 0) return null
  const values: Record<string, string> = { candidates: JSON.stringify(candidates) }
  const each = query.phrases.map((phrase, index) => {
    values[`phrase${index}`] = quotedPhrase(phrase)
    return `(listing.article IN (SELECT note.article FROM note_index CROSS JOIN note ON note.pk = note_index.rowid
        WHERE note_index MATCH $phrase${index})
      OR EXISTS (SELECT 1 FROM text_index
        WHERE text_index MATCH $phrase${index} AND text_index.rowid = listing.capture))`
  })
  return {
    sql: `SELECT listing.article, listing.capture, 0.0 FROM json_each($candidates) AS candidate
      CROSS JOIN listing ON listing.article = candidate.value WHERE ${each.join(' AND ')}`,
    values,
  }
}

/** `-word`: not in the text where the index cannot say so itself, and not in a note. */
function withoutClauses(query: Query): Clause[] {
  if (query.without.length === 0) return []
  const values = { without: anyOf(query.without) }
  const notInText = `answer.article NOT IN (SELECT capture.article FROM text_index
    CROSS JOIN capture ON capture.pk = text_index.rowid WHERE text_index MATCH $without)`
  const notInNotes = `answer.article NOT IN (SELECT note.article FROM note_index
    CROSS JOIN note ON note.pk = note_index.rowid WHERE note_index MATCH $without)`
  const clauses = [{ sql: notInNotes, values }]
  return query.phrases.length === 0 ? [{ sql: notInText, values }, ...clauses] : clauses
}

function fieldClause(field: Field, index: number): Clause {
  const value = `$field${index}`
  const { articles, asked } = articlesOf(field.condition, value)
  return {
    sql: `answer.article ${field.without ? 'NOT IN' : 'IN'} (${articles})`,
    values: { [value.slice(1)]: asked },
  }
}

const IN_TEXT_INDEX = `SELECT listing.article FROM text_index
  CROSS JOIN listing ON listing.capture = text_index.rowid WHERE text_index MATCH`

/** SQL for the articles whose newest capture meets a condition, `value` being the name of its parameter. */
function articlesOf(condition: Condition, value: string): { articles: string; asked: string } {
  switch (condition.field) {
    case 'source':
      return {
        articles: `SELECT listing.article FROM source JOIN listing ON listing.capture = source.capture
          WHERE source.identification IN (SELECT value FROM json_each(${value}))`,
        asked: JSON.stringify(condition.identifications),
      }
    case 'reason':
      return {
        articles: `SELECT listing.article FROM source JOIN listing ON listing.capture = source.capture
          WHERE source.reason_class IN (SELECT value FROM json_each(${value}))`,
        asked: JSON.stringify(condition.classes),
      }
    case 'source-words':
      return { articles: `${IN_TEXT_INDEX} ${value}`, asked: `sources : ${quotedPhrase(condition.phrase)}` }
    case 'translator':
    case 'editor':
    case 'outlet': {
      const column = condition.field === 'outlet' ? 'outlet' : `${condition.field}s`
      const phrase = quotedPhrase({ terms: condition.terms, open: false })
      return { articles: `${IN_TEXT_INDEX} ${value}`, asked: `${column} : ${phrase}` }
    }
    case 'tag':
      return {
        articles: `SELECT note.article FROM tag JOIN note_tag ON note_tag.tag = tag.pk
          JOIN note ON note.pk = note_tag.note WHERE tag.terms = ${value}`,
        asked: condition.terms.join(' '),
      }
    case 'language':
      return {
        articles: `SELECT article FROM listing
          WHERE language = ${value} OR (language >= ${value} || '-' AND language < ${value} || '.')`,
        asked: condition.language,
      }
    case 'before':
      return { articles: `SELECT article FROM listing WHERE published < ${value}`, asked: condition.date }
    case 'after':
      return { articles: `SELECT article FROM listing WHERE published >= ${value}`, asked: condition.date }
  }
}
