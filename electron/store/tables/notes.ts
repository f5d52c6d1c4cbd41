import type { Anchor, Note, NoteColor, NoteStyle } from '#domain/annotation/note'
import type { Db } from '../database'

/** What a reader writes and chooses; where it stands is an anchor. */
export type NoteWords = { color: NoteColor; style: NoteStyle; markdown: string; modifiedAt: string }

export function insertNote(
  db: Db,
  note: NoteWords & { id: string; article: number; createdAt: string },
): number {
  return db
    .prepare(
      `INSERT INTO note (id, article, color, style, markdown, created_at, modified_at)
       VALUES ($id, $article, $color, $style, $markdown, $createdAt, $modifiedAt)`,
    )
    .run(note).lastInsertRowid
}

export function updateNote(db: Db, note: number, words: NoteWords): void {
  db.prepare(
    `UPDATE note SET color = $color, style = $style, markdown = $markdown, modified_at = $modifiedAt
     WHERE pk = $note`,
  ).run({ note, ...words })
}

export function deleteNote(db: Db, note: number): void {
  db.prepare('DELETE FROM note WHERE pk = $note').run({ note })
}

export type PlacedAnchor = { anchor: Anchor; orphaned: Note['orphaned']; sourceId: string | null }

/** Writes where a note stands in a capture. */
export function putAnchor(db: Db, note: number, capture: number, placed: PlacedAnchor): void {
  const { exact, prefix, suffix, position } = placed.anchor
  db.prepare(
    `INSERT INTO note_anchor (note, capture, exact, prefix, suffix, range_start, range_end, orphaned, source_id)
     VALUES ($note, $capture, $exact, $prefix, $suffix, $start, $end, $orphaned, $sourceId)
     ON CONFLICT (note, capture) DO UPDATE SET exact = excluded.exact, prefix = excluded.prefix,
       suffix = excluded.suffix, range_start = excluded.range_start, range_end = excluded.range_end,
       orphaned = excluded.orphaned, source_id = excluded.source_id`,
  ).run({
    note,
    capture,
    exact,
    prefix,
    suffix,
    start: position[0],
    end: position[1],
    orphaned: placed.orphaned,
    sourceId: placed.sourceId,
  })
}

/** Takes a note's places in captures away. */
export function deleteAnchors(db: Db, note: number, captures: readonly number[]): void {
  db.prepare(
    'DELETE FROM note_anchor WHERE note = $note AND capture IN (SELECT value FROM json_each($captures))',
  ).run({ note, captures: JSON.stringify(captures) })
}

/** Makes notes those of another article. */
export function moveNotes(db: Db, notes: readonly number[], article: number): void {
  db.prepare('UPDATE note SET article = $article WHERE pk IN (SELECT value FROM json_each($notes))').run({
    article,
    notes: JSON.stringify(notes),
  })
}

/** In which captures each note of an article has a place. */
export function notePlaces(db: Db, article: number): { note: number; noteId: string; captures: number[] }[] {
  return db
    .prepare(
      `SELECT note.pk AS note, note.id AS noteId,
         (SELECT json_group_array(capture) FROM note_anchor WHERE note_anchor.note = note.pk) AS captures
       FROM note WHERE note.article = $article`,
    )
    .all<{ note: number; noteId: string; captures: string }>({ article })
    .map((row) => ({ ...row, captures: JSON.parse(row.captures) as number[] }))
}

/** A note with its own and its capture's key. */
export type StoredNote = { readonly pk: number; readonly capture: number; readonly note: Note }

const COLUMNS = `SELECT note.pk, note.id, article.id AS articleId, capture.id AS captureId,
    note_anchor.capture AS capture, note_anchor.exact, note_anchor.prefix, note_anchor.suffix,
    note_anchor.range_start AS start, note_anchor.range_end AS "end", note_anchor.orphaned,
    note_anchor.source_id AS sourceId, note.color, note.style, note.markdown, note.created_at AS createdAt,
    note.modified_at AS modifiedAt,
    (SELECT json_group_array(tag.name ORDER BY note_tag.ordinal) FROM note_tag
     JOIN tag ON tag.pk = note_tag.tag WHERE note_tag.note = note.pk) AS tags`

type NoteRow = Omit<Note, 'anchor' | 'tags'> & {
  pk: number
  capture: number
  exact: string
  prefix: string
  suffix: string
  start: number
  end: number
  tags: string
}

/** The notes that stand in a capture, in text order; those that lost their place last. */
export function notesOf(db: Db, capture: number): StoredNote[] {
  return db
    .prepare(
      `${COLUMNS} FROM note_anchor CROSS JOIN note ON note.pk = note_anchor.note
       JOIN article ON article.pk = note.article JOIN capture ON capture.pk = note_anchor.capture
       WHERE note_anchor.capture = $capture
       ORDER BY note_anchor.orphaned IS NOT NULL, note_anchor.range_start, note_anchor.range_end, note.pk`,
    )
    .all<NoteRow>({ capture })
    .map(noteOfRow)
}

/** A note as it stands in the newest capture it has a place in. */
export function noteOf(db: Db, noteId: string): StoredNote | undefined {
  const row = db
    .prepare(
      `${COLUMNS} FROM note JOIN note_anchor ON note_anchor.note = note.pk
       JOIN article ON article.pk = note.article JOIN capture ON capture.pk = note_anchor.capture
       WHERE note.id = $noteId ORDER BY note_anchor.capture DESC LIMIT 1`,
    )
    .get<NoteRow>({ noteId })
  return row === undefined ? undefined : noteOfRow(row)
}

/** A note's own words, whatever captures it stands in. */
export type WordsOfNote = { readonly pk: number; readonly markdown: string; readonly tags: readonly string[] }

const WORDS = `SELECT note.pk, note.markdown,
    (SELECT json_group_array(tag.name ORDER BY note_tag.ordinal) FROM note_tag
     JOIN tag ON tag.pk = note_tag.tag WHERE note_tag.note = note.pk) AS tags`

export function wordsOfNotes(db: Db, article: number): WordsOfNote[] {
  return db
    .prepare(`${WORDS} FROM note WHERE note.article = $article`)
    .all<{ pk: number; markdown: string; tags: string }>({ article })
    .map((row) => ({ ...row, tags: JSON.parse(row.tags) as string[] }))
}

/** The notes after the key `after`, in the order of their keys. */
export function notesAfter(db: Db, after: number, limit: number): WordsOfNote[] {
  return db
    .prepare(`${WORDS} FROM note WHERE note.pk > $after ORDER BY note.pk LIMIT $limit`)
    .all<{ pk: number; markdown: string; tags: string }>({ after, limit })
    .map((row) => ({ ...row, tags: JSON.parse(row.tags) as string[] }))
}

function noteOfRow(row: NoteRow): StoredNote {
  const { pk, capture, exact, prefix, suffix, start, end, tags, ...rest } = row
  const anchor: Anchor = { exact, prefix, suffix, position: [start, end] }
  return { pk, capture, note: { ...rest, anchor, tags: JSON.parse(tags) as string[] } }
}
