import { compile } from 'css-select'

/** What selectors ask of a tree. */
export type Selectable = {
  readonly nodeType: number
  readonly localName: string
  readonly parentNode: Selectable | null
  readonly textContent: string
  readonly childNodes: readonly Selectable[]
  getAttribute(name: string): string | null
}

type Matcher = (element: Selectable) => boolean

const ELEMENT = 1
/** "p, li, td": most selectors are only names, which a set answers faster than anything compiled. */
const ONLY_NAMES = /^[a-z\d]+(?:,\s*[a-z\d]+)*$/

/** Selectors are written in the code and never come out of a page: there are some fifty. */
const known = new Map<string, Matcher>()

/** Whether an element answers to a CSS selector. It is compiled once for all pages. */
export function matcherOf(selector: string): Matcher {
  const before = known.get(selector)
  if (before !== undefined) return before
  const matcher = ONLY_NAMES.test(selector) ? byName(selector) : compiled(selector)
  known.set(selector, matcher)
  return matcher
}

function byName(selector: string): Matcher {
  const names = new Set(selector.split(/,\s*/))
  return (element) => names.has(element.localName)
}

function compiled(selector: string): Matcher {
  return compile<Selectable, Selectable>(selector, {
    // Pages change between two questions, and what is kept would keep the page.
    cacheResults: false,
    adapter: {
      isTag: isElement,
      getAttributeValue: (element, name) => element.getAttribute(name) ?? undefined,
      getChildren: (node) => [...node.childNodes],
      getName: (element) => element.localName,
      getParent: (element) => element.parentNode,
      getSiblings: (node) => [...(node.parentNode?.childNodes ?? [node])],
      getText: (node) => node.textContent,
      hasAttrib: (element, name) => element.getAttribute(name) !== null,
      removeSubsets: (nodes) => nodes,
    },
  })
}

function isElement(node: Selectable): node is Selectable {
  return node.nodeType === ELEMENT
}
