import type { Range } from '../article/range'

/** Zotero's eight highlight colours, by its names, in its order. */
export const NOTE_COLORS = ['yellow', 'red', 'green', 'blue', 'purple', 'magenta', 'orange', 'gray'] as const
export type NoteColor = (typeof NOTE_COLORS)[number]

export const NOTE_STYLES = ['highlight', 'underline'] as const
export type NoteStyle = (typeof NOTE_STYLES)[number]

/**
 * Where a note is anchored: the words with their surroundings, and the position they had
 * (W3C Web Annotation TextQuoteSelector and TextPositionSelector).
 */
export type Anchor = {
  readonly exact: string
  /** Up to `CONTEXT_LENGTH` code units before and after the quote. */
  readonly prefix: string
  readonly suffix: string
  readonly position: Range
}

/** A reader's highlight, with or without words of their own. */
export type Note = {
  readonly id: string
  readonly articleId: string
  readonly captureId: string
  readonly anchor: Anchor
  readonly color: NoteColor
  readonly style: NoteStyle
  /** The reader's own words as Markdown; empty for a bare highlight. */
  readonly markdown: string
  readonly tags: readonly string[]
  /** A source card this note is about. */
  readonly sourceId: string | null
  /** Set when the words could not be found again in a newer capture: why. The note is never lost. */
  readonly orphaned: 'not-found' | 'ambiguous' | null
  /** ISO 8601 UTC instants. */
  readonly createdAt: string
  readonly modifiedAt: string
}
