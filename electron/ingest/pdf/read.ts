import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Reading } from '#domain/article/capture'
import type { CaptureFacts } from '#domain/article/facts'
import { type FailureCode, failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { TextWriter } from '../html/text-writer'
import type { InflationBudget } from '../inflation'
import { LIMITS } from '../limits'
import { type ContainerReader, whole } from '../member'
import { sameTitle } from '../told-by'
import { columnsOf } from './columns'
import { openPdf } from './engine'
import { type PagePieces, withoutFurniture } from './furniture'
import { headingsOf, type Shaped } from './headings'
import { linesOf, piecesOf } from './lines'
import { readPdfMetadata } from './metadata'
import { paragraphsOf } from './paragraphs'
import { runsOf } from './runs'
import { staysWithin } from './streams'
import { evidenceOf } from './word-breaks'

/** A PDF with a text layer: one article. Nothing of it is drawn; its pictures stay in the original. */
export const readPdf: ContainerReader = ({ bytes, fileName }, { budget }) => [
  whole(() => readDocument(bytes, fileName, budget)),
]

/**
 * Fails with `file-encrypted`, `file-damaged`, `file-over-limits`, or `file-only-pictures` for a scan that has no text.
 */
async function readDocument(
  bytes: Uint8Array,
  fileName: string,
  budget: InflationBudget,
): Promise<Result<Reading>> {
  const refused = (code: FailureCode) => failed(failure(code, { file: fileName }))
  if (!staysWithin(bytes, budget)) return refused('file-over-limits')
  const opened = await openPdf(bytes)
  if (!opened.ok) return refused(opened.failure)
  const pdf = opened.value
  try {
    if (pdf.numPages > LIMITS.pdfPages) return refused('file-over-limits')
    const metadata = await readPdfMetadata(pdf)
    const shaped = shapedOf(await pagesOf(pdf))
    if (!shaped.some(({ words }) => /\p{L}/u.test(words))) return refused('file-only-pictures')
    const { writer, facts } = written(shaped, metadata.facts)
    return ok({
      mediaType: 'application/pdf',
      charset: null,
      text: writer.text,
      blocks: writer.blocks,
      marks: [],
      facts,
      metadataAuthors: metadata.authors,
      pictures: [],
      pictureFiles: [],
    })
  } catch (error) {
    // pdf.js names what it throws of a damaged file; everything else is a bug of ours.
    if (error instanceof Error && /Exception$|^FormatError$/.test(error.name)) return refused('file-damaged')
    throw error
  } finally {
    await pdf.destroy()
  }
}

/** One page after the other, and each given back before the next. */
async function pagesOf(pdf: PDFDocumentProxy): Promise<PagePieces[]> {
  const pages: PagePieces[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { runs, height } = await runsOf(page)
    pages.push({ pieces: piecesOf(runs), height })
    page.cleanup()
  }
  return pages
}

function shapedOf(pages: readonly PagePieces[]): Shaped[] {
  const columns = withoutFurniture(pages).flatMap(({ pieces }) => columnsOf(pieces).map(linesOf))
  return headingsOf(paragraphsOf(columns, evidenceOf(columns.flat())), columns)
}

/** The text with its headline: the heading that the metadata's title agrees with, else the largest one of all. */
function written(
  shaped: readonly Shaped[],
  facts: CaptureFacts,
): { readonly writer: TextWriter; readonly facts: CaptureFacts } {
  const writer = new TextWriter()
  const title = facts.headline?.value ?? null
  for (const { kind, words, level } of shaped) {
    if (kind === 'table') {
      writer.writeVerbatim(words, { kind })
      writer.closeBlock()
    } else if (kind === 'list-item') writer.addBlock(words, { kind, level: 1, ordered: false })
    else writer.addBlock(words, level === null ? { kind: 'paragraph' } : { kind: 'heading', level })
  }
  const { text, blocks } = writer
  const wordsOf = (range: readonly [number, number]) => text.slice(...range)
  const headings = blocks.filter(({ kind }) => kind === 'heading')
  const shown =
    blocks.find(({ range }) => title !== null && sameTitle(wordsOf(range), title)) ??
    (title === null ? headings.find(({ level }) => level === 1) : undefined)
  if (shown === undefined) return { writer, facts }
  const headline = {
    value: wordsOf(shown.range),
    assertedBy: 'article',
    range: shown.range,
    from: 'pdf',
  } as const
  return { writer, facts: { ...facts, headline } }
}
