import type { HtmlElement } from '../html/document'
import { parseXml } from '../html/xml'
import { xmlPieces } from '../structured/xml-pieces'

/** A node of a Zotero RDF file: an item, an attachment, a note, a container, a collection. */
export type RdfNode = {
  /** Its name without the prefix: `Article`, `Attachment`, `Memo`, `Journal`, … */
  readonly name: string
  /** What others call it by; null when nothing refers to it. */
  readonly about: string | null
  /** Whether it says which kind of item it is: attachments do as well. */
  readonly isItem: boolean
  /** To the letter. */
  readonly xml: string
  /** Parses it. A library has tens of thousands, which together would not fit into the parser's memory. */
  readonly parsed: () => HtmlElement | null
}

export type RdfFile = {
  readonly nodes: readonly RdfNode[]
  readonly withOnly: (xml: readonly string[]) => string
}

const ROOT = /<((?:[a-z][\w.-]*:)?RDF)\b[^<>]*>/i

/**
 * Parts a Zotero RDF file into its nodes, each parsed by itself; null as `xmlPieces`. Entities that the file declares are not
 * grown, and nothing is fetched.
 */
export function rdfNodes(text: string): RdfFile | null {
  const list = xmlPieces(text, ROOT)
  if (list === null) return null
  return {
    nodes: list.pieces.flatMap((xml) => nodeOf(xml, list.within) ?? []),
    withOnly: (xml) => list.within(xml.join('\n')),
  }
}

function nodeOf(xml: string, within: (xml: string) => string): RdfNode | null {
  const parsed = () => parseXml(within(xml)).documentElement?.firstElementChild ?? null
  const element = parsed()
  if (element === null) return null
  return {
    name: bare(element.localName),
    about: attributeOf(element, 'rdf:about'),
    isItem: wordsOfChild(element, 'itemType') !== null,
    xml,
    parsed,
  }
}

function bare(name: string): string {
  return name.replace(/^.*:/, '')
}

/** An attribute's value; the parser leaves entities in attributes as they are. */
export function attributeOf(element: HtmlElement, name: string): string | null {
  const value = element.getAttribute(name)
  if (value === null || !value.includes('&')) return value
  return parseXml(`<v>${value.replaceAll('<', '')}</v>`).documentElement?.textContent ?? value
}

/** The children of this name, whatever its prefix. */
export function childrenNamed(element: HtmlElement, ...names: readonly string[]): HtmlElement[] {
  return [...element.children].filter((child) => names.includes(bare(child.localName)))
}

/** The words of the first child of this name; null when they are none. */
export function wordsOfChild(element: HtmlElement, name: string): string | null {
  for (const child of childrenNamed(element, name)) {
    const words = (child.textContent ?? '').replace(/\s+/g, ' ').trim()
    if (words !== '') return words
  }
  return null
}
