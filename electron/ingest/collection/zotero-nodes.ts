import type { HtmlElement } from '../html/document'
import { parseXml } from '../html/xml'
import { LIMITS } from '../limits'

/** A node of a Zotero RDF file: an item, an attachment, a note, a container, a collection. */
export type RdfNode = {
  readonly element: HtmlElement
  /** Its name without the prefix: `Article`, `Attachment`, `Memo`, `Journal`, … */
  readonly name: string
  /** What others call it by; null when nothing refers to it. */
  readonly about: string | null
  /** To the letter. */
  readonly xml: string
}

export type RdfFile = {
  readonly nodes: readonly RdfNode[]
  readonly withOnly: (xml: readonly string[]) => string
}

/** Comments and CDATA sections may hold anything, also what looks like a tag; one that does not end holds the rest. */
const TAGS =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<(\/?)([a-z][\w:.-]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/gi

/** Nodes of one file: the largest libraries have some 100,000 items, each with an attachment or two. */
const MOST_NODES = 400_000

const ROOT = /<((?:[a-z][\w.-]*:)?RDF)\b[^<>]*>/i

/**
 * Parts a Zotero RDF file into its nodes, each parsed by itself. Null when it has no RDF element or is not well nested, or when a node
 * has more than `LIMITS.elements`. Entities that the file declares are not grown, and nothing is fetched.
 */
export function rdfNodes(text: string): RdfFile | null {
  const root = ROOT.exec(text)
  const pieces = root === null ? null : piecesOf(text.slice(root.index + root[0].length))
  if (root === null || pieces === null) return null
  const within = (xml: string) => `${root[0]}\n${xml}\n</${root[1]}>\n`
  return {
    nodes: pieces.flatMap((xml) => nodeOf(xml, within(xml)) ?? []),
    withOnly: (xml) => within(xml.join('\n')),
  }
}

/** The elements of the first depth, to the letter, up to the end of the one that they are in. */
function piecesOf(inner: string): string[] | null {
  const pieces: string[] = []
  let [depth, start, elements] = [0, 0, 0]
  for (const { index, 0: tag, 1: slash, 3: rest = '' } of inner.matchAll(TAGS)) {
    if (slash === undefined) continue
    const closes = slash === '/'
    if (closes && depth === 0) return pieces
    if (depth === 0) [start, elements] = [index, 0]
    elements += 1
    if (elements > LIMITS.elements || pieces.length > MOST_NODES) return null
    if (closes) depth -= 1
    else if (!rest.endsWith('/')) depth += 1
    if (depth === 0) pieces.push(inner.slice(start, index + tag.length))
  }
  return null
}

function nodeOf(xml: string, document: string): RdfNode | null {
  const element = parseXml(document).documentElement?.firstElementChild ?? null
  if (element === null) return null
  return { element, name: bare(element.localName), about: attributeOf(element, 'rdf:about'), xml }
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
