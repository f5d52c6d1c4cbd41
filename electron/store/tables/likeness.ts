import type { Db } from '../database'

export function putBands(db: Db, capture: number, bands: readonly number[]): void {
  db.prepare(
    'INSERT INTO likeness (band, capture) SELECT DISTINCT value, $capture FROM json_each($bands)',
  ).run({ capture, bands: JSON.stringify(bands) })
}

export function clearBands(db: Db): void {
  db.prepare('DELETE FROM likeness').run()
}

/**
 * Keys of captures that share a band, those that share most first, at most `limit`. Of each band only the newest few are
 * looked at: a page that a thousand others resemble must not make an import read them all.
 */
export function sharingBands(db: Db, bands: readonly number[], limit: number): number[] {
  const newest = db.prepare(
    'SELECT capture FROM likeness WHERE band = $band ORDER BY capture DESC LIMIT $limit',
    { pluck: true },
  )
  const shared = new Map<number, number>()
  for (const band of bands) {
    for (const capture of newest.all<number>({ band, limit })) {
      shared.set(capture, (shared.get(capture) ?? 0) + 1)
    }
  }
  return [...shared]
    .sort(([a, few], [b, many]) => many - few || b - a)
    .slice(0, limit)
    .map(([capture]) => capture)
}

/** What tells whether two captures may be of one article, and where it is. */
export type Kin = {
  readonly article: number
  readonly articleId: string
  readonly urlKey: string | null
  /** As told: an ISO 8601 day or instant. */
  readonly published: string | null
  readonly text: string
}

export function kinOf(db: Db, capture: number): Kin | undefined {
  return db
    .prepare(
      `SELECT article.pk AS article, article.id AS articleId, capture.url_key AS urlKey,
         capture_body.facts ->> '$.published.value' AS published, capture_body.text
       FROM capture JOIN article ON article.pk = capture.article
       JOIN capture_body ON capture_body.capture = capture.pk WHERE capture.pk = $capture`,
    )
    .get<Kin>({ capture })
}
