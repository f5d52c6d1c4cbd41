import { TOKEN_RULES } from '#domain/query/tokens'
import { type Db, inTransaction } from '../store/database'
import { readBody } from '../store/tables/bodies'
import { capturesAfter } from '../store/tables/captures'
import { notesAfter } from '../store/tables/notes'
import { readState, writeState } from '../store/tables/state'
import { clearIndexes, indexCapture, indexNote } from '../store/tables/text-index'
import { indexedNote, indexedText } from './indexed-text'

/** Raise when `indexedText` or `indexedNote` gives other words than before. */
const INDEX_RULES = 1
const BUILT_WITH = `${INDEX_RULES}.${TOKEN_RULES}`
const STATE = 'index-rules'

/** Rows read at once: an article's body may be long. */
const STEP = 100

/** Remembers by which rules the indexes are built. */
export function markIndexBuilt(db: Db): void {
  writeState(db, STATE, BUILT_WITH)
}

/** Builds the indexes anew if they were built by other rules: what is in them could not be taken out any more. */
export function rebuildIndexIfNeeded(db: Db): void {
  if (readState(db, STATE) !== BUILT_WITH) rebuildIndex(db)
}

/** Builds both full-text indexes anew from captures and notes, in one transaction. */
export function rebuildIndex(db: Db): void {
  inTransaction(db, () => {
    clearIndexes(db)
    eachFrom(
      (after) => capturesAfter(db, after, STEP),
      (capture) => {
        const body = readBody(db, capture)
        if (body !== undefined) indexCapture(db, capture, indexedText(body.text, body.analysis))
        return capture
      },
    )
    eachFrom(
      (after) => notesAfter(db, after, STEP),
      (note) => {
        indexNote(db, note.pk, indexedNote(note.markdown, note.tags))
        return note.pk
      },
    )
    markIndexBuilt(db)
  })
}

/** Pages through rows in the order of their keys; `visit` returns the key of its row. */
function eachFrom<Row>(page: (after: number) => readonly Row[], visit: (row: Row) => number): void {
  let after = 0
  for (let rows = page(after); rows.length > 0; rows = page(after)) {
    for (const row of rows) after = visit(row)
  }
}
