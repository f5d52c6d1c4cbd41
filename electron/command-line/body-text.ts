import type { Block, BlockRole } from '#domain/article/block'
import type { CaptureDraft } from '#domain/article/capture'
import { type Range, wordsAt } from '#domain/article/range'
import { isLabel } from '../ingest/html/body/labels'

/** An article's body as a text of its own, and where ranges of the canonical text are in it. */
export type BodyText = {
  readonly text: string
  readonly blocks: readonly (Block & { readonly role: BlockRole })[]
  /** A range of the canonical text as one of `text`; null when its words are not part of the body. */
  readonly at: (range: Range | null) => Range | null
}

/** What `extract` tells in fields of its own, and what is no part of the article. */
const APART: ReadonlySet<BlockRole> = new Set(['headline', 'byline', 'furniture'])
const SEPARATOR = '\n\n'

/**
 * The body of a page: its canonical text without headline, byline, furniture and the alternative texts of pictures,
 * all of which `extract` tells in fields of their own. A text that was a file of its own (`text/plain`) stays as it is.
 */
export function bodyText(draft: CaptureDraft): BodyText {
  const roles = draft.analysis.blockRoles
  const withRole = (block: Block, index: number) => ({ ...block, role: roles[index] ?? ('story' as const) })
  if (draft.mediaType === 'text/plain') {
    return { text: draft.text, blocks: draft.blocks.map(withRole), at: (range) => range }
  }
  const blocks: (Block & { readonly role: BlockRole })[] = []
  const moved: { readonly from: Range; readonly by: number }[] = []
  let text = ''
  for (const block of draft.blocks.map(withRole)) {
    if (APART.has(block.role) || isOnlyLabel(draft.text, block)) continue
    const shown = block.kind !== 'figure' && block.range[0] < block.range[1]
    if (shown && text !== '') text += SEPARATOR
    const start = text.length
    if (shown) text += wordsAt(draft.text, block.range)
    blocks.push({ ...block, range: [start, text.length] })
    if (shown) moved.push({ from: block.range, by: start - block.range[0] })
  }
  return {
    text,
    blocks,
    at: (range) => {
      const home = range && moved.find(({ from }) => from[0] <= range[0] && range[1] <= from[1])
      return range && home ? [range[0] + home.by, range[1] + home.by] : null
    },
  }
}

/** "Advertisement" between two paragraphs, in whatever language: the analysis knows such lines in two. */
function isOnlyLabel(text: string, { kind, range }: Block): boolean {
  return kind === 'paragraph' && isLabel(wordsAt(text, range))
}
