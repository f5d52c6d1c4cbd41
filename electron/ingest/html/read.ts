import type { Reading } from '#domain/article/capture'
import type { CaptureFacts } from '#domain/article/facts'
import type { Range } from '#domain/article/range'
import type { Decoded } from '../charset'
import { bodyOf } from './body'
import { parseHtml } from './document'
import { readMetadata } from './metadata'
import { PageWriter } from './page-writer'

/** Reads a saved page; null when it holds no article. */
export function readHtml(decoded: Decoded): Reading | null {
  const document = parseHtml(decoded.text)
  if (document === null) return null
  const { facts, authors, shownHeadline, shownByline } = readMetadata(document)
  const body = bodyOf(document)
  if (body === null) return null
  const page = new PageWriter(facts.url?.value ?? null)
  const headlineRange =
    shownHeadline === null ? null : page.writer.addBlock(shownHeadline, { kind: 'heading', level: 1 })
  if (shownByline !== null) page.writer.addBlock(shownByline, { kind: 'paragraph' })
  page.write(body)
  return {
    mediaType: 'text/html',
    charset: decoded.charset,
    text: page.writer.text,
    blocks: page.writer.blocks,
    marks: page.writer.marks,
    facts: withRange(facts, headlineRange),
    metadataAuthors: authors,
    pictures: page.pictures.pictures,
    pictureFiles: page.pictures.files,
  }
}

function withRange(facts: CaptureFacts, range: Range | null): CaptureFacts {
  return facts.headline === null ? facts : { ...facts, headline: { ...facts.headline, range } }
}
