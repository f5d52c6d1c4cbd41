import type { Byline } from './byline'
import { isOutlet } from './headline'
import { allStrings, firstString, type LdNode, type LinkedData, types } from './json-ld'
import type { MetaTags } from './meta-tags'
import { deskIn, looksLikeName, peopleIn } from './people'

/** Named meta tags of publishing systems, analytics and recommenders that hold the author's name. */
const NAMED = (
  'author parsely-author sailthru.author byl cxenseparse:author og:author book:author authors creator article_author ' +
  'article.author article:author_name mrf:authors rbauthors shareaholic:article_author_name'
).split(' ')

/**
 * Authors' names, from the first of these that has any, most trusted first: JSON-LD's persons, `article:author`,
 * Dublin Core and citation tags, a byline whose markup leaves no doubt, named meta tags, the label of a sharing
 * card, any other byline on the page, the only person that JSON-LD describes, JSON-LD's organisation, a desk. The outlet
 * itself is an author only where there is no other, and an account ("aholm") gives way to the person's full name.
 */
export function authorsOf(
  tags: MetaTags,
  linked: LinkedData,
  byline: Byline | null,
  outlets: readonly string[],
): string[] {
  const told = linkedAuthors(linked)
  const writtenBy = /(?:^|\s)(?:by|von|par|por|da|door|av|verfasst von|escrito por|écrit par)$/i
  const levels = [
    told.people,
    tags.all('article:author', 'og:article:author').flatMap(peopleIn),
    tags.all('dc.creator', 'dc.contributor', 'citation_author').flatMap(peopleIn),
    byline?.marked ? byline.people : [],
    tags.all(...NAMED).flatMap(peopleIn),
    writtenBy.test(tags.first('twitter:label1') ?? '') ? peopleIn(tags.first('twitter:data1') ?? '') : [],
    byline?.people ?? [],
    onlyPerson(linked),
    told.organisations,
    told.desks,
    tags.all(...NAMED, 'twitter:data1').flatMap(deskIn),
    byline?.desk ?? [],
  ].map((names) => [...new Set(names)])
  const isPerson = (name: string) => !isOutlet(name, outlets)
  const people = levels.find((names) => names.some(isPerson))?.filter(isPerson)
  const first = people ?? levels.find((names) => names.length > 0) ?? []
  if (!first.every(isAccount)) return first
  const better = levels.find((names) => names.some((name) => looksLikeName(name) && isSameAs(first, name)))
  return better ?? first
}

function linkedAuthors(linked: LinkedData): { people: string[]; organisations: string[]; desks: string[] } {
  const article = linked.article ?? linked.page
  const nodes = ['author', 'creator', 'byline'].flatMap((property) => linked.objects(article, property))
  const names = (some: readonly LdNode[]) => some.flatMap(namesOf)
  return {
    people: names(nodes.filter((node) => !isOrganisation(node))).flatMap(peopleIn),
    organisations: names(nodes.filter(isOrganisation)),
    desks: names(nodes).flatMap(deskIn),
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
