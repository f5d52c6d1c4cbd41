import { DOMParser } from 'linkedom'
import { LIMITS } from '../limits'
import { HIDDEN, withoutInnerDocuments } from './inner-documents'

/** The part of the DOM that ingest uses, so that linkedom stays in this folder and `electron/` needs no DOM types. */
export type HtmlNode = {
  readonly nodeType: number
  readonly nodeName: string
  readonly parentNode: HtmlNode | null
  readonly firstChild: HtmlNode | null
  readonly nextSibling: HtmlNode | null
  readonly previousSibling: HtmlNode | null
  readonly childNodes: Iterable<HtmlNode>
  textContent: string | null
}

export type HtmlElement = HtmlNode & {
  readonly localName: string
  readonly id: string
  readonly className: string
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>
  readonly children: Iterable<HtmlElement>
  readonly firstElementChild: HtmlElement | null
  readonly nextElementSibling: HtmlElement | null
  readonly parentElement: HtmlElement | null
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  hasAttribute(name: string): boolean
  removeAttribute(name: string): void
  querySelector(selector: string): HtmlElement | null
  querySelectorAll(selector: string): Iterable<HtmlElement>
  closest(selector: string): HtmlElement | null
  matches(selector: string): boolean
  contains(node: HtmlNode): boolean
  after(...nodes: HtmlNode[]): void
  append(...nodes: HtmlNode[]): void
  prepend(...nodes: HtmlNode[]): void
  remove(): void
}

export type HtmlDocument = HtmlElement & {
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
  const waiting: HtmlElement[] = root === null ? [] : [...root.children].reverse()
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    found.push(element)
    if (element.firstElementChild !== null) waiting.push(...[...element.children].reverse())
  }
  return found
}

/**
 * Parses a page. Nothing runs and nothing is fetched: linkedom has no scripts, styles or network. Elements below
 * `LIMITS.elementDepth` are hoisted, so that no later step can be sent down a well; null for a page with more
 * than `LIMITS.elements`.
 */
export function parseHtml(html: string): HtmlDocument | null {
  if (hasTooManyTags(html)) return null
  const document = new DOMParser().parseFromString(
    withDocumentElement(withoutInnerDocuments(html)),
    'text/html',
  ) as unknown as HtmlDocument
  if (!document.documentElement || !tidied(document.documentElement)) return null
  gatherBody(document.documentElement)
  return document
}

/**
 * Brings what stands around the body into it, as a browser does: linkedom takes the body for missing, and makes an
 * empty one, where anything (a script, mostly) stands between head and body.
 */
function gatherBody(root: HtmlElement): void {
  const children = [...root.children]
  const body = children.find((child) => child.localName === 'body')
  if (body === undefined) return
  const at = children.indexOf(body)
  body.prepend(...children.slice(0, at).filter((child) => child.localName !== 'head'))
  body.append(...children.slice(at + 1))
}

/** Counted before anything is built of them: a million elements in one another are slow to build and slower to hoist. */
function hasTooManyTags(html: string): boolean {
  return tagsIn(html) > LIMITS.elements && tagsIn(html.replace(HIDDEN, '')) > LIMITS.elements
}

function tagsIn(html: string): number {
  let count = 0
  for (const _ of html.matchAll(/<[a-z]/gi)) {
    count += 1
    if (count > LIMITS.elements) break
  }
  return count
}

/** Pages get the elements that a browser would add; linkedom adds none and takes the first for the document's. */
function withDocumentElement(html: string): string {
  return /<html[\s>]/i.test(html) ? withBody(html) : `<html><body>${html}</body></html>`
}

/** What may stand before the body without opening it. */
const OF_THE_HEAD = /<(?!\/|[!?]|(?:html|head|title|meta|link|script|style|base|noscript|template)[\s>/])/i

/** A body may be left out; it then begins behind the head, or with the first element that belongs to no head. */
function withBody(html: string): string {
  if (/<(?:body|frameset)[\s>]/i.test(html)) return html
  const seen = html.replace(HIDDEN, (hidden) => ' '.repeat(hidden.length))
  const behindHead = /<\/head\s*>/i.exec(seen)
  const at = behindHead === null ? seen.search(OF_THE_HEAD) : behindHead.index + behindHead[0].length
  if (at < 0) return html
  if (/<head[\s>]/i.test(seen)) return `${html.slice(0, at)}<body>${html.slice(at)}`
  const root = /<html(?:\s[^>]*)?>/i.exec(seen)
  const open = root === null ? 0 : root.index + root[0].length
  return `${html.slice(0, open)}<head>${html.slice(open, at)}</head><body>${html.slice(at)}`
}

/** Walks without recursion: hoists what is too deep, and writes attribute names in small letters. */
function tidied(root: HtmlElement): boolean {
  const waiting: { element: HtmlElement; depth: number }[] = [{ element: root, depth: 0 }]
  let count = 0
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { element, depth } = next
    count += 1
    if (count > LIMITS.elements) return false
    lowerAttributeNames(element)
    if (element.firstElementChild === null) continue
    const children = [...element.children]
    const hoist = depth >= LIMITS.elementDepth
    if (hoist) element.after(...element.childNodes)
    for (const child of children.reverse()) waiting.push({ element: child, depth: hoist ? depth : depth + 1 })
  }
  return true
}

function lowerAttributeNames(element: HtmlElement): void {
  for (const { name, value } of [...element.attributes]) {
    if (!/[A-Z]/.test(name)) continue
    element.removeAttribute(name)
    const lower = name.toLowerCase()
    if (!element.hasAttribute(lower)) element.setAttribute(lower, value)
  }
}
