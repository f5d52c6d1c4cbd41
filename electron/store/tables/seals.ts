import type { Db } from '../database'

export type CaptureSeal = { entry: number; mac: string; pictures: string }
export type NoteSeal = { entry: number; mac: string }

export function captureSealOf(db: Db, capture: number): CaptureSeal | undefined {
  return db
    .prepare('SELECT entry, mac, pictures FROM capture_seal WHERE capture = $capture')
    .get<CaptureSeal>({ capture })
}

export function putCaptureSeal(db: Db, capture: number, seal: CaptureSeal): void {
  db.prepare(
    `INSERT INTO capture_seal (capture, entry, mac, pictures) VALUES ($capture, $entry, $mac, $pictures)
     ON CONFLICT DO UPDATE SET entry = excluded.entry, mac = excluded.mac, pictures = excluded.pictures`,
  ).run({ capture, ...seal })
}

export function putNoteSeal(db: Db, note: number, seal: NoteSeal): void {
  db.prepare(
    `INSERT INTO note_seal (note, entry, mac) VALUES ($note, $entry, $mac)
     ON CONFLICT DO UPDATE SET entry = excluded.entry, mac = excluded.mac`,
  ).run({ note, ...seal })
}

export function noteKey(db: Db, id: string): number | undefined {
  return db.prepare('SELECT pk FROM note WHERE id = $id', { pluck: true }).get<number>({ id })
}

export function captureKey(db: Db, id: string): number | undefined {
  return db.prepare('SELECT pk FROM capture WHERE id = $id', { pluck: true }).get<number>({ id })
}

/** Keys of the notes that have a place in a capture. */
export function notesIn(db: Db, capture: number): number[] {
  return db
    .prepare('SELECT note FROM note_anchor WHERE capture = $capture ORDER BY note', { pluck: true })
    .all<number>({ capture })
}
