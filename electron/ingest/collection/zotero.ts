import { failure } from '#domain/failure'
import { failed } from '#domain/result'
import { decode } from '../charset'
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
  yield* articlesOfEntries(entriesOf(file), input, inside)
}

function entriesOf(file: RdfFile): Entry[] {
  const byAbout = new Map(
    file.nodes.flatMap((node) => (node.about === null ? [] : [[node.about, node] as const])),
  )
  const lookup = (about: string) => byAbout.get(about)
  const taken = new Set<RdfNode>()
  const items = file.nodes.filter(
    ({ name, element }) => name !== 'Attachment' && wordsOfChild(element, 'itemType') !== null,
  )
  const entries = items.map((item) => {
    const children = referredFrom(item, ['link'], lookup).filter(({ name }) => name === 'Attachment')
    for (const child of children) taken.add(child)
    return entryOf(file, item, children, lookup)
  })
  const alone = file.nodes.filter((node) => node.name === 'Attachment' && !taken.has(node))
  return [...entries, ...alone.map((attachment) => entryOf(file, attachment, [attachment], lookup))]
}

function entryOf(
  file: RdfFile,
  item: RdfNode,
  attachments: readonly RdfNode[],
  lookup: (about: string) => RdfNode | undefined,
): Entry {
  const ranked = attachments
    .flatMap((node) => {
      const path = pathOf(node)
      return path === null ? [] : [{ node, path, rank: rankOf(node, path) }]
    })
    .toSorted((a, b) => a.rank - b.rank)
  const readable = ranked.filter(({ rank }) => rank < KINDS.length)
  const record = recordOfItem(item.element, readable[0]?.node.element ?? null, lookup)
  const others = referredFrom(item, ['isReferencedBy', 'isPartOf'], lookup)
  const nodes = [...new Set([item, ...attachments, ...others])]
  return {
    // The title of an attachment by itself is its file's name.
    record: item.name === 'Attachment' ? { ...record, title: null } : record,
    part: wordsOfChild(item.element, 'title') ?? record.url ?? item.about ?? ranked[0]?.path ?? '',
    files: readable.map(({ path }) => path),
    kept: ranked.filter(({ rank }) => rank === KINDS.length).map(({ path }) => path),
    list: { name: 'zotero.rdf', text: file.withOnly(nodes.map(({ xml }) => xml)) },
  }
}

/** Nodes that a node names in children of these names (`link:link`, `dcterms:isReferencedBy`). */
function referredFrom(
  { element }: RdfNode,
  names: readonly string[],
  lookup: (about: string) => RdfNode | undefined,
): RdfNode[] {
  return childrenNamed(element, ...names).flatMap((child) => {
    const about = attributeOf(child, 'rdf:resource')
    return (about === null ? undefined : lookup(about)) ?? []
  })
}

/** A file of the export; null for a link to the web or to elsewhere on somebody's disk. */
function pathOf({ element }: RdfNode): string | null {
  for (const child of childrenNamed(element, 'resource', 'path')) {
    const path = attributeOf(child, 'rdf:resource') ?? child.textContent?.trim() ?? ''
    if (/^files\//.test(path)) return path
  }
  return null
}

/** A snapshot holds the page's own words in order; of a book and of a printed page the order has to be found. */
const KINDS: readonly { readonly type: RegExp; readonly ending: RegExp }[] = [
  { type: /html|multipart\/related/i, ending: /\.(?:x?html?|mhtml?)$/i },
  { type: /epub/i, ending: /\.epub$/i },
  { type: /pdf/i, ending: /\.pdf$/i },
  { type: /^text\//i, ending: /\.(?:txt|md|markdown|eml)$/i },
]

/** Its place in `KINDS`; behind them all for what is no text. */
function rankOf({ element }: RdfNode, path: string): number {
  const told = wordsOfChild(element, 'type')
  const rank = KINDS.findIndex(({ type, ending }) => (told === null ? ending.test(path) : type.test(told)))
  return rank < 0 ? KINDS.length : rank
}
