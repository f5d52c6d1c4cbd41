import type { Reanalysed } from '#contract/correcting'
import type { CaptureDraft } from '#domain/article/capture'
import { applyCorrections } from '#domain/corrections/apply'
import { changesBetween, sourcesCarried } from '#domain/corrections/changes-between'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import type { Member } from '../ingest/member'
import { failureOf, inTransaction } from '../store/database'
import { correctionsOf, enginesKept, insertExtraction } from '../store/tables/corrections'
import { notesOf, putAnchor } from '../store/tables/notes'
import { putPictureFile } from '../store/tables/picture-files'
import { correctedCapture, extractedOf, type FoundCapture, foundCapture, show } from './correcting'
import { checkedDraft } from './draft'
import type { DraftParser } from './import-file'
import { appendEntry } from './journal'
import type { Library } from './library'
import { readOriginal } from './reading'

/**
 * Reads a capture's stored file again with this program's engine. What the engine before it found is kept, the reader's
 * corrections are laid over what was found now, notes keep their places and follow their sources.
 *
 * Fails with `capture-not-found`, as the parser does, or with `text-reads-otherwise` when the file now gives another
 * text, in which no stored range would be true; then nothing is changed.
 */
export async function reanalyse(
  library: Library,
  parser: DraftParser,
  input: { readonly captureId: string },
): Promise<Result<Reanalysed>> {
  const asked = foundCapture(library, input.captureId)
  const original = readOriginal(library, input.captureId)
  if (!asked.ok) return asked
  if (!original.ok) return original
  const { fileName } = asked.value.head
  const parsed = await onlyArticle(parser.parse({ bytes: original.value, fileName }))
  if (!parsed.ok) return parsed
  const draft = checkedDraft(parsed.value)
  if (draft === null) return failed(failure('parser-crashed', { file: fileName }))
  // The capture is read again: a correction may have come while the parser was at work.
  return replaceAnalysis(library, input.captureId, draft)
}

/** A stored file holds one article: parts of larger files are kept by themselves. */
async function onlyArticle(members: AsyncIterable<Member<CaptureDraft>>): Promise<Result<CaptureDraft>> {
  for await (const { result } of members) return result
  return failed(failure('file-not-an-article'))
}

/** Puts a checked draft of the same file in the place of what was found before. Fails as `reanalyse` does. */
export function replaceAnalysis(
  library: Library,
  captureId: string,
  draft: CaptureDraft,
): Result<Reanalysed> {
  const found = foundCapture(library, captureId)
  if (!found.ok) return found
  if (found.value.body.text !== draft.text) return failed(failure('text-reads-otherwise'))
  try {
    return inTransaction(library.db, () => ok(replaced(library, found.value, draft)))
  } catch (error) {
    const expected = failureOf(error)
    if (expected === null) throw error
    return failed(expected)
  }
}

function replaced(library: Library, found: FoundCapture, draft: CaptureDraft): Reanalysed {
  const { db } = library
  const { head, body } = found
  const before = extractedOf(library, found)
  if (enginesKept(db, head.capture).length === 0) insertExtraction(db, head.capture, before)
  insertExtraction(db, head.capture, draft.analysis)
  const { analysis } = applyCorrections(draft.analysis, correctionsOf(db, head.capture), body.text)
  show(library, found, { text: body.text, blocks: draft.blocks, marks: draft.marks, analysis })
  // Pictures that came from elsewhere (a folder, a neighbour in an archive) are not in the file and stay as they are.
  for (const file of draft.pictureFiles) putPictureFile(db, head.capture, file)
  // A note may be about a source that a correction has joined into another: it is the extraction's then.
  const carried = [...sourcesCarried(before, draft.analysis), ...sourcesCarried(body.analysis, analysis)]
  carrySourcesOfNotes(library, head.capture, new Map(carried))
  appendEntry(library, { kind: 'reanalysed', articleId: head.articleId, captureId: head.captureId })
  const changes = changesBetween(before, draft.analysis, body.text)
  return {
    corrected: correctedCapture(library, head.captureId),
    changes: changes.map((change) => ({ ...change, fields: [...change.fields] })),
  }
}

/** A note about a source is about the same one under its new id; about none, when that source is gone. */
function carrySourcesOfNotes({ db }: Library, capture: number, carried: ReadonlyMap<string, string>): void {
  for (const { pk, note } of notesOf(db, capture)) {
    if (note.sourceId === null) continue
    const sourceId = carried.get(note.sourceId) ?? null
    if (sourceId !== note.sourceId) {
      putAnchor(db, pk, capture, { anchor: note.anchor, orphaned: note.orphaned, sourceId })
    }
  }
}
