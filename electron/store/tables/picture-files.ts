import type { PictureFile } from '#domain/article/capture'
import type { Db } from '../database'

export function insertPictureFile(db: Db, capture: number, file: PictureFile): void {
  db.prepare(
    `INSERT INTO picture_file (capture, picture, media_type, bytes)
     VALUES ($capture, $picture, $mediaType, $bytes)`,
  ).run({
    capture,
    picture: file.picture,
    mediaType: file.mediaType,
    // What came from another process may lie in shared memory, which the database does not take.
    bytes: new Uint8Array(file.bytes),
  })
}

export function deletePictureFiles(db: Db, capture: number): void {
  db.prepare('DELETE FROM picture_file WHERE capture = $capture').run({ capture })
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
