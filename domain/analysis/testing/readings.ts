import type { Block } from '../../article/block'
import type { Reading } from '../../article/capture'
import type { CaptureFacts } from '../../article/facts'

export const NO_FACTS: CaptureFacts = {
  headline: null,
  published: null,
  modified: null,
  language: null,
  publisher: null,
  dateline: null,
  url: null,
  contact: null,
  rights: null,
  capturedAt: null,
  alternates: [],
}

/** A plain-text reading for tests: paragraphs are what blank lines part. */
export function plainReading(text: string, facts: Partial<CaptureFacts> = {}): Reading {
  const blocks: Block[] = []
  for (const match of text.matchAll(/[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*/g))
    blocks.push({ kind: 'paragraph', range: [match.index, match.index + match[0].length] })
  return {
    mediaType: 'text/plain',
    charset: 'utf-8',
    text,
    blocks,
    marks: [],
    facts: { ...NO_FACTS, ...facts },
    metadataAuthors: [],
    pictures: [],
    pictureFiles: [],
  }
}
