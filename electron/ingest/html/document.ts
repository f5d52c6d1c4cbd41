import { LIMITS } from '../limits'
import { buildPage } from './tree/build'

/** The part of the DOM that ingest uses, so that what makes it stays in this folder and `electron/` needs no DOM types. */
export type HtmlNode = {
  readonly nodeType: number
  readonly parentNode: HtmlNode | null
  readonly firstChild: HtmlNode | null
  readonly nextSibling: HtmlNode | null
  readonly previousSibling: HtmlNode | null
  readonly childNodes: Iterable<HtmlNode>
  readonly textContent: string | null
}

/** What holds elements: one, or the document. `selector` is the code's own and never a page's. */
export type HtmlParent = HtmlNode & {
  readonly children: Iterable<HtmlElement>
  readonly firstElementChild: HtmlElement | null
  querySelector(selector: string): HtmlElement | null
  querySelectorAll(selector: string): Iterable<HtmlElement>
  contains(node: HtmlNode): boolean
}

export type HtmlElement = HtmlParent & {
  readonly localName: string
  readonly id: string
  readonly className: string
  /** Names and values. */
  readonly attributes: Iterable<readonly [string, string]>
  readonly nextElementSibling: HtmlElement | null
  readonly parentElement: HtmlElement | null
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  hasAttribute(name: string): boolean
  closest(selector: string): HtmlElement | null
  remove(): void
}

export type HtmlDocument = HtmlParent & {
  readonly documentElement: HtmlElement | null
  readonly body: HtmlElement | null
  readonly head: HtmlElement | null
}

export const ELEMENT = 1
export const TEXT = 3
export const COMMENT = 8

export function isElement(node: HtmlNode): node is HtmlElement {
  return node.nodeType === ELEMENT
}

/**
 * Every element under `root`, in document order; none for null. A page is walked once where selectors would walk it
 * often.
 */
export function elementsOf(root: HtmlElement | null): HtmlElement[] {
  const found: HtmlElement[] = []
  let node: HtmlNode | null = root
  while (node !== null) {
    if (node !== root && isElement(node)) found.push(node)
    let next: HtmlNode | null = node.firstChild
    for (let at: HtmlNode | null = node; next === null && at !== null && at !== root; at = at.parentNode)
      next = at.nextSibling
    node = next
  }
  return found
}

/**
 * Parses a page, with the outer elements that a browser would add. Nothing runs and nothing is fetched. Elements below
 * `LIMITS.elementDepth` are hoisted, so that no later step can be sent down a well; null for a page with more than
 * `LIMITS.elements`.
 */
export function parseHtml(html: string): HtmlDocument | null {
  return buildPage(html, { mostElements: LIMITS.elements, mostDepth: LIMITS.elementDepth })
}
