import { terms } from '#domain/query/tokens'
import type { Db } from '../database'

/** Gives a note exactly these tags, in this order, and forgets tags that no note has any more. */
export function putTags(db: Db, note: number, names: readonly string[]): void {
  const before = tagKeysOf(db, note)
  db.prepare('DELETE FROM note_tag WHERE note = $note').run({ note })
  for (const [ordinal, name] of names.entries()) {
    db.prepare('INSERT INTO tag (name, terms) VALUES ($name, $terms) ON CONFLICT DO NOTHING').run({
      name,
      terms: terms(name),
    })
    db.prepare(
      `INSERT INTO note_tag (note, ordinal, tag) SELECT $note, $ordinal, pk FROM tag WHERE name = $name`,
    ).run({ note, ordinal, name })
  }
  forgetUnused(db, before)
}

/** Keys of the tags of a note; for `forgetUnused` once the note is gone. */
export function tagKeysOf(db: Db, note: number): number[] {
  return db.prepare('SELECT tag FROM note_tag WHERE note = $note', { pluck: true }).all<number>({ note })
}

/** Deletes those of the tags that no note has. A tag's name is the reader's own words and goes with its last note. */
export function forgetUnused(db: Db, tags: readonly number[]): void {
  db.prepare(
    `DELETE FROM tag WHERE pk IN (SELECT value FROM json_each($tags))
     AND NOT EXISTS (SELECT 1 FROM note_tag WHERE note_tag.tag = tag.pk)`,
  ).run({ tags: JSON.stringify(tags) })
}

/** All tags in use, the most used first. */
export function tagsInUse(db: Db): { tag: string; notes: number }[] {
  return db
    .prepare(
      `SELECT tag.name AS tag, count(*) AS notes FROM note_tag JOIN tag ON tag.pk = note_tag.tag
       GROUP BY tag.pk ORDER BY notes DESC, tag.name`,
    )
    .all<{ tag: string; notes: number }>()
}
