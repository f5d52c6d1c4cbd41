import type { Reading } from '#domain/article/capture'
import type { CaptureFacts } from '#domain/article/facts'
import type { Range } from '#domain/article/range'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import type { Decoded } from '../charset'
import { bodyOf } from './body'
import { withoutClosingLinks } from './body/link-lists'
import { NO_CONTEXT, type PageContext } from './context'
import { type HtmlDocument, parseHtml } from './document'
import { readMetadata } from './metadata'
import { makingLines } from './metadata/making-lines'
import { PageWriter } from './page-writer'
import { wordsOf } from './shown'

/** Reads a saved page, with what its container knows of it. Fails with `file-not-an-article`, or `file-too-large` beyond `LIMITS.elements`. */
export function readHtml(decoded: Decoded, context: PageContext = NO_CONTEXT): Result<Reading> {
  const document = parseHtml(decoded.text)
  if (document === null) return failed(failure('file-too-large'))
  const metadata = readMetadata(document, context)
  const { facts, authors, credits, shownHeadline, shownByline, headlineElement, linkedBody } = metadata
  const body = bodyOf(document, decoded.text, {
    headline: headlineElement,
    linkedBody,
    subject: () => `${facts.headline?.value ?? ''} ${descriptionOf(document)}`,
  })
  if (body === null) return failed(failure('file-not-an-article'))
  const page = new PageWriter(facts.url?.value ?? null, context.resource, body.standfirst)
  const headlineRange =
    shownHeadline === null ? null : page.writer.addBlock(shownHeadline, { kind: 'heading', level: 1 })
  if (shownByline !== null && !body.parts.some((part) => wordsOf(part).includes(shownByline)))
    page.writer.addBlock(shownByline, { kind: 'paragraph' })
  const begin = page.writer.blocks.at(-1)?.range[1] ?? 0
  for (const part of body.parts) page.write(part)
  if (!/\p{L}/u.test(page.writer.text.slice(begin))) return failed(failure('file-not-an-article'))
  const { text, blocks, marks } = page.writer
  const written = withoutClosingLinks({ text, blocks, marks })
  const makers = {
    authors,
    byline: shownByline,
    outlet: facts.publisher?.value ?? null,
    language: facts.language?.value ?? null,
  }
  return ok({
    mediaType: 'text/html',
    charset: decoded.charset,
    ...written,
    markedRoles: new Map([...page.roles, ...makingLines(written, makers)]),
    facts: { ...withRange(facts, headlineRange), ...(body.from === null ? {} : { bodyFrom: body.from }) },
    metadataAuthors: authors,
    metadataCredits: credits,
    pictures: page.pictures.pictures,
    pictureFiles: page.pictures.files,
  })
}

/** What the page's metadata says that it is about. */
function descriptionOf(document: HtmlDocument): string {
  const tags = document.querySelectorAll('meta[name="description"], meta[property="og:description"]')
  return [...tags].map((tag) => tag.getAttribute('content') ?? '').join(' ')
}

function withRange(facts: CaptureFacts, range: Range | null): CaptureFacts {
  return facts.headline === null ? facts : { ...facts, headline: { ...facts.headline, range } }
}
