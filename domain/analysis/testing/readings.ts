import type { Reading } from '../../article/capture'
import { type CaptureFacts, NO_FACTS } from '../../article/facts'
import { blocksOfPlainText } from '../../article/plain-text'

/** A plain-text reading for tests, as the plain-text reader makes it. */
export function plainReading(text: string, facts: Partial<CaptureFacts> = {}): Reading {
  return {
    mediaType: 'text/plain',
    charset: 'utf-8',
    text,
    blocks: blocksOfPlainText(text),
    marks: [],
    facts: { ...NO_FACTS, ...facts },
    metadataAuthors: [],
    pictures: [],
    pictureFiles: [],
  }
}
