import { inTransaction } from '../../store/database'
import { captureHead } from '../../store/tables/captures'
import { noteOf } from '../../store/tables/notes'
import { appendEntry, continueJournal } from '../journal'
import { sealAll } from '../sealing'
import { lineOf } from '../verifying/ledger'
import type { Rescue } from './rescue'

/** The old journal's lines, as far as they can be read, in the new library's chain: what happened stays told. */
export function rescueJournal({ wreck, library }: Rescue): number {
  const lines = [...wreck.tables.rows('journal')].flatMap(({ row }) =>
    row === null ? [] : (lineOf(row) ?? []),
  )
  inTransaction(library.db, () => continueJournal(library, lines))
  return lines.length
}

/**
 * Tells in the journal what is lost, since it tells of it as of something that is there, and that this library was rescued;
 * then seals everything anew.
 */
export function closeRescue({ wreck, library, kept, tell }: Rescue): void {
  const { ledger } = wreck
  inTransaction(library.db, () => {
    for (const articleId of ledger.articles) {
      if (kept.articles.has(articleId)) continue
      appendEntry(library, { kind: 'lost', articleId })
      tell({ kind: 'article', outcome: 'lost', articleId })
    }
    for (const [captureId, { articleId }] of ledger.captures) {
      // Those of a lost article are told with it.
      if (kept.captures.has(captureId) || !kept.articles.has(articleId)) continue
      appendEntry(library, { kind: 'lost', articleId, captureId })
      tell({ kind: 'capture', outcome: 'lost', articleId, captureId })
    }
    for (const [noteId, { articleId }] of ledger.notes) {
      if (kept.notes.has(noteId)) continue
      appendEntry(library, { kind: 'lost', articleId, noteId })
      tell({ kind: 'note', outcome: 'lost', articleId, noteId })
    }
    tellUntold({ wreck, library, kept })
    sealAll(library, appendEntry(library, { kind: 'salvaged' }))
  })
}

/** A line for each capture and note that is kept and whose own lines are lost: without one, no seal of it could hold. */
function tellUntold({ wreck: { ledger }, library, kept }: Pick<Rescue, 'wreck' | 'library' | 'kept'>): void {
  for (const captureId of kept.captures) {
    const articleId = captureHead(library.db, captureId)?.articleId
    if (ledger.captures.has(captureId) || articleId === undefined) continue
    appendEntry(library, { kind: 'salvaged', articleId, captureId })
  }
  for (const noteId of kept.notes) {
    const articleId = noteOf(library.db, noteId)?.note.articleId
    if (ledger.notes.has(noteId) || articleId === undefined) continue
    appendEntry(library, { kind: 'salvaged', articleId, noteId })
  }
}
