import type { HtmlElement } from '../document'
import { isUnseen } from '../element-kinds'
import { Measures } from './measure'
import { suspicionOf } from './names'

/**
 * The part of a page that is not seen and holds the most paragraphs: kept for readers without scripts (`noscript`), for a
 * script that never ran (`template`), or hidden until one shows it. `isWanted` tells whether words are this page's own.
 */
export function hiddenBody(root: HtmlElement, isWanted: (words: string) => boolean): HtmlElement | null {
  let best: { element: HtmlElement; story: number } | null = null
  const waiting = [...root.children]
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (suspicionOf(element) === 'certain') continue
    if (!isUnseen(element)) {
      waiting.push(...element.children)
      continue
    }
    const { story, paragraphs } = new Measures(element).of(element)
    if (paragraphs < LEAST_PARAGRAPHS || (best !== null && story <= best.story)) continue
    if (isWanted(element.textContent ?? '')) best = { element, story }
  }
  return best?.element ?? null
}

/** A single hidden paragraph is a form's, a menu's or a consent's. */
const LEAST_PARAGRAPHS = 2
