import { describe, expect, it } from 'vitest'
import type { Note } from '#domain/annotation/note'
import { inTextOrder, withTag } from './note-actions'

function note(id: string, start: number, orphaned: Note['orphaned'] = null): Note {
  return { id, anchor: { position: [start, start + 1] }, orphaned, createdAt: id } as unknown as Note
}

describe('notes in the panel', () => {
  it('stand in text order, orphans apart', () => {
    const { placed, orphaned } = inTextOrder([
      note('c', 9),
      note('a', 2),
      note('b', 2),
      note('d', 0, 'not-found'),
    ])
    expect(placed.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(orphaned.map(({ id }) => id)).toEqual(['d'])
  })
})

describe('adding a tag', () => {
  it('trims it, and takes no tag twice', () => {
    expect(withTag(['law'], '  border   trade ')).toEqual(['law', 'border trade'])
    expect(withTag(['law'], 'Law')).toBeNull()
    expect(withTag([], '  ')).toBeNull()
  })
})
