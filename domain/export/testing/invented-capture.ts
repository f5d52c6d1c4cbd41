import { bareSource } from '../../analysis/bare-source'
import type { Analysis, Source } from '../../analysis/findings'
import type { Note } from '../../annotation/note'
import type { Block, BlockRole, Mark } from '../../article/block'
import type { Capture } from '../../article/capture'
import { type CaptureFacts, NO_FACTS } from '../../article/facts'
import type { Range } from '../../article/range'
import type { Told } from '../../article/told'

/** A capture built from pieces, for tests: the outlet, the people and the words are invented. */

export type Piece = {
  readonly text: string
  readonly kind?: Block['kind']
  readonly role?: BlockRole
  readonly level?: number
  readonly ordered?: boolean
}

export function told(value: string): Told<string> {
  return { value, assertedBy: 'article', range: null, from: 'text' }
}

/** Pieces joined by blank lines, as every reader of a format writes them. */
export function captureOf(
  pieces: readonly Piece[],
  marks: readonly Mark[] = [],
  analysis: Partial<Analysis> = {},
): Capture {
  const blocks: Block[] = []
  let text = ''
  for (const { text: words, kind = 'paragraph', level, ordered } of pieces) {
    if (text !== '') text += '\n\n'
    const range: Range = [text.length, text.length + words.length]
    const shape = { ...(level === undefined ? {} : { level }), ...(ordered === undefined ? {} : { ordered }) }
    blocks.push({ kind, range, ...shape })
    text += words
  }
  return {
    id: 'capture-1',
    articleId: 'article-1',
    text,
    blocks,
    marks,
    analysis: {
      engine: 'colophon 0.1.0',
      pack: 'en',
      blockRoles: pieces.map(({ role }) => role ?? 'story'),
      facts: NO_FACTS,
      byline: null,
      sources: [],
      attributions: [],
      notices: [],
      credits: [],
      pictures: [],
      dates: [],
      ...analysis,
    },
    importedAt: '2026-02-03T04:05:06.000Z',
    original: {
      fileName: 'saved by me.txt',
      part: null,
      mediaType: 'text/plain',
      charset: 'utf-8',
      bytes: 1234,
      sha256: 'ab'.repeat(32),
    },
  }
}

export function factsOf(facts: Partial<CaptureFacts>): CaptureFacts {
  return { ...NO_FACTS, ...facts }
}

/** Where `words` stand in the capture's text, for the first time. */
export function at(capture: Pick<Capture, 'text'>, words: string): Range {
  const start = capture.text.indexOf(words)
  if (start < 0) throw new Error(`not in the text: ${words}`)
  return [start, start + words.length]
}

let count = 0

export function noteOn(capture: Capture, range: Range, note: Partial<Note> = {}): Note {
  count += 1
  return {
    id: `note-${count}`,
    articleId: capture.articleId,
    captureId: capture.id,
    anchor: { exact: capture.text.slice(range[0], range[1]), prefix: '', suffix: '', position: range },
    color: 'yellow',
    style: 'highlight',
    markdown: '',
    tags: [],
    sourceId: null,
    orphaned: null,
    createdAt: '2026-02-03T04:05:06.000Z',
    modifiedAt: '2026-02-03T04:05:06.000Z',
    ...note,
  }
}

export function sourceOf(source: Partial<Source>): Source {
  const bare = bareSource({
    id: 's1',
    identification: 'bare-unnamed',
    descriptor: 'a source',
    descriptorRange: [0, 1],
    mentions: [],
  })
  return { ...bare, ...source }
}
