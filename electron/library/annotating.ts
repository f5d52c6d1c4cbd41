import { randomUUID } from 'node:crypto'
import type { ParsedInputOf } from '#contract/define'
import type { notes } from '#contract/notes'
import { anchorAt } from '#domain/annotation/anchoring'
import { findQuote } from '#domain/annotation/find-quote'
import type { Note } from '#domain/annotation/note'
import type { Range } from '#domain/article/range'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { inTransaction } from '../store/database'
import { findingsOf, textOf } from '../store/tables/bodies'
import { type CaptureHead, captureHead, capturesOf } from '../store/tables/captures'
import { listingOf, recountNotes } from '../store/tables/listings'
import { deleteNote, insertNote, noteOf, putAnchor, type StoredNote, updateNote } from '../store/tables/notes'
import { forgetUnused, putTags, tagKeysOf, tagsInUse } from '../store/tables/tags'
import { indexNote, unindexNote } from '../store/tables/text-index'
import { carryToCapture } from './carrying'
import { indexedNote } from './indexed-text'
import { appendEntry } from './journal'
import type { Library } from './library'

type NewNote = ParsedInputOf<(typeof notes)['add']>
type NoteChange = ParsedInputOf<(typeof notes)['change']>

/**
 * Adds a note on `range` (UTF-16 code units) of a capture's text. If the article has newer captures, the note is carried to
 * them as well.
 *
 * Fails with `capture-not-found`, or `request-refused` for a range that holds no words of the text or a source that is
 * not the capture's.
 */
export function addNote(library: Library, input: NewNote): Result<Note> {
  const head = captureHead(library.db, input.captureId)
  const text = head === undefined ? undefined : textOf(library.db, head.capture)
  if (head === undefined || text === undefined) return failed(failure('capture-not-found'))
  if (!holdsWords(text, input.range) || !hasSource(library, head.capture, input.sourceId)) {
    return failed(failure('request-refused'))
  }
  return inTransaction(library.db, () => addOn(library, head, text, input))
}

/**
 * As `addNote`, on the one place where `quote` stands in the article's newest capture.
 *
 * Fails with `article-not-found`, `quote-not-found` or `quote-ambiguous`.
 */
export function addNoteByQuote(
  library: Library,
  input: Omit<NewNote, 'captureId' | 'range'> & { readonly articleId: string; readonly quote: string },
): Result<Note> {
  const { articleId, quote, ...rest } = input
  const found = listingOf(library.db, articleId)
  const head = found === undefined ? undefined : captureHead(library.db, found.captureId)
  const text = head === undefined ? undefined : textOf(library.db, head.capture)
  if (found === undefined || text === undefined) return failed(failure('article-not-found'))
  if (quote.trim() === '') return failed(failure('quote-not-found'))
  const range = findQuote(text, quote)
  return range.ok ? addNote(library, { ...rest, captureId: found.captureId, range: range.value }) : range
}

function addOn(library: Library, head: CaptureHead, text: string, input: NewNote): Result<Note> {
  const { db } = library
  const { color, style, markdown, tags, sourceId } = input
  const id = randomUUID()
  const now = new Date().toISOString()
  const words = { color, style, markdown, createdAt: now, modifiedAt: now }
  const pk = insertNote(db, { id, article: head.article, ...words })
  const distinct = [...new Set(tags)]
  putTags(db, pk, distinct)
  putAnchor(db, pk, head.capture, { anchor: anchorAt(text, input.range), orphaned: null, sourceId })
  indexNote(db, pk, indexedNote(markdown, distinct))
  recountNotes(db, head.article)
  const added = stored(library, id)
  carryOnward(library, head, added)
  // Last: its seal is over the note with all its places.
  appendEntry(library, {
    kind: 'note-added',
    articleId: head.articleId,
    captureId: head.captureId,
    noteId: id,
  })
  return ok(added.note)
}

/** Carries a new note from an older capture to each newer one. */
function carryOnward({ db }: Library, head: CaptureHead, added: StoredNote): void {
  for (const { capture } of capturesOf(db, head.article)) {
    if (capture <= head.capture) continue
    const sources = findingsOf(db, capture, 'sources')
    carryToCapture(db, [added], head.capture, { capture, text: textOf(db, capture) ?? '', sources })
  }
}

/** Changes what is given and leaves the rest. Fails with `note-not-found` or `request-refused` as `addNote` does. */
export function changeNote(library: Library, input: NoteChange): Result<Note> {
  const { db } = library
  const before = noteOf(db, input.noteId)
  if (before === undefined) return failed(failure('note-not-found'))
  const { pk, capture, note } = before
  const sourceId = input.sourceId === undefined ? note.sourceId : input.sourceId
  // A note may keep a source whose card a correction has taken away: it is back when the correction goes.
  const known = sourceId === note.sourceId || hasSource(library, capture, sourceId)
  if (!known) return failed(failure('request-refused'))
  const color = input.color ?? note.color
  const style = input.style ?? note.style
  const markdown = input.markdown ?? note.markdown
  const tags = [...new Set(input.tags ?? note.tags)]
  return inTransaction(db, () => {
    unindexNote(db, pk, indexedNote(note.markdown, note.tags))
    updateNote(db, pk, { color, style, markdown, modifiedAt: new Date().toISOString() })
    if (input.tags !== undefined) putTags(db, pk, tags)
    if (sourceId !== note.sourceId) {
      putAnchor(db, pk, capture, { anchor: note.anchor, orphaned: note.orphaned, sourceId })
    }
    indexNote(db, pk, indexedNote(markdown, tags))
    appendEntry(library, { kind: 'note-changed', articleId: note.articleId, noteId: note.id })
    return ok(stored(library, note.id).note)
  })
}

/** Removes a note for good: its words are gone from the database and its indexes. Fails with `note-not-found`. */
export function removeNote(library: Library, input: { readonly noteId: string }): Result<null> {
  const { db } = library
  const found = noteOf(db, input.noteId)
  const head = found === undefined ? undefined : captureHead(db, found.note.captureId)
  if (found === undefined || head === undefined) return failed(failure('note-not-found'))
  const { pk, note } = found
  return inTransaction(db, () => {
    const tags = tagKeysOf(db, pk)
    unindexNote(db, pk, indexedNote(note.markdown, note.tags))
    deleteNote(db, pk)
    forgetUnused(db, tags)
    recountNotes(db, head.article)
    appendEntry(library, { kind: 'note-removed', articleId: note.articleId, noteId: note.id })
    return ok(null)
  })
}

/** All tags in use, the most used first. */
export function listTags({ db }: Library): { tag: string; notes: number }[] {
  return tagsInUse(db)
}

function stored({ db }: Library, noteId: string): StoredNote {
  const note = noteOf(db, noteId)
  if (note === undefined) throw new Error('a note that was just written is not there')
  return note
}

function holdsWords(text: string, [start, end]: Range): boolean {
  return start < end && end <= text.length
}

function hasSource({ db }: Library, capture: number, sourceId: string | null): boolean {
  return sourceId === null || findingsOf(db, capture, 'sources').some((source) => source.id === sourceId)
}
