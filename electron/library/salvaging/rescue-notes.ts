import { inTransaction } from '../../store/database'
import type { Row } from '../../store/rows'
import { capturesOf } from '../../store/tables/captures'
import { recountNotes } from '../../store/tables/listings'
import { putAnchor } from '../../store/tables/notes'
import { insertRow } from '../../store/tables/raw-rows'
import { putTags } from '../../store/tables/tags'
import { indexNote } from '../../store/tables/text-index'
import { indexedNote } from '../indexed-text'
import { noteHolds } from '../verifying/judge-note'
import { tagsOf, titleOf } from '../verifying/verify'
import type { Rescue } from './rescue'

/** Brings every note over whose words can be read and whose article is there; one that is not proven whole is told. */
export async function rescueNotes(rescue: Rescue): Promise<void> {
  const { wreck } = rescue
  for (const { row: note } of wreck.tables.rows('note')) {
    if (note === null) continue
    const noteId = String(note[1])
    const title = titleOf(wreck.rows, Number(note[2]))
    const articleId = wreck.ledger.notes.get(noteId)?.articleId ?? null
    const article = rescue.articles.get(Number(note[2]))
    const named = { articleId, noteId, title }
    if (article === undefined) rescue.tell({ kind: 'note', outcome: 'lost', ...named })
    else {
      inTransaction(rescue.library.db, () => keepNote(rescue, note, article))
      rescue.kept.notes.add(noteId)
      const isProven = noteHolds(wreck.rows, wreck.ledger, wreck.journalKey, note)
      if (!isProven) rescue.tell({ kind: 'note', outcome: 'unproven', ...named })
    }
    await rescue.turn()
  }
}

function keepNote({ wreck, library, captures }: Rescue, note: Row, article: number): void {
  const { db } = library
  const old = Number(note[0])
  const pk = insertRow(db, 'note', note.with(0, null).with(2, article))
  const tags = tagsOf(wreck.rows, old)
  putTags(db, pk, tags)
  let places = 0
  for (const anchor of wreck.rows.byKey('note_anchor', old) ?? []) {
    const capture = captures.get(Number(anchor[1]))
    if (capture === undefined) continue
    insertRow(db, 'note_anchor', anchor.with(0, pk).with(1, capture))
    places += 1
  }
  if (places === 0) keepWithoutPlace(db, pk, article)
  indexNote(db, pk, indexedNote(String(note[5]), tags))
  recountNotes(db, article)
}

/** Its places are lost: it stands with the notes that lost theirs, in the newest capture. */
function keepWithoutPlace(db: Rescue['library']['db'], note: number, article: number): void {
  const capture = capturesOf(db, article)[0]?.capture
  if (capture === undefined) return
  const anchor = { exact: '', prefix: '', suffix: '', position: [0, 0] as const }
  putAnchor(db, note, capture, { anchor, orphaned: 'not-found', sourceId: null })
}
