import type { Db } from '../database'

/** How much there is of what a person would miss. */
export type Inventory = {
  readonly articles: number
  readonly captures: number
  readonly notes: number
  readonly journal: number
}

export function inventoryOf(db: Db): Inventory {
  const counted = db
    .prepare(
      `SELECT (SELECT count(*) FROM article) AS articles, (SELECT count(*) FROM capture) AS captures,
              (SELECT count(*) FROM note) AS notes, (SELECT count(*) FROM journal) AS journal`,
    )
    .get<Inventory>()
  if (counted === undefined) throw new Error('a count without a row')
  return counted
}

/** Words that stand in the library, of each kind at most `limit`, the newest: titles, file names, notes, beginnings. */
export function sampleOfWords(db: Db, limit: number): string[] {
  return db
    .prepare(
      `SELECT * FROM (SELECT title FROM listing ORDER BY article DESC LIMIT $limit)
       UNION ALL SELECT * FROM (SELECT file_name FROM capture ORDER BY pk DESC LIMIT $limit)
       UNION ALL SELECT * FROM (SELECT markdown FROM note ORDER BY pk DESC LIMIT $limit)
       UNION ALL SELECT * FROM (SELECT substr(text, 1, 60) FROM capture_body ORDER BY capture DESC LIMIT $limit)`,
      { pluck: true },
    )
    .all<string>({ limit })
}
