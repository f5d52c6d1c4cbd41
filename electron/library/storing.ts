import { randomUUID } from 'node:crypto'
import type { ImportedFile } from '#contract/importing'
import type { CaptureDraft } from '#domain/article/capture'
import { applyCorrections } from '#domain/corrections/apply'
import { carryCorrections } from '#domain/corrections/carry'
import { insertArticle } from '../store/tables/articles'
import { insertBody, readBody } from '../store/tables/bodies'
import { type CaptureHead, captureOfBytes, capturesOf, insertCapture } from '../store/tables/captures'
import { correctionsOf, insertCorrection, insertExtraction } from '../store/tables/corrections'
import { putBands } from '../store/tables/likeness'
import { putListing } from '../store/tables/listings'
import { notesOf } from '../store/tables/notes'
import { insertOriginal, type PackedOriginal } from '../store/tables/originals'
import { putPictureFile } from '../store/tables/picture-files'
import { indexCapture } from '../store/tables/text-index'
import { carryToCapture } from './carrying'
import { extractedOf } from './correcting'
import { indexedText } from './indexed-text'
import { appendEntry } from './journal'
import type { Library } from './library'
import { listingFacts } from './listing-facts'
import { fingerprint, type Newcomer, sameArticle } from './same-article'
import { urlKey } from './url-key'

/** A file that has been read, parsed and checked. */
export type ReadyFile = {
  /** Base name, as it is kept with the capture. */
  readonly fileName: string
  /** Which article of that file it is; null when the file is the article. */
  readonly part: string | null
  readonly original: PackedOriginal
  readonly draft: CaptureDraft
  /** A deliberate second copy: an article of its own, whatever the library has. */
  readonly apart: boolean
}

export type Stored = Pick<ImportedFile, 'outcome' | 'articleId' | 'captureId'>

/**
 * Puts one file into the library. Call inside a transaction: article, capture, index and journal, or nothing. What the library
 * has already, or has another capture of, is told as such, unless the file is `apart`.
 */
export function storeFile(library: Library, file: ReadyFile): Stored {
  const { db } = library
  const there = file.apart ? undefined : captureOfBytes(db, file.original.sha256)
  if (there !== undefined) return { outcome: 'already-there', ...there }
  const newcomer = newcomerOf(file.draft)
  const known = file.apart ? undefined : sameArticle(db, newcomer)
  const importedAt = new Date().toISOString()
  const articleId = known?.articleId ?? randomUUID()
  const article = known?.article ?? insertArticle(db, { id: articleId, addedAt: importedAt })
  const [previous] = known === undefined ? [] : capturesOf(db, article)
  const captureId = randomUUID()
  const capture = insertCapture(db, {
    id: captureId,
    article,
    original: insertOriginal(db, file.original),
    fileName: file.fileName,
    part: file.part,
    mediaType: file.draft.mediaType,
    charset: file.draft.charset,
    urlKey: newcomer.urlKey,
    importedAt,
  })
  const draft = previous === undefined ? file.draft : corrected(library, previous, capture, file.draft)
  fillCapture(library, capture, draft, newcomer.bands)
  putListing(db, article, capture, listingFacts(draft, file.fileName, importedAt))
  if (previous !== undefined) carryFrom(library, previous, capture, draft)
  const outcome = previous === undefined ? 'imported' : 'new-capture'
  appendEntry(library, { kind: outcome, articleId, captureId })
  return { outcome, articleId, captureId }
}

/** What tells whether a draft is another capture of an article that is there. */
function newcomerOf({ text, analysis: { facts } }: CaptureDraft): Newcomer {
  return {
    urlKey: facts.url === null ? null : urlKey(facts.url.value),
    published: facts.published?.value ?? null,
    ...fingerprint(text),
  }
}

/** Gives the notes of the capture before their places in a new one. */
function carryFrom({ db }: Library, previous: CaptureHead, capture: number, draft: CaptureDraft): void {
  const { text, analysis } = draft
  const to = { capture, text, sources: analysis.sources }
  carryToCapture(db, notesOf(db, previous.capture), previous.capture, to)
}

/** The draft with the corrections of the capture before laid over it; they are then this capture's too. */
function corrected(
  library: Library,
  previous: CaptureHead,
  capture: number,
  draft: CaptureDraft,
): CaptureDraft {
  const { db } = library
  const corrections = correctionsOf(db, previous.capture)
  const body = corrections.length === 0 ? undefined : readBody(db, previous.capture)
  if (body === undefined) return draft
  const from = { text: body.text, analysis: extractedOf(library, { head: previous, body }) }
  const carried = carryCorrections(corrections, from, draft, randomUUID)
  if (carried.length === 0) return draft
  insertExtraction(db, capture, draft.analysis)
  for (const correction of carried) insertCorrection(db, capture, correction)
  return { ...draft, analysis: applyCorrections(draft.analysis, carried, draft.text).analysis }
}

function fillCapture({ db }: Library, capture: number, draft: CaptureDraft, bands: readonly number[]): void {
  insertBody(db, capture, draft)
  for (const file of draft.pictureFiles) putPictureFile(db, capture, file)
  indexCapture(db, capture, indexedText(draft.text, draft.analysis))
  putBands(db, capture, bands)
}
