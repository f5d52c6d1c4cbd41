import type { Block, Mark } from '#domain/article/block'

type Written = { readonly text: string; readonly blocks: readonly Block[]; readonly marks: readonly Mark[] }

/** Fewer blocks of nothing but links are something the article says ("Read in Korean"). */
const LEAST_LINKS = 3
/** Share of a block's letters inside links from which on it is nothing but a link. */
const ALL_LINK = 0.9

/** Takes the list of other articles off the end of a page's text, with the heading above it. */
export function withoutClosingLinks<T extends Written>(page: T): T {
  let keep = page.blocks.length
  let links = 0
  while (keep > 0) {
    const block = page.blocks[keep - 1]
    if (!block || !isOnlyLinks(page, block)) break
    keep -= 1
    links += 1
  }
  if (links < LEAST_LINKS || keep === 0) return page
  if (page.blocks[keep - 1]?.kind === 'heading' && keep > 1) keep -= 1
  const blocks = page.blocks.slice(0, keep)
  const end = blocks.at(-1)?.range[1] ?? 0
  return {
    ...page,
    text: page.text.slice(0, end),
    blocks,
    marks: page.marks.filter(({ range }) => range[1] <= end),
  }
}

function isOnlyLinks({ marks }: Written, { kind, range: [start, end] }: Block): boolean {
  if (kind === 'figure' || kind === 'caption' || start === end) return false
  const linked = marks.filter(
    (mark) => mark.kind === 'link' && mark.range[0] >= start && mark.range[1] <= end,
  )
  return linked.reduce((sum, { range }) => sum + range[1] - range[0], 0) >= (end - start) * ALL_LINK
}
