import type { PageRuns, Run } from './runs'

/** Lines at the top and at the bottom of a page among which running heads, feet and page numbers are looked for. */
const EDGE_LINES = 3
/** Share of the page's height by which a running head may move from page to page. */
const SAME_PLACE = 0.02
/** Share of the pages that have it. Books set one head on even pages and another on odd ones. */
const LEAST_SHARE = 0.4

/** A page's pieces of lines, and its height. */
export type PagePieces = { readonly pieces: readonly Run[]; readonly height: PageRuns['height'] }

/**
 * Pages without what stands at the same place of most of them: running heads and feet, page numbers (which are the same but
 * for their digits). What stands on one page only is never dropped.
 */
export function withoutFurniture(pages: readonly PagePieces[]): PagePieces[] {
  const edges = pages.map(({ pieces, height }) => edgesOf(pieces).map((piece) => placed(piece, height)))
  const isRepeated = (own: Placed, page: number) => {
    const others = edges.filter((edge, index) => index !== page && edge.some((other) => isSame(own, other)))
    return others.length > 0 && others.length + 1 >= pages.length * LEAST_SHARE
  }
  return pages.map((page, index) => {
    const dropped = new Set(
      (edges[index] ?? []).filter((own) => isRepeated(own, index)).map(({ piece }) => piece),
    )
    return { ...page, pieces: page.pieces.filter((piece) => !dropped.has(piece)) }
  })
}

type Placed = { readonly piece: Run; readonly words: string; readonly at: number }

/** Page numbers count on: digits are all the same here. */
function placed(piece: Run, height: number): Placed {
  return { piece, words: piece.words.replace(/\p{N}+/gu, '#'), at: piece.y / height }
}

function isSame(a: Placed, b: Placed): boolean {
  return a.words === b.words && Math.abs(a.at - b.at) <= SAME_PLACE
}

/** The pieces of the first and of the last lines. */
function edgesOf(pieces: readonly Run[]): Run[] {
  const lines = [...new Set(pieces.map(({ y }) => Math.round(y)))].sort((a, b) => a - b)
  const edge = new Set([...lines.slice(0, EDGE_LINES), ...lines.slice(-EDGE_LINES)])
  return pieces.filter(({ y }) => edge.has(Math.round(y)))
}
