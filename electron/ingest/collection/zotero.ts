import { failure } from '#domain/failure'
import { failed } from '#domain/result'
import { decode } from '../charset'
import type { HtmlElement } from '../html/document'
import { type ContainerReader, whole } from '../member'
import { articlesOfEntries, type Entry } from './entry'
import { recordOfItem } from './zotero-item'
import {
  attributeOf,
  childrenNamed,
  type RdfFile,
  type RdfNode,
  rdfNodes,
  wordsOfChild,
} from './zotero-nodes'

/**
 * "Zotero RDF" with its files: each item that has a snapshot, an e-book, a PDF or a text is an article, with what the item tells of
 * it. The item's notes and its other files are kept with it and are not shown.
 */
export const readZotero: ContainerReader = async function* (input, inside) {
  const { bytes, fileName } = input
  const decoded = decode(bytes)
  const file = decoded.ok ? rdfNodes(decoded.value.text) : null
  if (file === null) {
    yield whole(() => failed(failure('file-damaged', { file: fileName })))
    return
  }
  const bringsFiles = file.nodes.some(({ name, xml }) => name === 'Attachment' && EXPORTED.test(xml))
  yield* articlesOfEntries(bringsFiles ? entriesOf(file) : [], input, inside)
}

/** An attachment whose file came with the export. */
const EXPORTED = /:resource\s*=\s*["']files\//

/** One after the other: an entry is made when it is its turn. */
function* entriesOf(file: RdfFile): Generator<Entry> {
  const byAbout = new Map(
    file.nodes.flatMap((node) => (node.about === null ? [] : [[node.about, node] as const])),
  )
  const lookup = (about: string) => byAbout.get(about)
  const taken = new Set<RdfNode>()
  for (const item of file.nodes.filter(({ name, isItem }) => isItem && name !== 'Attachment')) {
    const element = item.parsed()
    if (element === null) continue
    const children = referredFrom(element, ['link'], lookup).filter(({ name }) => name === 'Attachment')
    for (const child of children) taken.add(child)
    yield entryOf(file, item, element, children, lookup)
  }
  for (const alone of file.nodes.filter((node) => node.name === 'Attachment' && !taken.has(node))) {
    const element = alone.parsed()
    if (element !== null) yield entryOf(file, alone, element, [alone], lookup)
  }
}

function entryOf(
  file: RdfFile,
  item: RdfNode,
  element: HtmlElement,
  attachments: readonly RdfNode[],
  lookup: (about: string) => RdfNode | undefined,
): Entry {
  const ranked = attachments
    .flatMap(({ parsed }) => {
      const attachment = parsed()
      const path = attachment === null ? null : pathOf(attachment)
      return attachment === null || path === null
        ? []
        : [{ attachment, path, rank: rankOf(attachment, path) }]
    })
    .toSorted((a, b) => a.rank - b.rank)
  const readable = ranked.filter(({ rank }) => rank < KINDS.length)
  const record = recordOfItem(element, readable[0]?.attachment ?? null, lookup)
  const others = referredFrom(element, ['isReferencedBy', 'isPartOf'], lookup)
  const nodes = [...new Set([item, ...attachments, ...others])]
  return {
    // The title of an attachment by itself is its file's name.
    record: item.name === 'Attachment' ? { ...record, title: null } : record,
    part: wordsOfChild(element, 'title') ?? record.url ?? item.about ?? ranked[0]?.path ?? '',
    files: readable.flatMap(({ path }) => spellings(path)),
    kept: ranked.filter(({ rank }) => rank === KINDS.length).map(({ path }) => path),
    list: { name: 'zotero.rdf', text: file.withOnly(nodes.map(({ xml }) => xml)) },
  }
}

/** Nodes that a node names in children of these names (`link:link`, `dcterms:isReferencedBy`). */
function referredFrom(
  element: HtmlElement,
  names: readonly string[],
  lookup: (about: string) => RdfNode | undefined,
): RdfNode[] {
  return childrenNamed(element, ...names).flatMap((child) => {
    const about = attributeOf(child, 'rdf:resource')
    return (about === null ? undefined : lookup(about)) ?? []
  })
}

/** A file of the export; null for a link to the web or to elsewhere on somebody's disk. */
function pathOf(element: HtmlElement): string | null {
  for (const child of childrenNamed(element, 'resource', 'path')) {
    const path = attributeOf(child, 'rdf:resource') ?? child.textContent?.trim() ?? ''
    if (/^files\//.test(path)) return path
  }
  return null
}

/** A path as it is written, and with its escapes read: programs write it either way. */
function spellings(path: string): string[] {
  try {
    return [...new Set([path, decodeURIComponent(path)])]
  } catch {
    return [path]
  }
}

/** A snapshot holds the page's own words in order; of a book and of a printed page the order has to be found. */
const KINDS: readonly { readonly type: RegExp; readonly ending: RegExp }[] = [
  { type: /html|multipart\/related/i, ending: /\.(?:x?html?|mhtml?)$/i },
  { type: /epub/i, ending: /\.epub$/i },
  { type: /pdf/i, ending: /\.pdf$/i },
  { type: /^text\//i, ending: /\.(?:txt|md|markdown|eml)$/i },
]

/** Its place in `KINDS`; behind them all for what is no text. */
function rankOf(element: HtmlElement, path: string): number {
  const told = wordsOfChild(element, 'type')
  const rank = KINDS.findIndex(({ type, ending }) => (told === null ? ending.test(path) : type.test(told)))
  return rank < 0 ? KINDS.length : rank
}
