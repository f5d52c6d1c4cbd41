import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { inTransaction } from '../store/database'
import { deleteArticle } from '../store/tables/articles'
import { readBody } from '../store/tables/bodies'
import { capturesOf } from '../store/tables/captures'
import { listingOf } from '../store/tables/listings'
import { wordsOfNotes } from '../store/tables/notes'
import { deleteOriginals, originalsOnlyOf } from '../store/tables/originals'
import { forgetUnused, tagKeysOf } from '../store/tables/tags'
import { unindexCapture, unindexNote } from '../store/tables/text-index'
import { indexedNote, indexedText } from './indexed-text'
import { appendEntry } from './journal'
import type { Library } from './library'

/**
 * Removes an article for good, with its captures, originals and notes; the journal keeps its id. Fails with
 * `article-not-found`.
 */
export function removeArticle(library: Library, input: { readonly articleId: string }): Result<null> {
  const { db } = library
  const found = listingOf(db, input.articleId)
  if (found === undefined) return failed(failure('article-not-found'))
  const { article } = found
  return inTransaction(db, () => {
    for (const { capture } of capturesOf(db, article)) {
      const body = readBody(db, capture)
      if (body !== undefined) unindexCapture(db, capture, indexedText(body.text, body.analysis))
    }
    const notes = wordsOfNotes(db, article)
    const tags = notes.flatMap((note) => tagKeysOf(db, note.pk))
    for (const note of notes) unindexNote(db, note.pk, indexedNote(note.markdown, note.tags))
    const originals = originalsOnlyOf(db, article)
    deleteArticle(db, article)
    deleteOriginals(db, originals)
    forgetUnused(db, tags)
    appendEntry(library, { kind: 'article-removed', articleId: input.articleId })
    return ok(null)
  })
}
