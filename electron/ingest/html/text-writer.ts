import type { Block, BlockKind, Mark } from '#domain/article/block'
import type { Range } from '#domain/article/range'

/** Between blocks, as a browser's own "copy" would put it. */
const BLOCK_SEPARATOR = '\n\n'

export type BlockShape = {
  readonly kind: BlockKind
  readonly level?: number
  readonly ordered?: boolean
  readonly picture?: number
}

type OpenMark = { readonly mark: MarkShape; start: number | null }
export type MarkShape =
  | { readonly kind: 'strong' | 'emphasis' | 'code' }
  | { readonly kind: 'link'; readonly href: string }

/**
 * Writes the canonical text of a page with its blocks and marks. White space is collapsed as a browser collapses
 * it when it lays the page out: a run is one blank, none at a block's ends, none around a line break. A block
 * opens with its first visible character, so that empty elements leave no trace.
 */
export class TextWriter {
  readonly blocks: Block[] = []
  readonly marks: Mark[] = []
  #chunks: string[] = []
  #length = 0
  #open: { shape: BlockShape; start: number } | null = null
  #blank = false
  #breaks = 0
  readonly #openMarks: OpenMark[] = []

  get text(): string {
    const whole = this.#chunks.join('')
    this.#chunks = [whole]
    return whole
  }

  /** Whether the block that was asked for has begun. */
  get isOpen(): boolean {
    return this.#open !== null
  }

  /** Writes inline text into the open block, or opens one of `shape` with it. */
  write(words: string, shape: BlockShape): void {
    // Soft hyphens show only where a line happens to break; they would part words for search and analysis.
    const collapsed = words.replace(/[ \t\n\r\f]+/g, ' ').replaceAll('\u00AD', '')
    const inner = collapsed.trim() === '' ? '' : trimBlanks(collapsed)
    if (collapsed.startsWith(' ') || inner === '') this.#blank ||= collapsed !== ''
    if (inner === '') return
    this.#begin(shape)
    if (this.#blank) this.#append(' ')
    this.#blank = collapsed.endsWith(' ')
    for (const open of this.#openMarks) open.start ??= this.#length
    this.#append(inner)
  }

  /** Writes text whose white space counts: `<pre>`, and the tabs and line breaks between a table's cells. */
  writeVerbatim(words: string, shape: BlockShape): void {
    if (words === '') return
    this.#begin(shape)
    this.#blank = false
    this.#append(words)
  }

  /** `<br>`: a line break inside the block; two are the start of a new block. */
  lineBreak(): void {
    if (this.#open === null) return
    this.#breaks += 1
    this.#blank = false
  }

  /** Ends the open block. What is written next opens another. */
  closeBlock(): void {
    if (this.#open === null) return
    const { shape, start } = this.#open
    this.blocks.push({ ...shape, range: [start, this.#length] })
    for (const open of this.#openMarks) {
      this.#record(open)
      open.start = null
    }
    this.#open = null
    this.#blank = false
    this.#breaks = 0
  }

  /** A whole block at once; a block without words stands between two others. */
  addBlock(words: string, shape: BlockShape): Range {
    this.closeBlock()
    const collapsed = words.replace(/\s+/g, ' ').replaceAll('\u00AD', '').trim()
    if (collapsed !== '') {
      this.#begin(shape)
      this.#append(collapsed)
      this.closeBlock()
    } else {
      this.blocks.push({ ...shape, range: [this.#length, this.#length] })
    }
    return this.blocks.at(-1)?.range ?? [this.#length, this.#length]
  }

  openMark(mark: MarkShape): void {
    this.#openMarks.push({ mark, start: null })
  }

  /** Closes the mark that was opened last. */
  closeMark(): void {
    const open = this.#openMarks.pop()
    if (open) this.#record(open)
  }

  #record(open: OpenMark): void {
    if (open.start !== null && open.start < this.#length) {
      this.marks.push({ ...open.mark, range: [open.start, this.#length] })
    }
  }

  #begin(shape: BlockShape): void {
    if (this.#open !== null && this.#breaks >= 2) {
      const again = this.#open.shape
      this.closeBlock()
      this.#begin(again)
      return
    }
    if (this.#open !== null) {
      if (this.#breaks === 1) {
        this.#append('\n')
        this.#blank = false
      }
      this.#breaks = 0
      return
    }
    if (this.#length > 0) this.#append(BLOCK_SEPARATOR)
    this.#open = { shape, start: this.#length }
    this.#blank = false
  }

  #append(words: string): void {
    this.#chunks.push(words)
    this.#length += words.length
  }
}

/** Collapsed text without the blank at either end. A no-break space is not collapsed: it is rendered. */
function trimBlanks(collapsed: string): string {
  const start = collapsed.startsWith(' ') ? 1 : 0
  return collapsed.slice(start, collapsed.endsWith(' ') ? -1 : undefined)
}
