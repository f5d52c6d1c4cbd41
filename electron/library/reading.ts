import type { OpenedArticle } from '#contract/articles'
import type { CaptureLine } from '#contract/captures'
import { isOlderEngine } from '#domain/analysis/engine'
import type { Capture, Original } from '#domain/article/capture'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { readBody } from '../store/tables/bodies'
import { type CaptureHead, captureHead, capturesOf, changesOf } from '../store/tables/captures'
import { listingOf } from '../store/tables/listings'
import { notesOf } from '../store/tables/notes'
import { originalOf } from '../store/tables/originals'
import { pictureFileOf } from '../store/tables/picture-files'
import { shownCorrections } from './correcting'
import type { Library } from './library'
import { unpack } from './packing'
import { isAsSealed } from './sealing'

/**
 * An article with one capture (the newest, or the one asked for), the list of its captures, the newest first, and the notes
 * that stand in that capture, in text order, orphans last. Its analysis is the corrected one, with the corrections beside it.
 * A capture that is not as its seal says is shown all the same, and told.
 *
 * Fails with `article-not-found`, or `capture-not-found` for a capture that is not the article's.
 */
export function openArticle(
  library: Library,
  input: { readonly articleId: string; readonly captureId: string | null },
): Result<OpenedArticle> {
  const { db } = library
  const found = listingOf(db, input.articleId)
  if (found === undefined) return failed(failure('article-not-found'))
  const heads = capturesOf(db, found.article)
  const head = heads.find((each) => each.captureId === (input.captureId ?? found.captureId))
  const body = head === undefined ? undefined : readBody(db, head.capture)
  if (head === undefined || body === undefined) return failed(failure('capture-not-found'))
  return ok({
    listing: found.listing,
    capture: captureFrom(head, body),
    captures: linesOf(library, found.article, heads),
    notes: notesOf(db, head.capture).map(({ note }) => note),
    corrections: shownCorrections(library, { head, body }),
    newerEngine: isOlderEngine(body.analysis.engine),
    asSaved: isAsSealed(library, head.capture),
  })
}

function linesOf({ db }: Library, article: number, heads: readonly CaptureHead[]): CaptureLine[] {
  const changes = new Map(changesOf(db, article).map((each) => [each.captureId, each]))
  return heads.map(({ captureId: id, importedAt, sha256 }) => {
    const { capturedAt = null, changed = null } = changes.get(id) ?? {}
    return { id, importedAt, sha256, capturedAt, changed: changed === null ? null : changed === 1 }
  })
}

/** One capture by its id. Fails with `capture-not-found`. */
export function readCapture({ db }: Library, captureId: string): Result<Capture> {
  const head = captureHead(db, captureId)
  const body = head === undefined ? undefined : readBody(db, head.capture)
  if (head === undefined || body === undefined) return failed(failure('capture-not-found'))
  return ok(captureFrom(head, body))
}

/** A picture's own bytes; null when the capture's file lacks it. Fails with `capture-not-found`. */
export function readPicture(
  { db }: Library,
  input: { readonly captureId: string; readonly picture: number },
): Result<{ mediaType: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  const file = pictureFileOf(db, input.captureId, input.picture)
  if (file !== undefined) return ok(file)
  return captureHead(db, input.captureId) === undefined ? failed(failure('capture-not-found')) : ok(null)
}

/** The bytes that were imported, as they were. Fails with `capture-not-found`. */
export function readOriginal({ db }: Library, captureId: string): Result<Uint8Array> {
  const original = originalOf(db, captureId)
  return original === undefined ? failed(failure('capture-not-found')) : ok(unpack(original))
}

function captureFrom(
  head: CaptureHead,
  body: Pick<Capture, 'text' | 'blocks' | 'marks' | 'analysis'>,
): Capture {
  const original: Original = {
    fileName: head.fileName,
    part: head.part,
    mediaType: head.mediaType,
    charset: head.charset,
    bytes: head.size,
    sha256: head.sha256,
  }
  return { id: head.captureId, articleId: head.articleId, importedAt: head.importedAt, original, ...body }
}
