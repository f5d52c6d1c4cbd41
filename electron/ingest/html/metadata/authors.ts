import type { ShownBylines } from './byline'
import { isOutlet } from './headline'
import { allStrings, firstString, type LdNode, type LinkedData, types } from './json-ld'
import type { MetaTags } from './meta-tags'
import { deskIn, looksLikeName, nameInAddress, peopleIn } from './people'

/** Named meta tags of publishing systems, analytics and recommenders that hold the author's name. */
const NAMED = (
  'author parsely-author sailthru.author byl cxenseparse:author dable:author og:author book:author authors creator ' +
  'article_author article.author article-author article:author_name article:author:name author-name author_name ' +
  'authorname mrf:authors rbauthors news_authors dcsext.author bt:author rnews:author swiftype:author ' +
  'shareaholic:article_author_name byline'
).split(' ')
const SCHOLARLY = ['citation_author', 'citation_authors', 'bepress_citation_author', 'eprints.creators_name']
const PROFILES = ['article:author', 'og:article:author']

/**
 * Authors' names, from the first of these that has any, most trusted first: JSON-LD's persons, `article:author`,
 * Dublin Core and citation tags, a byline whose markup leaves no doubt, named meta tags, the label of a sharing
 * card, any other byline on the page, the only person that JSON-LD describes, the name in an author page's address, the
 * page's data for its scripts, JSON-LD's organisation, a desk. The outlet itself is an author only where there is no
 * other, and an account ("aholm") gives way to the person's full name.
 */
export function authorsOf(
  tags: MetaTags,
  linked: LinkedData,
  shown: ShownBylines,
  outlets: readonly string[],
  inScripts: () => string[],
): string[] {
  const told = linkedAuthors(linked)
  const levels = [
    () => told.people,
    () => tags.all(...PROFILES).flatMap(peopleIn),
    () => tags.all('dc.creator', ...SCHOLARLY).flatMap(peopleIn),
    () => tags.all('dc.contributor').flatMap(peopleIn),
    () => shown.marked?.people ?? [],
    () => tags.all(...NAMED).flatMap(peopleIn),
    () => sharingCard(tags),
    () => shown.likely?.people ?? [],
    () => shown.said?.people ?? [],
    () => onlyPerson(linked),
    () => [...told.addresses, ...tags.all(...PROFILES)].flatMap(nameInAddress),
    inScripts,
    () => told.organisations,
    () => told.desks,
    () => tags.all(...NAMED, 'twitter:data1').flatMap(deskIn),
    () => shown.desk?.people ?? [],
  ]
  return firstPeople(levels, shown.said?.people ?? [], outlets)
}

function firstPeople(
  levels: readonly (() => readonly string[])[],
  said: readonly string[],
  outlets: readonly string[],
): string[] {
  const isPerson = (name: string) => !isOutlet(name, outlets)
  let outlet: string[] = []
  let accounts: string[] = []
  for (const level of levels) {
    const names = [...new Set(level())]
    const people = names.filter(isPerson)
    if (accounts.length > 0) {
      if (people.some((name) => looksLikeName(name) && isSameAs(accounts, name))) return people
    } else if (people.length > 0) {
      if (!people.some(looksLikeName) && said.some(looksLikeName)) return [...said]
      if (!people.every(isAccount)) return people
      accounts = people
    } else if (outlet.length === 0) outlet = names
  }
  return accounts.length > 0 ? accounts : outlet
}

/** Sharing cards label what they show: "Written by". */
function sharingCard(tags: MetaTags): string[] {
  const writtenBy = /(?:^|\s)(?:by|von|par|por|da|door|av|verfasst von|escrito por|écrit par)$/i
  return [1, 2].flatMap((place) =>
    writtenBy.test(tags.first(`twitter:label${place}`) ?? '')
      ? peopleIn(tags.first(`twitter:data${place}`) ?? '')
      : [],
  )
}

type LinkedAuthors = Readonly<Record<'people' | 'organisations' | 'desks' | 'addresses', string[]>>

function linkedAuthors(linked: LinkedData): LinkedAuthors {
  const article = linked.article ?? linked.page
  const nodes = ['author', 'creator', 'byline'].flatMap((property) => linked.objects(article, property))
  const names = (some: readonly LdNode[]) => some.flatMap(namesOf)
  return {
    people: names(nodes.filter((node) => !isOrganisation(node))).flatMap(peopleIn),
    organisations: names(nodes.filter(isOrganisation)),
    desks: names(nodes).flatMap(deskIn),
    addresses: nodes.flatMap((node) => allStrings(node, ['name', 'url', '@id'])),
  }
}

function isOrganisation(node: LdNode): boolean {
  const kinds = types(node)
  return !kinds.includes('Person') && kinds.some((type) => /Organization|Corporation/.test(type))
}

/** A name, a list of them, or a person's that is told in its parts only. */
function namesOf(node: LdNode): string[] {
  const whole = allStrings(node, ['name'])
  if (whole.length > 0) return whole
  const parts = ['givenName', 'familyName'].flatMap((part) => firstString(node, [part]) ?? [])
  return parts.length > 0 ? [parts.join(' ')] : allStrings(node, ['alternateName'])
}

const OTHER_ROLES = ['editor', 'translator', 'contributor'] as const

/** Others whom JSON-LD credits with a part in the article: who reviewed it, or paid for it, is none. */
export function othersCredited(linked: LinkedData, authors: readonly string[]): OtherCredit[] {
  return OTHER_ROLES.flatMap((role) =>
    linked
      .objects(linked.article, role)
      .filter((node) => !isOrganisation(node))
      .flatMap(namesOf)
      .flatMap(peopleIn)
      .filter((name) => looksLikeName(name) && !authors.includes(name))
      .map((name) => ({ role, name })),
  )
}

export type OtherCredit = { readonly role: (typeof OTHER_ROLES)[number]; readonly name: string }

/** Blogs describe their one writer beside a page that names no author. */
function onlyPerson(linked: LinkedData): string[] {
  const names = new Set(linked.persons.flatMap((node) => peopleIn(firstString(node, ['name']) ?? '')))
  return names.size === 1 ? [...names] : []
}

/** "aholm", "ane.holm", "Ane": the name of an account, or of a friend. */
function isAccount(name: string): boolean {
  return /^[\p{L}\p{N}._-]+$/u.test(name) && !/^[가-힣\u3040-\u30FF\u4E00-\u9FFF]+$/.test(name)
}

/** Whether a full name is that of one of the accounts. */
function isSameAs(accounts: readonly string[], name: string): boolean {
  const bare = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  const first = bare(name.split(' ')[0] ?? '')
  return accounts.some((account) => bare(account) === bare(name) || bare(account) === first)
}
