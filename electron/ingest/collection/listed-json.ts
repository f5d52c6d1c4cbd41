import { isoDate } from '../html/metadata/dates'
import { peopleIn } from '../html/metadata/people'
import { instantOf } from '../instant'
import { isObject, type JsonObject, objects, words } from '../structured/json-value'
import type { Entry } from './entry'
import { type ArticleRecord, fullName, NOTHING_RECORDED } from './record'

/**
 * The entries of a JSON list that tells of articles whose texts lie in files beside it: Omnivore's `metadata_0_to_20.json`,
 * CSL-JSON, and the JSON that Better BibTeX writes of a Zotero library. Null for any other JSON.
 */
export function listedEntries(value: unknown): Entry[] | null {
  const rows = objects(isObject(value) && Array.isArray(value.items) ? value.items : value)
  if (rows.length === 0) return null
  if (rows.every(isOfOmnivore)) return rows.map(ofOmnivore)
  return rows.every(isOfReferences) ? rows.map(ofReferences) : null
}

function isOfOmnivore(row: JsonObject): boolean {
  return words(row, 'slug') !== null && words(row, 'savedAt') !== null && words(row, 'url') !== null
}

function ofOmnivore(row: JsonObject): Entry {
  // A slug is one name: with a slash in it, it would lead elsewhere.
  const slug = (words(row, 'slug') ?? '').replaceAll('/', '_')
  const author = words(row, 'author')
  const record: ArticleRecord = {
    ...NOTHING_RECORDED,
    from: 'omnivore',
    title: words(row, 'title'),
    authors: author === null ? [] : peopleIn(author),
    published: isoDate(words(row, 'publishedAt') ?? ''),
    url: words(row, 'url'),
    savedAt: instantOf(words(row, 'savedAt')),
  }
  return {
    record,
    part: record.title ?? slug,
    files: [`content/${slug}.html`, `content/${slug}.pdf`],
    kept: [`highlights/${slug}.md`],
    list: { name: 'metadata_0_to_1.json', text: JSON.stringify([row]) },
  }
}

/** What CSL-JSON (`type`, `author`) and Zotero's own JSON (`itemType`, `creators`) say of every row. */
function isOfReferences(row: JsonObject): boolean {
  const isTyped = words(row, 'type', 'itemType') !== null
  return (
    isTyped &&
    words(row, 'title') !== null &&
    (row.id !== undefined || row.itemKey !== undefined || row.key !== undefined)
  )
}

const ROLES = ['editor', 'translator', 'contributor'] as const

function ofReferences(row: JsonObject): Entry {
  const people = (role: string) => [...objects(row[role]), ...creators(row, role)].flatMap(nameOf)
  const record: ArticleRecord = {
    from: 'zotero',
    title: words(row, 'title'),
    authors: people('author'),
    credits: ROLES.flatMap((role) => people(role).map((name) => ({ role, name }))),
    published: dateOf(row.issued) ?? isoDate(words(row, 'date') ?? ''),
    language: words(row, 'language'),
    publisher: words(row, 'container-title', 'publicationTitle', 'websiteTitle', 'blogTitle', 'publisher'),
    url: words(row, 'URL', 'url'),
    rights: words(row, 'rights'),
    savedAt: instantOf(words(row, 'accessDate')),
  }
  const paths = objects(row.attachments).flatMap((attachment) => words(attachment, 'path') ?? [])
  return {
    record,
    part: record.title ?? '',
    files: paths.filter((path) => /^files\//.test(path)).toSorted((a, b) => rankOf(a) - rankOf(b)),
    kept: [],
    list: { name: 'items.json', text: JSON.stringify([row]) },
  }
}

function creators(row: JsonObject, role: string): JsonObject[] {
  return objects(row.creators).filter((creator) => creator.creatorType === role)
}

function nameOf(person: JsonObject): string[] {
  const whole = words(person, 'literal', 'name')
  const family = words(person, 'family', 'lastName') ?? ''
  const given = words(person, 'given', 'firstName') ?? ''
  const name = fullName(given, family)
  return whole === null && name === '' ? [] : [whole ?? name]
}

/** CSL's `{"date-parts": [[2024, 1, 4]]}`; a year or a month alone is no day. */
function dateOf(issued: unknown): string | null {
  if (!isObject(issued)) return null
  const [parts] = Array.isArray(issued['date-parts']) ? issued['date-parts'] : []
  if (!Array.isArray(parts) || parts.length < 3) return isoDate(words(issued, 'raw', 'literal') ?? '')
  const [year, month, day] = parts.map((part) => String(part).padStart(2, '0'))
  return isoDate(`${year}-${month}-${day}`)
}

const ORDER = [/\.x?html?$/i, /\.epub$/i, /\.pdf$/i]

function rankOf(path: string): number {
  const rank = ORDER.findIndex((ending) => ending.test(path))
  return rank < 0 ? ORDER.length : rank
}
