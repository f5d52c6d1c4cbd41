import type { PictureFile } from '#domain/article/capture'
import type { Db } from '../database'

/** Stores a picture's file, in place of the one that the picture had. */
export function putPictureFile(db: Db, capture: number, file: PictureFile): void {
  db.prepare(
    `INSERT OR REPLACE INTO picture_file (capture, picture, media_type, bytes)
     VALUES ($capture, $picture, $mediaType, $bytes)`,
  ).run({
    capture,
    picture: file.picture,
    mediaType: file.mediaType,
    // What came from another process may lie in shared memory, which the database does not take.
    bytes: new Uint8Array(file.bytes),
  })
}

export function pictureFileOf(
  db: Db,
  captureId: string,
  picture: number,
): { mediaType: string; bytes: Uint8Array<ArrayBuffer> } | undefined {
  return db
    .prepare(
      `SELECT picture_file.media_type AS mediaType, picture_file.bytes
       FROM capture JOIN picture_file ON picture_file.capture = capture.pk
       WHERE capture.id = $captureId AND picture_file.picture = $picture`,
    )
    .get<{ mediaType: string; bytes: Uint8Array<ArrayBuffer> }>({ captureId, picture })
}
