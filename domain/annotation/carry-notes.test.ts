import { describe, expect, it } from 'vitest'
import { anchorAt } from './anchoring'
import { carryNotes } from './carry-notes'
import type { Note } from './note'

const FIRST =
  'Wardens at the Ostrava Street depot sent forty drivers home. A dispatcher said the order came by telephone. ' +
  'The company runs nine depots in the valley.'

function noteOn(words: string): Note {
  const start = FIRST.indexOf(words)
  return {
    id: `note-on-${start}`,
    articleId: 'article',
    captureId: 'first',
    anchor: anchorAt(FIRST, [start, start + words.length]),
    color: 'yellow',
    style: 'highlight',
    markdown: '',
    tags: [],
    sourceId: null,
    orphaned: null,
    createdAt: '2026-01-01T00:00:00Z',
    modifiedAt: '2026-01-01T00:00:00Z',
  }
}

describe('carryNotes', () => {
  it('carries what still stands, follows a correction, and orphans what is gone with the reason', () => {
    const second = `Updated. ${FIRST.replace('sent forty', 'sent some forty').replace(
      'The company runs nine depots in the valley.',
      'The company did not answer questions.',
    )}`
    const notes = [
      noteOn('the order came'),
      noteOn('sent forty drivers home'),
      noteOn('The company runs nine depots in the valley.'),
    ]
    const [kept, corrected, gone] = carryNotes(notes, second)
    expect(kept).toMatchObject({ outcome: 'carried', wordsChanged: false })
    expect(second.slice(...(kept?.note.anchor.position ?? [0, 0]))).toBe('the order came')
    expect(corrected).toMatchObject({ outcome: 'carried', wordsChanged: true })
    expect(corrected?.note.anchor.exact).toBe('sent some forty drivers home')
    expect(gone).toMatchObject({ outcome: 'orphaned', reason: 'not-found', note: { orphaned: 'not-found' } })
    expect(gone?.note.anchor).toEqual(notes[2]?.anchor)
  })

  it('finds an orphan again when its words are back', () => {
    const note = noteOn('A dispatcher said the order came by telephone.')
    const [lost] = carryNotes([note], 'An empty page.')
    expect(lost?.note.orphaned).toBe('not-found')
    const [back] = lost ? carryNotes([lost.note], FIRST) : []
    expect(back?.note).toEqual(note)
  })
})
