import { terms } from '#domain/query/tokens'
import type { Db } from '../database'

/** The columns of the full-text index of captures, each as plain text; `terms` makes the entries. */
export const TEXT_COLUMNS = [
  'title',
  'text',
  'sources',
  'credits',
  'translators',
  'editors',
  'outlet',
] as const
export type IndexedText = Readonly<Record<(typeof TEXT_COLUMNS)[number], string>>

const COLUMNS = TEXT_COLUMNS.join(', ')
const VALUES = TEXT_COLUMNS.map((column) => `$${column}`).join(', ')

export function indexCapture(db: Db, capture: number, text: IndexedText): void {
  db.prepare(`INSERT INTO text_index (rowid, ${COLUMNS}) VALUES ($capture, ${VALUES})`).run({
    capture,
    ...termsOf(text),
  })
}

/** Takes an entry out, and its terms with it. `text` must be exactly what was put in. */
export function unindexCapture(db: Db, capture: number, text: IndexedText): void {
  db.prepare(
    `INSERT INTO text_index (text_index, rowid, ${COLUMNS}) VALUES ('delete', $capture, ${VALUES})`,
  ).run({ capture, ...termsOf(text) })
}

function termsOf(text: IndexedText): Record<(typeof TEXT_COLUMNS)[number], string> {
  return {
    title: terms(text.title),
    text: terms(text.text),
    sources: terms(text.sources),
    credits: terms(text.credits),
    translators: terms(text.translators),
    editors: terms(text.editors),
    outlet: terms(text.outlet),
  }
}

export function indexNote(db: Db, note: number, words: string): void {
  db.prepare('INSERT INTO note_index (rowid, words) VALUES ($note, $words)').run({
    note,
    words: terms(words),
  })
}

/** As `unindexCapture`, for a note. */
export function unindexNote(db: Db, note: number, words: string): void {
  db.prepare("INSERT INTO note_index (note_index, rowid, words) VALUES ('delete', $note, $words)").run({
    note,
    words: terms(words),
  })
}

/** Empties both indexes, for building them anew. */
export function clearIndexes(db: Db): void {
  db.prepare("INSERT INTO text_index (text_index) VALUES ('delete-all')").run()
  db.prepare("INSERT INTO note_index (note_index) VALUES ('delete-all')").run()
}
