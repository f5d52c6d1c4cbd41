import { Readability } from '@mozilla/readability'
import { DOMParser } from 'linkedom'
import { type HtmlDocument, type HtmlElement, type HtmlNode, isElement, TEXT } from '../document'

/** What is asked of linkedom's nodes. */
type FullNode = { append(...nodes: FullNode[]): void }
type FullElement = FullNode & { setAttribute(name: string, value: string): void }
type FullDocument = {
  readonly head: FullElement
  readonly body: FullElement
  createElement(name: string): FullElement
  createTextNode(words: string): FullNode
}

/**
 * Readability's reading of a page. It asks for far more of the DOM than `tree/` has, so it gets a copy of the page that linkedom
 * makes. Null when it finds nothing.
 */
export function readabilityBody(page: HtmlDocument): HtmlElement | null {
  const readability = new Readability<HtmlElement>(fullCopy(page) as never, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (element: unknown) => element as HtmlElement,
  })
  return readability.parse()?.content ?? null
}

function fullCopy(page: HtmlDocument): FullDocument {
  const empty = '<html><head></head><body></body></html>'
  const document = new DOMParser().parseFromString(empty, 'text/html') as unknown as FullDocument
  const waiting: { from: HtmlNode; to: FullElement }[] = []
  if (page.head !== null) waiting.push({ from: page.head, to: document.head })
  if (page.body !== null) waiting.push({ from: page.body, to: document.body })
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { from, to } = next
    for (const node of from.childNodes) {
      if (node.nodeType === TEXT) to.append(document.createTextNode(node.textContent ?? ''))
      if (!isElement(node)) continue
      const copy = document.createElement(node.localName)
      for (const [name, value] of node.attributes) copy.setAttribute(name, value)
      to.append(copy)
      waiting.push({ from: node, to: copy })
    }
  }
  return document
}
