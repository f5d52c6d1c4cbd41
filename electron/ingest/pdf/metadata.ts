import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type CaptureFacts, NO_FACTS } from '#domain/article/facts'
import { languageTag } from '../html/metadata'
import { isoDate } from '../html/metadata/dates'
import { peopleIn } from '../html/metadata/people'
import { absoluteUrl } from '../html/urls'
import { toldBy } from '../told-by'

/** What a PDF tells of itself: the information dictionary (ISO 32000-2, 14.3.3) and XMP, which is trusted more. */
export type PdfMetadata = { readonly facts: CaptureFacts; readonly authors: readonly string[] }

/** Names that programs give to a file and nobody to an article. */
const NO_TITLE =
  /^(?:microsoft (?:word|powerpoint) ?-|untitled|(?:print|document|새 ?문서|제목 ?없음)\b.{0,3}$)|\.(?:docx?|hwpx?|odt|rtf|indd|qxp|qxd|tex|dvi|pdf|html?|xps|pages|pptx?)$/i

/** Reads the metadata. Never fails: what is damaged is not told. */
export async function readPdfMetadata(pdf: PDFDocumentProxy): Promise<PdfMetadata> {
  const read = await pdf.getMetadata().catch(() => null)
  const info = read?.info as Readonly<Record<string, unknown>> | undefined
  const xmp = (name: string) => strings(read?.metadata?.get(name))
  const said = (...values: readonly unknown[]) => values.flatMap(strings).find((value) => value.trim() !== '')
  const told = toldBy('pdf')
  const title = said(xmp('dc:title'), info?.Title)
  const creators = xmp('dc:creator').length > 0 ? xmp('dc:creator') : strings(info?.Author)
  const published = said(xmp('prism:publicationdate'), xmp('prism:coverdate'), xmp('dc:date'))
  const language = said(xmp('dc:language'), info?.Language)
  const url = said(xmp('prism:url'), xmp('dc:source'), xmp('dc:identifier'))
  return {
    facts: {
      ...NO_FACTS,
      headline: title !== undefined && !NO_TITLE.test(title.trim()) ? told(title) : null,
      published: told(isoDate(published ?? '')),
      language: told(language && languageTag(language)),
      publisher: told(said(xmp('dc:publisher'), xmp('prism:publicationname'))),
      url: told(url && absoluteUrl(url, null)),
      rights: told(said(xmp('dc:rights'))),
      // When the file was made: of a page that was printed to PDF, the day it was captured. Never the day of publication.
      capturedAt: told(instantOfPdf(said(info?.CreationDate) ?? '')),
    },
    authors: [...new Set(creators.flatMap(peopleIn))],
  }
}

function strings(value: unknown): string[] {
  return [value].flat().filter((each) => typeof each === 'string')
}

/** `D:20240104071500+09'00'` (ISO 32000-2, 7.9.4) as an ISO 8601 UTC instant; null when it is none. */
function instantOfPdf(date: string): string | null {
  const match = /^(?:D:)?(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?(?:(Z)|([+-])(\d{2})'?(\d{2})?)?/.exec(
    date,
  )
  if (match === null) return null
  const [, year, month, day, hour, minute, second = '00', , sign = '+', hours = '00', minutes = '00'] = match
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${sign}${hours}:${minutes}`)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
