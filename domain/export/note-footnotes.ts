import type { BlockContent, FootnoteDefinition, RootContent } from 'mdast'
import type { Note } from '../annotation/note'
import type { Capture } from '../article/capture'
import { byPosition, overlap, type Range, trimmed, wordsAt } from '../article/range'
import { roledBlocks } from './body'
import { tagName } from './front-matter'
import { type Call, union } from './phrasing'
import type { SourceCard } from './source-cards'
import { list, paragraph, quoted } from './tree'
import type { ExportWords } from './words'

/** The notes as they are laid over the text. */
export type PlacedNotes = {
  readonly highlights: readonly Range[]
  readonly calls: readonly Call[]
  /** In text order; the label of the n-th is n. `lit` tells whether all of it is shown as a highlight. */
  readonly placed: readonly { readonly note: Note; readonly lit: boolean }[]
  /** Notes whose words are not at their place in this capture. None is left out of the export. */
  readonly unplaced: readonly Note[]
}

/** Finds each note's place: its own words must stand there. */
export function placeNotes(capture: Capture, notes: readonly Note[]): PlacedNotes {
  const { text } = capture
  const isPlaced = (note: Note) =>
    note.orphaned === null &&
    note.captureId === capture.id &&
    wordsAt(text, note.anchor.position) === note.anchor.exact &&
    note.anchor.exact.trim() !== ''
  const placed = notes.filter(isPlaced).sort((a, b) => byPosition(a.anchor.position, b.anchor.position))
  const ranges = placed.map((note) => trimmed(text, note.anchor.position))
  const calls = ranges.map((range, index) => ({ at: callPlace(capture, range), label: `${index + 1}` }))
  return {
    highlights: union(ranges),
    calls: calls.sort((a, b) => a.at - b.at),
    placed: placed.map((note) => ({ note, lit: !touchesPreformatted(capture, note) })),
    unplaced: notes.filter((note) => !isPlaced(note)),
  }
}

/** Preformatted text is shown as it is, without highlights. */
function touchesPreformatted(capture: Capture, note: Note): boolean {
  return capture.blocks.some(
    ({ kind, range }) => kind === 'preformatted' && overlap(range, note.anchor.position),
  )
}

/** After the note's last word: inside the last block that it touches. */
function callPlace(capture: Capture, range: Range): number {
  const last = roledBlocks(capture).findLast(({ block }) => overlap(block.range, range))
  if (last === undefined) return range[1]
  const covered = trimmed(capture.text, [range[0], Math.min(range[1], last.block.range[1])])
  return covered[1]
}

/** One footnote a note: colour, tags and source card, then the reader's own Markdown as it was written. */
export function noteFootnotes(
  notes: PlacedNotes['placed'],
  cards: readonly SourceCard[],
  words: ExportWords,
): FootnoteDefinition[] {
  return notes.map(({ note, lit }, index) => ({
    type: 'footnoteDefinition',
    identifier: `${index + 1}`,
    label: `${index + 1}`,
    children: noteContent(note, cards, words, lit ? null : quoted(note.anchor.exact)),
  }))
}

/** The notes that have no place in the text, each with its words and the reason. */
export function unplacedNotes(
  notes: readonly Note[],
  cards: readonly SourceCard[],
  words: ExportWords,
): RootContent[] {
  if (notes.length === 0) return []
  const reason = (note: Note) => words.orphaned[note.orphaned ?? 'not-found']
  return [
    list(
      notes.map((note) => noteContent(note, cards, words, `${quoted(note.anchor.exact)} — ${reason(note)}`)),
    ),
  ]
}

function noteContent(
  note: Note,
  cards: readonly SourceCard[],
  words: ExportWords,
  lead: string | null,
): BlockContent[] {
  const card = cards.find(({ source }) => source.id === note.sourceId)
  const tags = note.tags.map(tagName).filter((tag) => tag !== '')
  const about = [
    `${words.color[note.color]} ${words.style[note.style]}`,
    ...(card === undefined ? [] : [`${card.label} ${card.source.descriptor}`]),
  ].join(' · ')
  const first = paragraph(about)
  for (const tag of tags) {
    first.children.push({ type: 'text', value: ' · ' }, { type: 'verbatim', value: `#${tag}` })
  }
  const own = note.markdown.replace(/\r\n?/g, '\n').trim()
  return [
    ...(lead === null ? [] : [paragraph(lead)]),
    first,
    ...(own === '' ? [] : [{ type: 'verbatim' as const, value: own }]),
  ]
}
