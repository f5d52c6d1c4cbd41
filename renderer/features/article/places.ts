import type { Range } from '#domain/article/range'

/** Where ranges of the canonical text stand on the page, and what of the text is in sight. DOM only, no state. */

const BLOCK = '[data-block]'

/** The pieces of a range, in document order. */
export function piecesOf(root: Element, blocks: readonly number[], range: Range): readonly HTMLElement[] {
  return blocks.flatMap((block) =>
    [...root.querySelectorAll<HTMLElement>(`[data-block="${block}"] [data-from]`)].filter((piece) => {
      const from = Number(piece.dataset.from)
      const to = from + (piece.textContent ?? '').length
      return from < range[1] && range[0] < to
    }),
  )
}

/** Farther than this many window heights the page jumps instead of gliding. */
const GLIDE = 2.5

/**
 * Brings the range into sight, at the upper third of the scroller where the eye reads on.
 * @returns the piece that was scrolled to; null when the page does not hold the range (yet)
 */
export function scrollToRange(
  scroller: HTMLElement,
  root: Element,
  blocks: readonly number[],
  range: Range,
): HTMLElement | null {
  const [piece] = piecesOf(root, blocks, range)
  if (piece === undefined) return null
  const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches
  const place = () => {
    const box = scroller.getBoundingClientRect()
    const [line] = piece.getClientRects()
    return (line ?? piece.getBoundingClientRect()).top - box.top
  }
  const height = scroller.clientHeight
  const top = place()
  const isInSight = top > height * 0.08 && top < height * 0.8
  if (isInSight) return piece
  const near = !reduced && Math.abs(top) < height * GLIDE
  scroller.scrollBy({ top: top - height / 3, behavior: near ? 'smooth' : 'instant' })
  if (!near) {
    // Blocks that come into sight get their true height only now: look again when they are laid out.
    requestAnimationFrame(() => scroller.scrollBy({ top: place() - height / 3, behavior: 'instant' }))
  }
  return piece
}

/** Offsets of the first and last text in sight, in UTF-16 code units; null when no text is. */
export function textInSight(
  scroller: HTMLElement,
  elements: readonly HTMLElement[],
  ranges: readonly Range[],
): Range | null {
  const view = scroller.getBoundingClientRect()
  const first = firstBelow(elements, view.top)
  const last = firstBelow(elements, view.bottom)
  const from = offsetAt(elements[first], ranges, view.top)
  const lastVisible = elements[Math.min(last, elements.length - 1)]
  const to = offsetAt(lastVisible, ranges, view.bottom)
  return from === null || to === null ? null : [Math.min(from, to), Math.max(from, to)]
}

/** Index of the first element whose lower edge is below `y`. Elements stand under each other. */
function firstBelow(elements: readonly HTMLElement[], y: number): number {
  let low = 0
  let high = elements.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((elements[middle]?.getBoundingClientRect().bottom ?? 0) > y) high = middle
    else low = middle + 1
  }
  return low
}

function offsetAt(element: HTMLElement | undefined, ranges: readonly Range[], y: number): number | null {
  if (element === undefined) return null
  const range = ranges[Number(element.dataset.block)]
  if (range === undefined) return null
  const box = element.getBoundingClientRect()
  const share = box.height === 0 ? 0 : Math.min(1, Math.max(0, (y - box.top) / box.height))
  return Math.round(range[0] + (range[1] - range[0]) * share)
}

/** The blocks on the page in document order, without those that are folded away. */
export function blockElements(root: Element): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(BLOCK)].filter(
    (element) => element.closest('details:not([open])') === null,
  )
}

/** Moves focus to the next (1) or previous (-1) block of the body from where the person reads. */
export function focusNeighbour(scroller: HTMLElement, root: Element, step: 1 | -1): void {
  const elements = blockElements(root)
  const focused = document.activeElement?.closest<HTMLElement>(BLOCK) ?? null
  const top = scroller.getBoundingClientRect().top
  const here = focused === null ? -1 : elements.indexOf(focused)
  const next = here >= 0 ? elements[here + step] : elements[firstBelow(elements, top + 1)]
  if (next === undefined) return
  next.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'nearest' })
  caretTo(next)
}

/** Puts a collapsed selection at the start of a block's words, so that Shift with arrows selects from there. */
function caretTo(block: HTMLElement): void {
  const piece = block.querySelector('[data-from]')
  const node = piece && document.createTreeWalker(piece, NodeFilter.SHOW_TEXT).nextNode()
  if (node) getSelection()?.collapse(node, 0)
}
