import type { HtmlElement } from '../document'
import type { Measures } from './measure'
import { isNamedBody } from './names'

/** Share of its paragraphs' worth that an element passes to the one around it: the tightest good one wins. */
const PASSED_ON = 0.6
/** Markup that names the article's body is worth this much more than any other element. */
const NAMED_BODY = 1.6
const NAMED_ARTICLE = 1.15
/** A named body that holds less of the page's paragraphs than this is a teaser. */
const LEAST_SHARE = 0.25

/** The element whose paragraphs are the article's, or null when nothing under `root` has any. */
export function articleContainer(root: HtmlElement, measures: Measures): HtmlElement | null {
  const whole = measures.of(root).story
  if (whole === 0) return null
  let best: { element: HtmlElement; worth: number } | null = null
  const worths = worthOf(root, measures)
  for (const [element, worth] of worths) {
    if (PARAGRAPHS.has(element.localName)) continue
    const named = measures.of(element).story >= whole * LEAST_SHARE ? nameBonus(element) : 1
    if (best === null || worth * named > best.worth) best = { element, worth: worth * named }
  }
  return best === null ? null : widened(best.element, root, measures)
}

export function nameBonus(element: HtmlElement): number {
  if (isNamedBody(element)) return NAMED_BODY
  return element.localName === 'article' || element.localName === 'main' ? NAMED_ARTICLE : 1
}

/** Every element with paragraphs, with the sum of their masses, each passed on less by each box of several. */
function worthOf(root: HtmlElement, measures: Measures): Map<HtmlElement, number> {
  const worths = new Map<HtmlElement, number>()
  const waiting: { element: HtmlElement; done: boolean }[] = [{ element: root, done: false }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { element, done } = next
    const children = [...element.children].filter((child) => measures.of(child).story > 0)
    if (!done) {
      waiting.push({ element, done: true })
      for (const child of children) waiting.push({ element: child, done: false })
      continue
    }
    const { story } = measures.of(element)
    const own = story - children.reduce((sum, child) => sum + measures.of(child).story, 0)
    const passed = children.reduce((sum, child) => {
      const several = measures.of(child).paragraphs > 1 && !PARAGRAPHS.has(child.localName)
      return sum + (worths.get(child) ?? 0) * (several && children.length > 1 ? PASSED_ON : 1)
    }, 0)
    worths.set(element, own + passed)
  }
  return worths
}

/** Elements inside which several paragraphs are still one piece of the text around them. */
const PARAGRAPHS = new Set(['p', 'li', 'blockquote', 'pre', 'td', 'dd', 'ul', 'ol', 'dl', 'table', 'figure'])

/** Share of the paragraphs that must be missing from an element before the one around it is looked at. */
const MISSING = 0.12
/** What the wider element adds is not more of links and scraps than this, to what it adds of paragraphs. */
const MOST_SCRAPS = 0.5

/** The element or one around it: bodies are often parted into several boxes, one of which holds the most. */
function widened(element: HtmlElement, root: HtmlElement, measures: Measures): HtmlElement {
  let best = element
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    const [inner, outer] = [measures.of(best), measures.of(around)]
    const story = outer.story - inner.story
    const scraps = outer.linked - inner.linked
    if (story > outer.story * MISSING && scraps < story * MOST_SCRAPS) best = around
    if (around === root) break
  }
  return best
}
