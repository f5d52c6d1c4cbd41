import type { HtmlElement } from '../html/document'
import { isoDate } from '../html/metadata/dates'
import { elementsNamed } from '../html/xml'
import { instantOf } from '../instant'
import { type ArticleRecord, fullName } from './record'
import { attributeOf, childrenNamed, type RdfNode, wordsOfChild } from './zotero-nodes'

/** Finds a node by what others call it. */
type Lookup = (about: string) => RdfNode | undefined

/** Zotero's lists of people whom we credit; the others (series editors, reviewed authors) did not make the article. */
const ROLES = [
  ['editors', 'editor'],
  ['translators', 'translator'],
  ['contributors', 'contributor'],
] as const

/** What an item may be part of; a series is nobody's outlet. */
const CONTAINERS = ['Newspaper', 'Periodical', 'Journal', 'Website', 'Blog', 'Forum', 'Book', 'Document']

/** What an item tells of its article. `attachment` is the file that holds it. */
export function recordOfItem(
  item: HtmlElement,
  attachment: HtmlElement | null,
  lookup: Lookup,
): ArticleRecord {
  return {
    from: 'zotero',
    title: wordsOfChild(item, 'title'),
    authors: namesIn(item, 'authors'),
    credits: ROLES.flatMap(([list, role]) => namesIn(item, list).map((name) => ({ role, name }))),
    published: isoDate(wordsOfChild(item, 'date') ?? ''),
    language: wordsOfChild(item, 'language'),
    publisher: containerTitle(item, lookup) ?? organisation(item),
    url: addressOf(item) ?? webAddress(attributeOf(item, 'rdf:about')),
    rights: wordsOfChild(item, 'rights'),
    savedAt: accessed(attachment) ?? accessed(item),
  }
}

function namesIn(item: HtmlElement, list: string): string[] {
  return childrenNamed(item, list).flatMap((people) => elementsNamed(people, 'Person').flatMap(nameOf))
}

function nameOf(person: HtmlElement): string[] {
  const family = wordsOfChild(person, 'surname') ?? ''
  const given = wordsOfChild(person, 'givenName') ?? wordsOfChild(person, 'givenname') ?? ''
  const name = fullName(given, family)
  return name === '' ? [] : [name]
}

/** The title of what the item is part of, however deep: a section may stand between, and a journal may be a node of its own. */
function containerTitle(item: HtmlElement, lookup: Lookup): string | null {
  const parts = elementsNamed(item, 'isPartOf')
  const nested = parts.flatMap((part) => childrenNamed(part, ...CONTAINERS))
  const referred = parts.flatMap((part) => lookup(attributeOf(part, 'rdf:resource') ?? '')?.parsed() ?? [])
  for (const container of [...nested, ...referred]) {
    const title = wordsOfChild(container, 'title')
    if (title !== null) return title
  }
  return null
}

function organisation(item: HtmlElement): string | null {
  const [publisher] = childrenNamed(item, 'publisher')
  const [named] = publisher === undefined ? [] : elementsNamed(publisher, 'name')
  return named?.textContent?.trim() || null
}

function addressOf(item: HtmlElement): string | null {
  for (const identifier of childrenNamed(item, 'identifier')) {
    const [value] = elementsNamed(identifier, 'value')
    const address = webAddress(value?.textContent ?? null)
    if (address !== null) return address
  }
  return null
}

function webAddress(value: string | null): string | null {
  return value !== null && /^\s*https?:/i.test(value) ? value.trim() : null
}

/** "2024-01-05 10:11:12", which Zotero writes in UTC. */
function accessed(element: HtmlElement | null): string | null {
  const written = element === null ? null : wordsOfChild(element, 'dateSubmitted')
  const match = written === null ? null : /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})Z?$/.exec(written)
  return match === null ? null : instantOf(`${match[1]}T${match[2]}Z`)
}
