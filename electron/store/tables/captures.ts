import type { Db } from '../database'

export type NewCapture = {
  id: string
  article: number
  original: number
  fileName: string
  part: string | null
  mediaType: string
  charset: string | null
  urlKey: string | null
  importedAt: string
}

/** A new capture without its body; returns its key. */
export function insertCapture(db: Db, capture: NewCapture): number {
  return db
    .prepare(
      `INSERT INTO capture (id, article, original, file_name, part, media_type, charset, url_key, imported_at)
       VALUES ($id, $article, $original, $fileName, $part, $mediaType, $charset, $urlKey, $importedAt)`,
    )
    .run(capture).lastInsertRowid
}

export type CaptureHead = {
  capture: number
  captureId: string
  article: number
  articleId: string
  fileName: string
  part: string | null
  mediaType: string
  charset: string | null
  importedAt: string
  sha256: string
  size: number
}

const HEAD = `SELECT capture.pk AS capture, capture.id AS captureId, article.pk AS article, article.id AS articleId,
    capture.file_name AS fileName, capture.part, capture.media_type AS mediaType, capture.charset,
    capture.imported_at AS importedAt, original.sha256, original.size`

export function captureHead(db: Db, captureId: string): CaptureHead | undefined {
  return db
    .prepare(
      `${HEAD} FROM capture JOIN article ON article.pk = capture.article
       JOIN original ON original.pk = capture.original WHERE capture.id = $captureId`,
    )
    .get<CaptureHead>({ captureId })
}

/** All captures of an article, the newest first. */
export function capturesOf(db: Db, article: number): CaptureHead[] {
  return db
    .prepare(
      `${HEAD} FROM capture JOIN article ON article.pk = capture.article
       JOIN original ON original.pk = capture.original WHERE capture.article = $article
       ORDER BY capture.pk DESC`,
    )
    .all<CaptureHead>({ article })
}

/** Makes captures those of another article. */
export function moveCaptures(db: Db, captures: readonly number[], article: number): void {
  db.prepare(
    'UPDATE capture SET article = $article WHERE pk IN (SELECT value FROM json_each($captures))',
  ).run({ article, captures: JSON.stringify(captures) })
}

/** When each capture of an article was captured, as told, and whether its text is another than that of the one before. */
export function changesOf(
  db: Db,
  article: number,
): { captureId: string; capturedAt: string | null; changed: number | null }[] {
  return db
    .prepare(
      `SELECT capture.id AS captureId, facts ->> '$.capturedAt.value' AS capturedAt,
         text <> lag(text) OVER (ORDER BY capture.pk) AS changed
       FROM capture JOIN capture_body ON capture_body.capture = capture.pk WHERE capture.article = $article`,
    )
    .all<{ captureId: string; capturedAt: string | null; changed: number | null }>({ article })
}

/** The newest capture made from exactly these bytes. */
export function captureOfBytes(db: Db, sha256: string): { articleId: string; captureId: string } | undefined {
  return db
    .prepare(
      `SELECT article.id AS articleId, capture.id AS captureId FROM original
       JOIN capture ON capture.original = original.pk JOIN article ON article.pk = capture.article
       WHERE original.sha256 = $sha256 ORDER BY capture.pk DESC LIMIT 1`,
    )
    .get<{ articleId: string; captureId: string }>({ sha256 })
}

/** The article that has a capture of this address; the one that was imported last. */
export function articleOfUrl(db: Db, urlKey: string): { article: number; articleId: string } | undefined {
  return db
    .prepare(
      `SELECT article.pk AS article, article.id AS articleId FROM capture
       JOIN article ON article.pk = capture.article
       WHERE capture.url_key = $urlKey ORDER BY capture.pk DESC LIMIT 1`,
    )
    .get<{ article: number; articleId: string }>({ urlKey })
}

/** Keys of captures after `after`, in order. */
export function capturesAfter(db: Db, after: number, limit: number): number[] {
  return db
    .prepare('SELECT pk FROM capture WHERE pk > $after ORDER BY pk LIMIT $limit', { pluck: true })
    .all<number>({ after, limit })
}
