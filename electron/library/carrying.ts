import type { Source } from '#domain/analysis/findings'
import { carryNotes } from '#domain/annotation/carry-notes'
import type { Db } from '../store/database'
import { findingsOf } from '../store/tables/bodies'
import { putAnchor, type StoredNote } from '../store/tables/notes'

/**
 * Gives each note its place in a later capture of the same article: where its words are found again, or none, with the
 * reason. The places in earlier captures stay as they are.
 *
 * `notes` as they stand in the capture `from`; `text` and `sources` are the later capture's.
 */
export function carryToCapture(
  db: Db,
  notes: readonly StoredNote[],
  from: number,
  to: { readonly capture: number; readonly text: string; readonly sources: readonly Source[] },
): void {
  if (notes.length === 0) return
  const before = findingsOf(db, from, 'sources')
  const carried = carryNotes(
    notes.map(({ note }) => note),
    to.text,
  )
  for (const [index, { note }] of carried.entries()) {
    const stored = notes[index]
    if (stored === undefined) continue
    const sourceId = sameSource(before, to.sources, note.sourceId)
    putAnchor(db, stored.pk, to.capture, { anchor: note.anchor, orphaned: note.orphaned, sourceId })
  }
}

/**
 * The source of a later capture that an earlier one's is: told in the same words, and alone so in both. Ids of sources
 * count within one capture only, and two unnamed sources are never taken for one on a guess.
 */
function sameSource(before: readonly Source[], now: readonly Source[], id: string | null): string | null {
  const source = before.find((each) => each.id === id)
  if (source === undefined) return null
  const alike = (each: Source) =>
    each.descriptor === source.descriptor && each.identification === source.identification
  const [only, ...others] = now.filter(alike)
  const alone = others.length === 0 && before.filter(alike).length === 1
  return only !== undefined && alone ? only.id : null
}
