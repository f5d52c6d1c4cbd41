import type { ArticleListing, StripBand } from '#domain/article/listing'
import type { Db } from '../database'

/** What a list line tells of an article's newest capture. Its notes and captures are counted by the store. */
export type ListingFacts = Omit<ArticleListing, 'id' | 'notes' | 'captures'>

/** Writes an article's line, for a first or a newer capture. */
export function putListing(db: Db, article: number, capture: number, facts: ListingFacts): void {
  db.prepare(
    `INSERT INTO listing (article, capture, imported_at, title, stand_in, publisher, published, language,
       named_sources, unnamed_sources, captures, strip)
     VALUES ($article, $capture, $importedAt, $title, $standIn, $publisher, $published, $language,
       $namedSources, $unnamedSources, 1, $strip)
     ON CONFLICT (article) DO UPDATE SET capture = excluded.capture, imported_at = excluded.imported_at,
       title = excluded.title, stand_in = excluded.stand_in, publisher = excluded.publisher,
       published = excluded.published, language = excluded.language, named_sources = excluded.named_sources,
       unnamed_sources = excluded.unnamed_sources, captures = listing.captures + 1, strip = excluded.strip`,
  ).run({
    article,
    capture,
    importedAt: facts.importedAt,
    title: facts.title,
    standIn: facts.standIn ? 1 : 0,
    publisher: facts.publisher,
    published: facts.published,
    language: facts.language,
    namedSources: facts.namedSources,
    unnamedSources: facts.unnamedSources,
    strip: JSON.stringify(facts.strip),
  })
}

/** Writes anew what the line of an article tells, when `capture` is the one that it is about. */
export function updateListing(db: Db, capture: number, facts: ListingFacts): void {
  db.prepare(
    `UPDATE listing SET title = $title, stand_in = $standIn, publisher = $publisher, published = $published,
       language = $language, named_sources = $namedSources, unnamed_sources = $unnamedSources, strip = $strip
     WHERE capture = $capture`,
  ).run({
    capture,
    title: facts.title,
    standIn: facts.standIn ? 1 : 0,
    publisher: facts.publisher,
    published: facts.published,
    language: facts.language,
    namedSources: facts.namedSources,
    unnamedSources: facts.unnamedSources,
    strip: JSON.stringify(facts.strip),
  })
}

/** Counts the notes of an article anew, for its line. */
export function recountNotes(db: Db, article: number): void {
  db.prepare(
    `UPDATE listing SET notes = (SELECT count(*) FROM note WHERE note.article = $article)
     WHERE article = $article`,
  ).run({ article })
}

/** Counts the captures of an article anew, for its line. */
export function recountCaptures(db: Db, article: number): void {
  db.prepare(
    `UPDATE listing SET captures = (SELECT count(*) FROM capture WHERE capture.article = $article)
     WHERE article = $article`,
  ).run({ article })
}

/** Takes an article's line away, for writing it anew. */
export function deleteListing(db: Db, article: number): void {
  db.prepare('DELETE FROM listing WHERE article = $article').run({ article })
}

/** Columns of a list line, for a query that joins `listing` and `article`. */
export const LISTING_COLUMNS = `article.id AS id, listing.title, listing.stand_in AS standIn, listing.publisher,
    listing.published, listing.imported_at AS importedAt, listing.language,
    listing.named_sources AS namedSources, listing.unnamed_sources AS unnamedSources, listing.notes,
    listing.captures, listing.strip`

export type ListingRow = Omit<ArticleListing, 'standIn' | 'strip'> & { standIn: number; strip: string }

export function listingOfRow(row: ListingRow): ArticleListing {
  return {
    id: row.id,
    title: row.title,
    standIn: row.standIn === 1,
    publisher: row.publisher,
    published: row.published,
    importedAt: row.importedAt,
    language: row.language,
    namedSources: row.namedSources,
    unnamedSources: row.unnamedSources,
    notes: row.notes,
    captures: row.captures,
    strip: JSON.parse(row.strip) as StripBand[],
  }
}

/** A place in the list: the row after which a page begins. */
export type ListPlace = { readonly importedAt: string; readonly article: number }

/** One page of the list, the newest import first, and the place after its last row. */
export function listPage(
  db: Db,
  after: ListPlace | null,
  limit: number,
): { rows: ArticleListing[]; last: ListPlace | null } {
  const from = after === null ? '' : 'WHERE (listing.imported_at, listing.article) < ($importedAt, $article)'
  const rows = db
    .prepare(
      `SELECT ${LISTING_COLUMNS}, listing.article AS article
       FROM listing CROSS JOIN article ON article.pk = listing.article ${from}
       ORDER BY listing.imported_at DESC, listing.article DESC LIMIT $limit`,
    )
    .all<ListingRow & { article: number }>({ ...after, limit })
  const last = rows.at(-1)
  return {
    rows: rows.map(listingOfRow),
    last: last === undefined ? null : { importedAt: last.importedAt, article: last.article },
  }
}

/** An article's line and the id of its newest capture. */
export function listingOf(
  db: Db,
  articleId: string,
): { listing: ArticleListing; article: number; captureId: string } | undefined {
  const row = db
    .prepare(
      `SELECT ${LISTING_COLUMNS}, listing.article AS article, capture.id AS captureId
       FROM article JOIN listing ON listing.article = article.pk
       JOIN capture ON capture.pk = listing.capture WHERE article.id = $articleId`,
    )
    .get<ListingRow & { article: number; captureId: string }>({ articleId })
  if (row === undefined) return undefined
  return { listing: listingOfRow(row), article: row.article, captureId: row.captureId }
}
