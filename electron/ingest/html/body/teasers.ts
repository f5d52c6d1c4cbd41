import type { HtmlElement } from '../document'
import type { Measures } from './measure'

/** A teaser has at most this mass of text outside its links. */
const MOST_UNLINKED = 400
/** A teaser without a heading is a link with a date or a section's name; an item with a link in it is text. */
const MOSTLY_LINK = 0.8
/** This many alike, side by side, are a list of other articles. */
const LEAST_ALIKE = 3

const BOXES = new Set(['div', 'li', 'article', 'section', 'a', 'dl'])
const LINKED_HEADING = 'h1 a, h2 a, h3 a, h4 a, h5 a, a h1, a h2, a h3, a h4, a h5'

/**
 * Takes out lists of other articles: siblings alike, each with a linked heading or little but links. Returns the mass that
 * they had.
 */
export function clearTeasers(root: HtmlElement, measures: Measures): number {
  let cleared = 0
  const waiting = [...root.children]
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    for (const alike of groupsOf(element)) {
      const teasers = alike.filter((child) => isTeaser(child, measures))
      if (teasers.length < LEAST_ALIKE) continue
      for (const teaser of teasers) {
        cleared += measures.of(teaser).mass
        measures.remove(teaser)
      }
    }
    waiting.push(...element.children)
  }
  return cleared
}

/** Children of one kind and first class name, where there are enough of them. */
function groupsOf(element: HtmlElement): HtmlElement[][] {
  const groups = new Map<string, HtmlElement[]>()
  for (const child of element.children) {
    if (!BOXES.has(child.localName)) continue
    const kind = `${child.localName} ${(child.getAttribute('class') ?? '').split(/\s+/)[0] ?? ''}`
    const group = groups.get(kind)
    if (group === undefined) groups.set(kind, [child])
    else group.push(child)
  }
  return [...groups.values()].filter((group) => group.length >= LEAST_ALIKE)
}

function isTeaser(element: HtmlElement, measures: Measures): boolean {
  const { mass, linked } = measures.of(element)
  if (linked === 0 || mass - linked > MOST_UNLINKED) return false
  if (element.localName === 'a') return element.querySelector('div, p, h2, h3, h4, figure, img') !== null
  return linked > mass * MOSTLY_LINK || element.querySelector(LINKED_HEADING) !== null
}
