import type { BlockContent, Heading, ListItem, PhrasingContent, RootContent, TableRow } from 'mdast'
import type { Block, BlockRole, Mark } from '../article/block'
import type { Capture } from '../article/capture'
import { type Range, trimmed, wordsAt } from '../article/range'
import { type Call, type Layers, phrasing } from './phrasing'
import type { ExportWords } from './words'

/** A block of the capture with what it does there. */
export type RoledBlock = { readonly block: Block; readonly role: BlockRole }

/** The capture's blocks with their roles, in text order. */
export function roledBlocks(capture: Capture): RoledBlock[] {
  return capture.blocks.map((block, index) => ({
    block,
    role: capture.analysis.blockRoles[index] ?? 'story',
  }))
}

/** Blocks as Markdown's own: neighbouring list items become one list, neighbouring quotations one quotation. */
export function renderBlocks(
  text: string,
  blocks: readonly RoledBlock[],
  layers: Layers,
  words: ExportWords,
): RootContent[] {
  const content: RootContent[] = []
  let index = 0
  while (index < blocks.length) {
    const kind = blocks[index]?.block.kind
    let end = index + 1
    if (kind === 'list-item' || kind === 'quotation') {
      while (blocks[end]?.block.kind === kind) end += 1
    }
    const run = blocks.slice(index, end)
    if (kind === 'list-item') content.push(...listsOf(text, run, layers))
    else if (kind === 'quotation') {
      const children = run.flatMap(({ block }) => paragraphOf(text, block.range, layers))
      if (children.length > 0) content.push({ type: 'blockquote', children })
    } else for (const roled of run) content.push(...blockOf(text, roled, layers, words))
    index = end
  }
  return content
}

function blockOf(
  text: string,
  { block, role }: RoledBlock,
  layers: Layers,
  words: ExportWords,
): RootContent[] {
  const range = trimmed(text, block.range)
  switch (block.kind) {
    case 'separator':
      return [{ type: 'thematicBreak' }, ...paragraphOf(text, range, layers)]
    case 'heading':
      return headingOf(text, range, block.level ?? 2, layers)
    case 'preformatted':
      return preformattedOf(text, block.range, layers)
    case 'table':
      return tableOf(text, range, layers)
    case 'figure':
      if (range[0] === range[1])
        return [{ type: 'paragraph', children: [{ type: 'text', value: words.pictureWithoutWords }] }]
      return paragraphOf(text, range, slanted(layers, range))
    default:
      if (role === 'subhead') return headingOf(text, range, block.level ?? 2, layers)
      return paragraphOf(text, range, role === 'picture' ? slanted(layers, range) : layers)
  }
}

/** Captions and alternative texts stand in italics, apart from the story. */
function slanted(layers: Layers, range: Range): Layers {
  const slant: Mark = { kind: 'emphasis', range }
  return { ...layers, marks: [slant, ...layers.marks] }
}

function paragraphOf(text: string, whole: Range, layers: Layers): BlockContent[] {
  const children = phrasing(text, trimmed(text, whole), layers)
  return children.length === 0 ? [] : [{ type: 'paragraph', children }]
}

const DEPTHS = [1, 2, 3, 4, 5, 6] as const

/** The first depth belongs to the title alone. A heading is one line. */
export function headingOf(text: string, range: Range, level: number, layers: Layers): [Heading] | [] {
  const children = phrasing(text, range, layers).map(inOneLine)
  if (children.length === 0) return []
  const depth = DEPTHS[Math.min(Math.max(level, 2), 6) - 1] ?? 6
  return [{ type: 'heading', depth, children }]
}

function inOneLine(node: PhrasingContent): PhrasingContent {
  if (node.type === 'text') return { ...node, value: node.value.replaceAll('\n', ' ') }
  return 'children' in node ? ({ ...node, children: node.children.map(inOneLine) } as PhrasingContent) : node
}

/** Highlights cannot be shown inside preformatted text: the calls of their notes follow it. */
function preformattedOf(text: string, range: Range, layers: Layers): RootContent[] {
  const value = wordsAt(text, range).replace(/^\n+/, '').trimEnd()
  if (value === '') return []
  return [{ type: 'code', value }, ...callsAfter(range, layers.calls)]
}

function callsAfter(range: Range, calls: readonly Call[]): RootContent[] {
  const here = calls.filter((call) => call.at > range[0] && call.at <= range[1])
  if (here.length === 0) return []
  const children = here.map(({ label }) => ({ type: 'footnoteReference', identifier: label, label }) as const)
  return [{ type: 'paragraph', children }]
}

/** Rows are lines, cells are parted by tabs (as every reader of `electron/ingest` writes them). */
function tableOf(text: string, range: Range, layers: Layers): RootContent[] {
  if (!wordsAt(text, range).includes('\t')) return paragraphOf(text, range, layers)
  const rows = pieces(text, range, '\n').map((row) =>
    pieces(text, row, '\t').map((cell) => phrasing(text, trimmed(text, cell), layers)),
  )
  const columns = Math.max(...rows.map((cells) => cells.length))
  const children = rows.map((cells): TableRow => {
    const filled = Array.from({ length: columns }, (_, column) => cells[column] ?? [])
    return { type: 'tableRow', children: filled.map((inner) => ({ type: 'tableCell', children: inner })) }
  })
  return [{ type: 'table', children }]
}

function pieces(text: string, range: Range, separator: string): Range[] {
  const found: Range[] = []
  let from = range[0]
  for (const piece of wordsAt(text, range).split(separator)) {
    found.push([from, from + piece.length])
    from += piece.length + separator.length
  }
  return found
}

/** Nested lists from items with a depth each; an item deeper than its place allows hangs one below the last. */
function listsOf(text: string, items: readonly RoledBlock[], layers: Layers): BlockContent[] {
  const content: BlockContent[] = []
  let index = 0
  while (index < items.length) {
    const first = items[index]
    if (first === undefined) break
    const level = first.block.level ?? 1
    const ordered = first.block.ordered ?? false
    const children: ListItem[] = []
    while (index < items.length) {
      const item = items[index]
      if (item === undefined || (item.block.level ?? 1) < level) break
      if ((item.block.level ?? 1) === level && (item.block.ordered ?? false) !== ordered) break
      let end = index + 1
      while ((items[end]?.block.level ?? 0) > level) end += 1
      const below = listsOf(text, items.slice(index + 1, end), layers)
      const inner = [...paragraphOf(text, item.block.range, layers), ...below]
      if (inner.length > 0) children.push({ type: 'listItem', spread: false, children: inner })
      index = end
    }
    if (children.length > 0) content.push({ type: 'list', ordered, spread: false, children })
  }
  return content
}
