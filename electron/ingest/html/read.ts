import type { Reading } from '#domain/article/capture'
import type { Decoded } from '../charset'
import { bodyOf } from './body'
import { parseHtml } from './document'
import { readMetadata } from './metadata'
import { PageWriter } from './page-writer'

/** Reads a saved page; null when it holds no article. */
export function readHtml(decoded: Decoded): Reading | null {
  const document = parseHtml(decoded.text)
  if (document === null) return null
  const { facts, authors } = readMetadata(document)
  const body = bodyOf(document)
  if (body === null) return null
  const page = new PageWriter(facts.url?.value ?? null)
  page.write(body)
  return {
    mediaType: 'text/html',
    charset: decoded.charset,
    text: page.writer.text,
    blocks: page.writer.blocks,
    marks: page.writer.marks,
    facts,
    metadataAuthors: authors,
    pictures: page.pictures.pictures,
    pictureFiles: page.pictures.files,
  }
}
