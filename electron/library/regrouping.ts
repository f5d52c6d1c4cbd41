import { randomUUID } from 'node:crypto'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { inTransaction } from '../store/database'
import { deleteArticle, insertArticle } from '../store/tables/articles'
import { readBody } from '../store/tables/bodies'
import { type CaptureHead, captureHead, capturesOf, moveCaptures } from '../store/tables/captures'
import { deleteListing, listingOf, putListing, recountCaptures, recountNotes } from '../store/tables/listings'
import { deleteAnchors, moveNotes, notePlaces, notesOf } from '../store/tables/notes'
import { carryToCapture } from './carrying'
import { appendEntry } from './journal'
import type { Library } from './library'
import { listingFacts } from './listing-facts'
import { sealNotes } from './sealing'

/**
 * Makes captures of one article an article of their own. A note goes with the capture that it was made in, and loses
 * the places that it was carried to on the other side.
 *
 * Fails with `capture-not-found`, or `request-refused` for captures of several articles or all of an article's.
 */
export function splitCaptures(
  library: Library,
  input: { readonly captureIds: readonly string[] },
): Result<{ articleId: string }> {
  const { db } = library
  const heads = input.captureIds.map((id) => captureHead(db, id))
  const moved = heads.filter((head) => head !== undefined)
  const [first] = moved
  if (first === undefined || moved.length < heads.length) return failed(failure('capture-not-found'))
  const keys = new Set(moved.map(({ capture }) => capture))
  const isOfOne = moved.every(({ article }) => article === first.article)
  if (!isOfOne || keys.size >= capturesOf(db, first.article).length) return failed(failure('request-refused'))
  return inTransaction(db, () => {
    const articleId = randomUUID()
    const article = insertArticle(db, { id: articleId, addedAt: new Date().toISOString() })
    const notes = parted(library, first.article, keys)
    moveCaptures(db, [...keys], article)
    moveNotes(db, notes.going, article)
    rewriteLists(library, [first.article, article])
    const entry = tellMoves(library, articleId, moved, notes.goingIds)
    sealNotes(library, notes.staying, entry)
    return ok({ articleId })
  })
}

/**
 * Makes all captures of one article captures of another, with its notes, which are carried to newer captures as at an
 * import; the article itself is no more. Returns the ids of its captures.
 *
 * Fails with `article-not-found`, or `request-refused` for one and the same article.
 */
export function joinArticles(
  library: Library,
  input: { readonly articleId: string; readonly intoArticleId: string },
): Result<{ captureIds: string[] }> {
  const { db } = library
  const { articleId, intoArticleId } = input
  const from = listingOf(db, articleId)
  const into = listingOf(db, intoArticleId)
  if (from === undefined || into === undefined) return failed(failure('article-not-found'))
  if (from.article === into.article) return failed(failure('request-refused'))
  return inTransaction(db, () => {
    const moved = capturesOf(db, from.article)
    const notes = notePlaces(db, from.article)
    const keys = notes.map(({ note }) => note)
    moveCaptures(
      db,
      moved.map(({ capture }) => capture),
      into.article,
    )
    moveNotes(db, keys, into.article)
    carryAll(library, into.article)
    deleteListing(db, from.article)
    deleteArticle(db, from.article)
    rewriteLists(library, [into.article])
    tellMoves(
      library,
      intoArticleId,
      moved,
      notes.map(({ noteId }) => noteId),
    )
    appendEntry(library, { kind: 'article-joined', articleId })
    return ok({ captureIds: moved.map(({ captureId }) => captureId) })
  })
}

/** Takes from each note the places on the side where it will not be. `staying` are those that lose some and stay. */
function parted({ db }: Library, article: number, going: ReadonlySet<number>) {
  const sides = notePlaces(db, article).map((note) => ({
    ...note,
    goes: going.has(Math.min(...note.captures)),
  }))
  for (const { note, goes, captures } of sides) {
    deleteAnchors(
      db,
      note,
      captures.filter((capture) => going.has(capture) !== goes),
    )
  }
  const leaving = sides.filter(({ goes }) => goes)
  return {
    going: leaving.map(({ note }) => note),
    goingIds: leaving.map(({ noteId }) => noteId),
    staying: sides.filter(({ goes }) => !goes).map(({ note }) => note),
  }
}

/** Gives each note of an article its place in every newer capture that it has none in yet. */
function carryAll({ db }: Library, article: number): void {
  const captures = capturesOf(db, article).reverse()
  for (const [index, { capture }] of captures.entries()) {
    const before = captures[index - 1]
    const body = before === undefined ? undefined : readBody(db, capture)
    if (before === undefined || body === undefined) continue
    const there = new Set(notesOf(db, capture).map(({ pk }) => pk))
    const missing = notesOf(db, before.capture).filter(({ pk }) => !there.has(pk))
    carryToCapture(db, missing, before.capture, {
      capture,
      text: body.text,
      sources: body.analysis.sources,
    })
  }
}

/** Writes the lines of articles anew, about the newest capture that each has now. */
function rewriteLists({ db }: Library, articles: readonly number[]): void {
  // All of them first: one may be about a capture that is now another's.
  for (const article of articles) deleteListing(db, article)
  for (const article of articles) {
    const [newest] = capturesOf(db, article)
    const body = newest === undefined ? undefined : readBody(db, newest.capture)
    if (newest === undefined || body === undefined) throw new Error('an article without a capture')
    putListing(db, article, newest.capture, listingFacts(body, newest.fileName, newest.importedAt))
    recountCaptures(db, article)
    recountNotes(db, article)
  }
}

/** A line of the journal for each capture and note that has another article now; returns the last line's number. */
function tellMoves(
  library: Library,
  articleId: string,
  captures: readonly CaptureHead[],
  noteIds: readonly string[],
): number {
  let entry = 0
  for (const { captureId } of captures) {
    entry = appendEntry(library, { kind: 'capture-moved', articleId, captureId })
  }
  for (const noteId of noteIds) entry = appendEntry(library, { kind: 'note-moved', articleId, noteId })
  return entry
}
