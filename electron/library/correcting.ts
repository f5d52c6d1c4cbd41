import { randomUUID } from 'node:crypto'
import type { Corrected } from '#contract/correcting'
import type { ShownCorrection } from '#contract/corrections'
import type { Analysis } from '#domain/analysis/findings'
import { applyCorrections } from '#domain/corrections/apply'
import type { Correction, CorrectionAct } from '#domain/corrections/correction'
import { inOrderMade, instantAfter } from '#domain/corrections/order'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { inTransaction } from '../store/database'
import { type Body, readBody, replaceFindings } from '../store/tables/bodies'
import { type CaptureHead, captureHead } from '../store/tables/captures'
import {
  correctionsOf,
  deleteCorrections,
  deleteExtractions,
  enginesKept,
  extractionOf,
  insertCorrection,
  insertExtraction,
} from '../store/tables/corrections'
import { listingOf, updateListing } from '../store/tables/listings'
import { indexCapture, unindexCapture } from '../store/tables/text-index'
import { indexedText } from './indexed-text'
import { appendEntry } from './journal'
import type { Library } from './library'
import { listingFacts } from './listing-facts'

/**
 * A reader's corrections. The tables of findings hold the corrected analysis, so that lists, searches and exports follow it
 * by themselves; what the engine found is kept beside it (`extraction`), and corrections are laid over that anew
 * whenever one comes or goes.
 */

/** A capture with all that was found in it. */
export type FoundCapture = { readonly head: CaptureHead; readonly body: Body }

/** A capture's corrections, each with what was extracted. Fails with `capture-not-found`. */
export function listCorrections(
  library: Library,
  input: { readonly captureId: string },
): Result<ShownCorrection[]> {
  const found = foundCapture(library, input.captureId)
  return found.ok ? ok(shownCorrections(library, found.value)) : found
}

/**
 * Adds a correction to a capture's, after those that are there.
 *
 * Fails with `capture-not-found`, or `request-refused` when it would change nothing: its finding is not there.
 */
export function addCorrection(
  library: Library,
  input: { readonly captureId: string; readonly act: CorrectionAct },
): Result<{ correctionId: string; corrected: Corrected }> {
  const found = foundCapture(library, input.captureId)
  if (!found.ok) return found
  const { head, body } = found.value
  const earlier = correctionsOf(library.db, head.capture)
  const createdAt = instantAfter(earlier, new Date().toISOString())
  const correction: Correction = { id: randomUUID(), createdAt, act: input.act }
  const extracted = extractedOf(library, found.value)
  const next = applyCorrections(extracted, [...earlier, correction], body.text)
  if (next.dangling.includes(correction)) return failed(failure('request-refused'))
  return inTransaction(library.db, () => {
    keep(library, found.value, [correction], next.analysis)
    return ok({ correctionId: correction.id, corrected: correctedCapture(library, head.captureId) })
  })
}

/**
 * Redo: puts corrections back that were taken away, each with its id and in its place in the order, so that what rests on
 * them holds again.
 *
 * Fails with `capture-not-found`, or `request-refused`, and puts none back, when one of them is there.
 */
export function restoreCorrections(
  library: Library,
  input: { readonly captureId: string; readonly corrections: readonly Correction[] },
): Result<Corrected> {
  const found = foundCapture(library, input.captureId)
  if (!found.ok) return found
  const { head, body } = found.value
  const there = correctionsOf(library.db, head.capture)
  const ids = new Set([...there, ...input.corrections].map(({ id }) => id))
  if (ids.size < there.length + input.corrections.length) return failed(failure('request-refused'))
  const all = inOrderMade([...there, ...input.corrections])
  const { analysis } = applyCorrections(extractedOf(library, found.value), all, body.text)
  return inTransaction(library.db, () => {
    keep(library, found.value, input.corrections, analysis)
    return ok(correctedCapture(library, head.captureId))
  })
}

/** Writes corrections and what is shown with them, and keeps what was extracted. Call inside a transaction. */
function keep(
  library: Library,
  found: FoundCapture,
  corrections: readonly Correction[],
  shown: Analysis,
): void {
  const { head, body } = found
  if (enginesKept(library.db, head.capture).length === 0) {
    insertExtraction(library.db, head.capture, body.analysis)
  }
  for (const correction of corrections) insertCorrection(library.db, head.capture, correction)
  show(library, found, { ...body, analysis: shown })
  entry(library, 'corrected', head)
}

/**
 * Takes corrections away; what they stood over is shown again. Those that rested on one of them (a field of a source that
 * it made) stay, dangling.
 *
 * Fails with `capture-not-found`, or `correction-not-found`, and takes none away, unless all are the capture's.
 */
export function removeCorrections(
  library: Library,
  input: { readonly captureId: string; readonly correctionIds: readonly string[] },
): Result<Corrected> {
  const { db } = library
  const found = foundCapture(library, input.captureId)
  if (!found.ok) return found
  const { head, body } = found.value
  const gone = new Set(input.correctionIds)
  const before = correctionsOf(db, head.capture)
  const left = before.filter(({ id }) => !gone.has(id))
  if (before.length - left.length < gone.size) return failed(failure('correction-not-found'))
  const extracted = extractedOf(library, found.value)
  const { analysis } = applyCorrections(extracted, left, body.text)
  return inTransaction(db, () => {
    deleteCorrections(db, head.capture, [...gone])
    show(library, found.value, { ...body, analysis })
    // The tables hold the extraction again; a copy is needed only where older engines' findings are kept with it.
    if (left.length === 0 && enginesKept(db, head.capture).length === 1) deleteExtractions(db, head.capture)
    entry(library, 'correction-undone', head)
    return ok(correctedCapture(library, head.captureId))
  })
}

/** The corrections of a capture as they are shown; none without reading anything else. */
export function shownCorrections(library: Library, { head, body }: FoundCapture): ShownCorrection[] {
  const corrections = correctionsOf(library.db, head.capture)
  if (corrections.length === 0) return []
  const extracted = extractedOf(library, { head, body })
  const { applied } = applyCorrections(extracted, corrections, body.text)
  const byId = new Map(applied.map((each) => [each.correction.id, each]))
  return corrections.map(
    (correction): ShownCorrection =>
      byId.get(correction.id) ?? { correction, subject: null, extracted: null },
  )
}

/** What the engine found in a capture, whatever corrections lie over it. */
export function extractedOf({ db }: Library, { head, body }: FoundCapture): Analysis {
  return extractionOf(db, head.capture) ?? body.analysis
}

/** Puts other findings in the place of a capture's, in the list and the index too. Call inside a transaction. */
export function show({ db }: Library, { head, body }: FoundCapture, next: Body): void {
  unindexCapture(db, head.capture, indexedText(body.text, body.analysis))
  replaceFindings(db, head.capture, next)
  indexCapture(db, head.capture, indexedText(next.text, next.analysis))
  updateListing(db, head.capture, listingFacts(next, head.fileName, head.importedAt))
}

/** A capture that is there with its findings. Fails with `capture-not-found`. */
export function foundCapture({ db }: Library, captureId: string): Result<FoundCapture> {
  const head = captureHead(db, captureId)
  const body = head === undefined ? undefined : readBody(db, head.capture)
  if (head === undefined || body === undefined) return failed(failure('capture-not-found'))
  return ok({ head, body })
}

/** The capture as it is now, for the answer to a change. */
export function correctedCapture(library: Library, captureId: string): Corrected {
  const found = foundCapture(library, captureId)
  const listing = found.ok ? listingOf(library.db, found.value.head.articleId)?.listing : undefined
  if (!found.ok || listing === undefined) throw new Error('a capture that was just written is not there')
  const { analysis } = found.value.body
  return { analysis, listing, corrections: shownCorrections(library, found.value) }
}

function entry(library: Library, kind: 'corrected' | 'correction-undone', head: CaptureHead): void {
  appendEntry(library, { kind, articleId: head.articleId, captureId: head.captureId })
}
