import { anchorAt, findAnchorIn, standsAlone } from './anchoring'
import { folded } from './folding'
import type { Note } from './note'

/**
 * What became of a note in a later capture. A carried note has an anchor in the new text; an orphaned one keeps
 * the anchor it had, so that a capture in which its words are back finds it again.
 */
export type CarriedNote =
  | {
      readonly outcome: 'carried'
      readonly note: Note
      /** The words themselves were edited between unchanged surroundings: worth a look by the reader. */
      readonly wordsChanged: boolean
    }
  | { readonly outcome: 'orphaned'; readonly note: Note; readonly reason: 'not-found' | 'ambiguous' }

/**
 * Carries notes to a later capture's text, in the order given. Only `anchor` and `orphaned` are renewed; the
 * caller sets `captureId`. With `oldText`, the text the anchors were made in, a long passage that was told once
 * and is told once is followed even if it moved.
 */
export function carryNotes(notes: readonly Note[], newText: string, oldText?: string): CarriedNote[] {
  if (notes.length === 0) return []
  const now = folded(newText)
  const then = oldText === undefined ? null : folded(oldText)
  return notes.map((note): CarriedNote => {
    const stoodAlone = then !== null && standsAlone(then, note.anchor)
    const found = findAnchorIn(newText, now, note.anchor, stoodAlone)
    if (found.kind !== 'found') {
      return { outcome: 'orphaned', reason: found.kind, note: { ...note, orphaned: found.kind } }
    }
    return {
      outcome: 'carried',
      note: { ...note, anchor: anchorAt(newText, found.range), orphaned: null },
      wordsChanged: found.by === 'surroundings',
    }
  })
}
