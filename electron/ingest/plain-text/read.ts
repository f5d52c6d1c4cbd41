import type { Reading } from '#domain/article/capture'
import { NO_FACTS } from '#domain/article/facts'
import { blocksOfPlainText, canonicalPlainText } from '#domain/article/plain-text'
import type { Decoded } from '../charset'

/** Reads a plain-text file: its canonical text is the decoded file itself; all else is for the analysis to find. */
export function readPlainText(decoded: Decoded): Reading {
  const text = canonicalPlainText(decoded.text)
  return {
    mediaType: 'text/plain',
    charset: decoded.charset,
    text,
    blocks: blocksOfPlainText(text),
    marks: [],
    facts: NO_FACTS,
    metadataAuthors: [],
    pictures: [],
    pictureFiles: [],
  }
}
