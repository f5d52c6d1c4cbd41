import type { Note, NoteColor, NoteStyle } from '#domain/annotation/note'

/** What a reader can change of a note. What is left out stays. */
export type NoteChange = {
  readonly color?: NoteColor
  readonly style?: NoteStyle
  readonly markdown?: string
  readonly tags?: readonly string[]
  readonly sourceId?: string | null
}

/** Notes as the panel lists them: those with a place in text order, then those that lost it. */
export function inTextOrder(notes: readonly Note[]): {
  readonly placed: readonly Note[]
  readonly orphaned: readonly Note[]
} {
  const sorted = [...notes].sort(
    (a, b) => a.anchor.position[0] - b.anchor.position[0] || a.createdAt.localeCompare(b.createdAt),
  )
  return {
    placed: sorted.filter((note) => note.orphaned === null),
    orphaned: sorted.filter((note) => note.orphaned !== null),
  }
}

/** Tags with one more: trimmed, without repeats (case does not part them); null when nothing changes. */
export function withTag(tags: readonly string[], wanted: string): readonly string[] | null {
  const tag = wanted.normalize('NFC').replace(/\s+/g, ' ').trim()
  const known = tags.some((each) => each.toLowerCase() === tag.toLowerCase())
  return tag === '' || known ? null : [...tags, tag]
}
