import type { Db } from '../database'

export type Packing = 'none' | 'deflate'
export type PackedOriginal = {
  sha256: string
  size: number
  packing: Packing
  bytes: Uint8Array<ArrayBuffer>
}

/** Stores the bytes of a file once; returns the key of those that are there already, or of the new. */
export function insertOriginal(db: Db, original: PackedOriginal): number {
  const known = db
    .prepare('SELECT pk FROM original WHERE sha256 = $sha256', { pluck: true })
    .get<number>({ sha256: original.sha256 })
  if (known !== undefined) return known
  return db
    .prepare(`INSERT INTO original (sha256, size, packing, bytes) VALUES ($sha256, $size, $packing, $bytes)`)
    .run(original).lastInsertRowid
}

/** The file that a capture was made from, as it is packed. */
export function originalOf(db: Db, captureId: string): PackedOriginal | undefined {
  return db
    .prepare(
      `SELECT original.sha256, original.size, original.packing, original.bytes
       FROM capture JOIN original ON original.pk = capture.original WHERE capture.id = $captureId`,
    )
    .get<PackedOriginal>({ captureId })
}

/** Removes the originals of an article that no other article's capture rests on. Call before `deleteArticle`. */
export function originalsOnlyOf(db: Db, article: number): number[] {
  return db
    .prepare(
      `SELECT DISTINCT mine.original FROM capture AS mine WHERE mine.article = $article AND NOT EXISTS (
         SELECT 1 FROM capture AS other WHERE other.original = mine.original AND other.article <> $article)`,
      { pluck: true },
    )
    .all<number>({ article })
}

export function deleteOriginals(db: Db, originals: readonly number[]): void {
  db.prepare('DELETE FROM original WHERE pk IN (SELECT value FROM json_each($originals))').run({
    originals: JSON.stringify(originals),
  })
}
