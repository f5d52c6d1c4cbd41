import {
  elementsOf,
  type HtmlDocument,
  type HtmlElement,
  type HtmlNode,
  type HtmlParent,
  isElement,
  TEXT,
} from './document'
import { isBlockLevel, isUnseen } from './element-kinds'

/** Names of parts of a page that speak of other articles, or in which other people speak. */
const ELSEWHERE =
  'nav, aside, footer, [class*="comment" i], [id*="comment" i], [class*="related" i], [class*="sidebar" i], [id*="sidebar" i], [class*="teaser" i], [class*="widget" i], [class*="recommend" i], [class*="most-read" i], [class*="newsticker" i]'
/** A part that holds this much of a page's paragraphs is the page, whatever it is called ("has-sidebar"). */
const MOST_OF_PAGE = 0.4

/** Tells what a person sees of a page, and whether it belongs to the article. */
export class Shown {
  readonly #document: HtmlDocument
  readonly #elsewhere = new Map<HtmlElement, boolean>()
  #paragraphs: number | null = null
  /** Every element of the page, in document order: it is walked once for all who look through it. */
  readonly elements: readonly HtmlElement[]

  constructor(document: HtmlDocument) {
    this.#document = document
    this.elements = elementsOf(document.documentElement)
  }

  /** Whether an element is seen and stands with the article rather than beside it. */
  isWithArticle(element: HtmlElement): boolean {
    if (isUnseen(element)) return false
    for (let part = element.closest(ELSEWHERE); part !== null; ) {
      if (this.#isPart(part)) return false
      part = part.parentElement?.closest(ELSEWHERE) ?? null
    }
    return true
  }

  #isPart(element: HtmlElement): boolean {
    const known = this.#elsewhere.get(element)
    if (known !== undefined) return known
    this.#paragraphs ??= count(this.#document)
    const isPart = element.localName !== 'body' && count(element) <= this.#paragraphs * MOST_OF_PAGE
    this.#elsewhere.set(element, isPart)
    return isPart
  }
}

function count(element: HtmlParent): number {
  return [...element.querySelectorAll('p')].length
}

/** The words of an element, blanks collapsed, without what is never seen (styles that scripts write into headings). */
export function wordsOf(element: HtmlElement): string {
  return (wordPieces(element, Number.POSITIVE_INFINITY) ?? []).join('').replace(/\s+/g, ' ').trim()
}

/** The words of an element, or null when there are more than `most` characters: a long one is not read to its end. */
export function shortWordsOf(element: HtmlElement, most: number): string | null {
  const pieces = wordPieces(element, most * BLANKS)
  const words = pieces?.join('').replace(/\s+/g, ' ').trim() ?? ''
  return pieces === null || words.length > most ? null : words
}

/** Markup is indented: so many characters may stand for one of its words'. */
const BLANKS = 4

/**
 * The pieces of text that an element is made of, in order. A line break and the edge of a block are blanks, so that
 * the lines of a heading do not run together. Null when they are longer than `most`, an element being as long as a letter:
 * thousands of empty ones in one another would be walked anew from each.
 */
function wordPieces(element: HtmlElement, most: number): string[] | null {
  if (element.firstElementChild === null) return [element.textContent ?? '']
  const pieces: string[] = []
  let length = 0
  let node: HtmlNode | null = element.firstChild
  while (node !== null) {
    const inner = isElement(node) && node.localName !== 'br' && !isUnseen(node) ? node : null
    if (inner !== null) {
      length += 1
      if (isBlockLevel(inner)) pieces.push(' ')
    } else if (node.nodeType === TEXT) {
      const words = node.textContent ?? ''
      pieces.push(words)
      length += words.length
    } else if (isElement(node) && node.localName === 'br') pieces.push(' ')
    if (length > most) return null
    if (inner?.firstChild) {
      node = inner.firstChild
      continue
    }
    if (inner !== null && isBlockLevel(inner)) pieces.push(' ')
    while (node !== null && node.nextSibling === null) {
      node = node.parentNode === element ? null : node.parentNode
      if (node !== null && isElement(node) && isBlockLevel(node)) pieces.push(' ')
    }
    node = node?.nextSibling ?? null
  }
  return pieces
}
