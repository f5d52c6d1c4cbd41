import { posix } from 'node:path'
import type { Reading } from '#domain/article/capture'
import { type CaptureFacts, NO_FACTS } from '#domain/article/facts'
import type { HtmlDocument, HtmlElement } from '../html/document'
import { languageTag } from '../html/metadata'
import { isoDate } from '../html/metadata/dates'
import { peopleIn } from '../html/metadata/people'
import { absoluteUrl } from '../html/urls'
import { elementsNamed, parseXml } from '../html/xml'
import { toldBy } from '../told-by'

/** What a book's package file tells (EPUB 3.3, 5; EPUB 2 has the same under other attributes). */
export type EpubPackage = {
  /** Paths of the text's files in the ZIP, in reading order, without cover and contents. */
  readonly spine: readonly string[]
  readonly facts: CaptureFacts
  readonly authors: readonly string[]
  readonly credits: NonNullable<Reading['metadataCredits']>
}

/** The path of the package file that `META-INF/container.xml` names, or null. */
export function packagePath(container: string): string | null {
  const [root] = elementsNamed(parseXml(container), 'rootfile')
  return root?.getAttribute('full-path') ?? null
}

/** Reads a package file; `path` is its own in the ZIP, which the others are relative to. */
export function readPackage(xml: string, path: string): EpubPackage {
  const root = parseXml(xml)
  const people = elementsNamed(root, 'creator').concat(elementsNamed(root, 'contributor'))
  const credited = people.flatMap((element) =>
    peopleIn(element.textContent ?? '').map((name) => ({ name, role: roleOf(element, root) })),
  )
  return {
    spine: spineOf(root, path),
    facts: factsOf(root),
    authors: credited.filter(({ role }) => role === 'author').map(({ name }) => name),
    credits: credited.flatMap(({ name, role }) =>
      role === null || role === 'author' ? [] : [{ name, role }],
    ),
  }
}

/** An address inside the ZIP as a path of it, or null when it leads elsewhere. */
export function pathInside(href: string, from: string): string | null {
  const path = href.replace(/[?#].*$/s, '')
  if (path === '' || /^[a-z][\w+.-]*:/i.test(path)) return null
  try {
    return posix.join(posix.dirname(from), decodeURIComponent(path))
  } catch {
    return posix.join(posix.dirname(from), path)
  }
}

/** Relator codes of the Library of Congress (id.loc.gov/vocabulary/relators) that we credit. */
const ROLES = {
  aut: 'author',
  trl: 'translator',
  edt: 'editor',
  pht: 'photographer',
  ctb: 'contributor',
} as const
type Role = (typeof ROLES)[keyof typeof ROLES]

/** The role of a creator or contributor; null for one that we do not credit (whoever made the file). */
function roleOf(element: HtmlElement, root: HtmlDocument): Role | null {
  const id = element.getAttribute('id')
  const refined = elementsNamed(root, 'meta').find(
    (meta) =>
      id !== null && meta.getAttribute('refines') === `#${id}` && meta.getAttribute('property') === 'role',
  )
  const code = (element.getAttribute('opf:role') ?? refined?.textContent ?? '').trim().toLowerCase()
  if (code === '') return /creator$/.test(element.localName) ? 'author' : 'contributor'
  return Object.entries(ROLES).find(([known]) => known === code)?.[1] ?? null
}

function factsOf(root: HtmlDocument): CaptureFacts {
  const told = toldBy('epub')
  const values = (name: string) => elementsNamed(root, name).map((element) => element.textContent ?? '')
  const language = values('language')[0]?.trim()
  const address = [...values('source'), ...values('identifier')].find((each) => /^\s*https?:/i.test(each))
  return {
    ...NO_FACTS,
    headline: told(values('title')[0]),
    published: told(isoDate(dateOf(root, 'publication') ?? '')),
    modified: told(isoDate(property(root, 'dcterms:modified') ?? dateOf(root, 'modification') ?? '')),
    language: told(language ? languageTag(language) : null),
    publisher: told(values('publisher')[0]),
    url: told(address && absoluteUrl(address, null)),
    rights: told(values('rights')[0]),
  }
}

/** EPUB 2 says of each date what it is of; EPUB 3 has one, of publication. */
function dateOf(root: HtmlDocument, event: string): string | null {
  const dates = elementsNamed(root, 'date')
  const said = dates.find((date) => date.getAttribute('opf:event') === event)
  const only = event === 'publication' ? dates.find((date) => !date.hasAttribute('opf:event')) : undefined
  return (said ?? only)?.textContent ?? null
}

function property(root: HtmlDocument, name: string): string | null {
  return (
    elementsNamed(root, 'meta').find((meta) => meta.getAttribute('property') === name)?.textContent ?? null
  )
}

/** Guide types (EPUB 2, 2.6) of files that are about the book and no part of the text. */
const APART = /^(?:cover|title-?page|toc|index|copyright-page|colophon)$/i

function spineOf(root: HtmlDocument, path: string): string[] {
  const inside = (element: HtmlElement) => pathInside(element.getAttribute('href') ?? '', path)
  const items = new Map(elementsNamed(root, 'item').map((item) => [item.getAttribute('id'), item]))
  const apart = new Set(
    elementsNamed(root, 'reference')
      .filter((reference) => APART.test(reference.getAttribute('type') ?? ''))
      .map(inside),
  )
  const shown = elementsNamed(root, 'itemref').flatMap((itemref) => {
    const item = items.get(itemref.getAttribute('idref'))
    const isNav = /(?:^|\s)nav(?:\s|$)/.test(item?.getAttribute('properties') ?? '')
    const isText = /^(?:application\/xhtml\+xml|text\/html)$/i.test(item?.getAttribute('media-type') ?? '')
    if (item === undefined || isNav || !isText || itemref.getAttribute('linear') === 'no') return []
    return inside(item) ?? []
  })
  const text = shown.filter((file) => !apart.has(file))
  // A guide that calls every file apart is wrong: a book of one file is often named as its own title page.
  return text.length > 0 ? text : shown
}
