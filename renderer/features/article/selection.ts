import { type Range, trimmed } from '#domain/article/range'

/**
 * From a selection in the page to a range of the canonical text. Each piece of article text is an element with
 * `data-from`, its offset in UTF-16 code units; what is between them (paragraph numbers, margin marks, labels) has
 * none and therefore never gets into a note.
 */

/** One end of a DOM selection. */
export type DomPoint = { readonly node: Node; readonly offset: number }

const ELEMENT = 1
const TEXT = 3

function leafAround(node: Node, root: Element): Element | null {
  const element = node.nodeType === ELEMENT ? (node as Element) : node.parentElement
  const leaf = element?.closest('[data-from]') ?? null
  return leaf !== null && root.contains(leaf) ? leaf : null
}

function startOf(leaf: Element): number {
  return Number(leaf.getAttribute('data-from'))
}

function endOf(leaf: Element): number {
  return startOf(leaf) + (leaf.textContent ?? '').length
}

/** Length of the text of `leaf` before `point`. */
function lengthBefore(leaf: Element, point: DomPoint): number {
  let length = 0
  const walk = (node: Node): boolean => {
    if (node === point.node) {
      if (node.nodeType === TEXT) length += point.offset
      else
        for (const child of Array.from(node.childNodes).slice(0, point.offset))
          length += (child.textContent ?? '').length
      return true
    }
    if (node.nodeType === TEXT) length += (node.textContent ?? '').length
    return Array.from(node.childNodes).some(walk)
  }
  walk(leaf)
  return length
}

/** Where a node stands: the index of each ancestor among its siblings, from `root` down. */
function pathTo(root: Element, node: Node): number[] {
  const path: number[] = []
  for (let at: Node = node; at !== root && at.parentNode !== null; at = at.parentNode) {
    path.unshift(Array.prototype.indexOf.call(at.parentNode.childNodes, at))
  }
  return path
}

/** Whether the node at `path` begins at or after `other` in the document. */
function isAtOrAfter(path: readonly number[], other: readonly number[]): boolean {
  for (let depth = 0; depth < other.length; depth += 1) {
    const difference = (path[depth] ?? -1) - (other[depth] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return true
}

/**
 * The offset in the canonical text of one end of a selection.
 * @param edge which end: outside of article text a start moves forward to the next text, an end back to the last
 * @returns null when the article holds no text on that side
 */
export function offsetOf(root: Element, point: DomPoint, edge: 'start' | 'end'): number | null {
  const leaf = leafAround(point.node, root)
  if (leaf !== null) return startOf(leaf) + lengthBefore(leaf, point)
  const leaves = Array.from(root.querySelectorAll('[data-from]'))
  const place = [...pathTo(root, point.node), point.offset]
  let low = 0
  let high = leaves.length
  while (low < high) {
    const middle = (low + high) >> 1
    const candidate = leaves[middle]
    if (candidate !== undefined && isAtOrAfter(pathTo(root, candidate), place)) high = middle
    else low = middle + 1
  }
  const found = edge === 'start' ? leaves[low] : leaves[low - 1]
  if (found === undefined) return null
  return edge === 'start' ? startOf(found) : endOf(found)
}

/**
 * The range of the canonical text between two ends, without white space at its edges.
 * @returns null when nothing of the article is between them
 */
export function rangeBetween(text: string, root: Element, start: DomPoint, end: DomPoint): Range | null {
  const from = offsetOf(root, start, 'start')
  const to = offsetOf(root, end, 'end')
  if (from === null || to === null || from === to) return null
  // Blocks may stand in another order on the page than in the text (a headline below its byline).
  const range = trimmed(text, [Math.max(0, Math.min(from, to)), Math.min(text.length, Math.max(from, to))])
  return range[0] < range[1] ? range : null
}
