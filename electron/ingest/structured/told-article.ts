import type { Reading } from '#domain/article/capture'
import { type CaptureFacts, NO_FACTS } from '#domain/article/facts'
import { blocksOfPlainText, canonicalPlainText } from '#domain/article/plain-text'
import type { Told } from '#domain/article/told'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import type { PageContext } from '../html/context'
import { parseHtml } from '../html/document'
import { PageWriter } from '../html/page-writer'
import { absoluteUrl } from '../html/urls'

/**
 * An article as a format tells it field by field: its body is the story and nothing else, so nothing has to be found.
 * What is not told is absent or empty.
 */
export type ToldArticle = {
  /** The body as markup, or as plain text when there is none. */
  readonly html: string | null
  readonly text: string | null
  readonly headline: string | null
  readonly authors: readonly string[]
  /** ISO 8601 day or date-time. */
  readonly published: string | null
  readonly modified: string | null
  /** BCP 47. */
  readonly language: string | null
  readonly publisher: string | null
  readonly dateline: string | null
  readonly url: string | null
  readonly contact: string | null
  readonly rights: string | null
  /** ISO 8601 instant at which the exporting program saved it. */
  readonly capturedAt: string | null
  /** The pictures that came with it, by the addresses that the markup has; absent when none did. */
  readonly resource?: PageContext['resource']
  /** Who tells it, for the record: `feed`, `ninjs`, `json-ld`, `wallabag`, … */
  readonly from: string
  readonly mediaType: string
}

export const NOTHING_TOLD: Omit<ToldArticle, 'from' | 'mediaType'> = {
  html: null,
  text: null,
  headline: null,
  authors: [],
  published: null,
  modified: null,
  language: null,
  publisher: null,
  dateline: null,
  url: null,
  contact: null,
  rights: null,
  capturedAt: null,
}

/** Fails with `file-not-an-article` when the body has no words, or `file-too-large`. */
export function readTold(told: ToldArticle, fileName: string): Result<Reading> {
  const page = new PageWriter(
    told.url === null ? null : absoluteUrl(told.url, null),
    told.resource ?? (() => null),
  )
  const headline = told.headline === null ? null : plain(told.headline)
  const range = headline ? page.writer.addBlock(headline, { kind: 'heading', level: 1 }) : null
  const begin = page.writer.text.length
  if (told.html !== null) {
    const document = parseHtml(`<html><body>${told.html}</body></html>`)
    if (document?.body == null) return failed(failure('file-too-large', { file: fileName }))
    page.write(document.body)
  } else writeText(page, told.text ?? '')
  const { text, blocks, marks } = page.writer
  if (!/\p{L}/u.test(text.slice(begin))) return failed(failure('file-not-an-article', { file: fileName }))
  return ok({
    mediaType: told.mediaType,
    charset: 'utf-8',
    text,
    blocks,
    marks,
    facts: factsOf(told, headline, range),
    metadataAuthors: told.authors,
    pictures: page.pictures.pictures,
    pictureFiles: page.pictures.files,
  })
}

function writeText(page: PageWriter, told: string): void {
  const text = canonicalPlainText(told)
  for (const { kind, range } of blocksOfPlainText(text)) {
    page.writer.addBlock(text.slice(range[0], range[1]), { kind })
  }
}

function factsOf(told: ToldArticle, headline: string | null, range: Told<string>['range']): CaptureFacts {
  const fact = (value: string | null): Told<string> | null =>
    value ? { value, assertedBy: 'article', range: null, from: told.from } : null
  return {
    ...NO_FACTS,
    headline: headline ? { value: headline, assertedBy: 'article', range, from: told.from } : null,
    published: fact(told.published),
    modified: fact(told.modified),
    language: fact(told.language),
    publisher: fact(told.publisher && plain(told.publisher)),
    dateline: fact(told.dateline),
    url: fact(told.url === null ? null : absoluteUrl(told.url, null)),
    contact: fact(told.contact),
    rights: fact(told.rights && plain(told.rights)),
    capturedAt: fact(told.capturedAt),
  }
}

/** Titles come with markup and entities in them more often than formats allow. */
function plain(value: string): string {
  const words = /[<&]/.test(value) ? (parseHtml(`<p>${value}</p>`)?.body?.textContent ?? value) : value
  return words.replace(/\s+/g, ' ').trim()
}
