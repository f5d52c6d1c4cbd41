import { type Block, type BlockRole, isBoilerplate } from '#domain/article/block'
import type { Capture } from '#domain/article/capture'
import { overlap, wordsAt } from '#domain/article/range'

/** The order in which a capture's blocks stand on the page: what comes first, what is folded, what belongs together. */

export type ArticleItem =
  | { readonly kind: 'block'; readonly block: number; readonly paragraph: number | null }
  | { readonly kind: 'figure'; readonly picture: number | null; readonly blocks: readonly number[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly number[] }

export type ArticleLayout = {
  /** Index of the block that is the headline; null when the headline is not in the text. */
  readonly headline: number | null
  readonly standfirst: readonly number[]
  readonly body: readonly ArticleItem[]
  /** Boilerplate: notices, contact, language links, furniture. */
  readonly folded: readonly ArticleItem[]
}

type Role = BlockRole | undefined

/** Which picture a block shows or captions; null for a block of no picture, -1 for one of an unknown picture. */
function pictureOf(capture: Capture, block: Block, role: Role): number | null {
  if (block.picture !== undefined) return block.picture
  const pictorial = role === 'picture' || block.kind === 'figure' || block.kind === 'caption'
  if (!pictorial) return null
  return capture.analysis.pictures.findIndex(
    (picture) => picture.range !== null && overlap(picture.range, block.range),
  )
}

/** Whether a block is counted for citing: the story's own paragraphs and quotations. */
function isNumbered(block: Block, role: Role): boolean {
  return (
    (block.kind === 'paragraph' || block.kind === 'quotation') && (role === undefined || role === 'story')
  )
}

/** Whether a heading says again what the page's metadata gives as its headline: it is shown once, as the headline. */
function saysHeadline(capture: Capture, block: Block): boolean {
  const told = capture.analysis.facts.headline?.value
  if (told === undefined || block.kind !== 'heading') return false
  return plain(wordsAt(capture.text, block.range)) === plain(told)
}

function plain(words: string): string {
  return words.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
}

/** Adds a block to the items, joining it to the figure or list before it where it belongs there. */
function place(items: ArticleItem[], item: ArticleItem): void {
  const last = items.at(-1)
  if (item.kind === 'figure' && last?.kind === 'figure' && last.picture === item.picture) {
    items[items.length - 1] = { ...last, blocks: [...last.blocks, ...item.blocks] }
  } else if (item.kind === 'list' && last?.kind === 'list' && last.ordered === item.ordered) {
    items[items.length - 1] = { ...last, items: [...last.items, ...item.items] }
  } else {
    items.push(item)
  }
}

/** Pictures that the page's metadata names but no block places: they lead the body. */
function unplaced(capture: Capture, body: readonly ArticleItem[]): ArticleItem[] {
  const placed = new Set(body.flatMap((item) => (item.kind === 'figure' ? [item.picture] : [])))
  return capture.analysis.pictures.flatMap((_, picture) =>
    placed.has(picture) ? [] : [{ kind: 'figure' as const, picture, blocks: [] }],
  )
}

/** Lays a capture out. Every block of the capture appears exactly once. */
export function layOut(capture: Capture): ArticleLayout {
  const body: ArticleItem[] = []
  const folded: ArticleItem[] = []
  const standfirst: number[] = []
  let headline: number | null = null
  let paragraph = 0
  capture.blocks.forEach((block, index) => {
    const role = capture.analysis.blockRoles[index]
    if (headline === null && (role === 'headline' || saysHeadline(capture, block))) {
      headline = index
      return
    }
    if (role === 'standfirst' && body.every((item) => item.kind === 'figure')) {
      standfirst.push(index)
      return
    }
    // Some pages carry their headline twice: the second is no part of the story either.
    const isRepeated = role === 'headline' && saysHeadline(capture, block)
    const into = isRepeated || (role !== undefined && isBoilerplate(role)) ? folded : body
    const picture = pictureOf(capture, block, role)
    if (picture !== null) {
      place(into, { kind: 'figure', picture: picture < 0 ? null : picture, blocks: [index] })
    } else if (block.kind === 'list-item') {
      place(into, { kind: 'list', ordered: block.ordered ?? false, items: [index] })
    } else {
      const numbered = into === body && isNumbered(block, role)
      if (numbered) paragraph += 1
      into.push({ kind: 'block', block: index, paragraph: numbered ? paragraph : null })
    }
  })
  return { headline, standfirst, body: [...unplaced(capture, [...body, ...folded]), ...body], folded }
}

/** The blocks of an item, in order. */
export function blocksOf(item: ArticleItem): readonly number[] {
  switch (item.kind) {
    case 'block':
      return [item.block]
    case 'figure':
      return item.blocks
    case 'list':
      return item.items
  }
}

/** Rows and cells of a table's text: rows by line, cells by tab, as ranges into the canonical text. */
export function cellsOf(
  text: string,
  range: readonly [number, number],
): readonly (readonly [number, number])[][] {
  const rows: (readonly [number, number])[][] = []
  let row: (readonly [number, number])[] = []
  let from = range[0]
  for (let at = range[0]; at <= range[1]; at += 1) {
    const char = at === range[1] ? '\n' : text.charAt(at)
    if (char !== '\t' && char !== '\n') continue
    row.push([from, at])
    from = at + 1
    if (char === '\n') {
      if (row.some(([start, end]) => end > start)) rows.push(row)
      row = []
    }
  }
  return rows
}
