import { isObject, parsedJson } from '../../structured/json-value'
import type { HtmlDocument, HtmlElement } from '../document'
import { withoutEntities } from './entities'

/** `<meta>` values by lower-case name, property or itemprop; several of one name stay in their order. */
export type MetaTags = {
  readonly first: (...names: string[]) => string | null
  readonly all: (...names: string[]) => readonly string[]
}

/** Values of one name that are looked at: no article has so many authors. */
const MOST_VALUES = 200

export function metaTags(document: HtmlDocument): MetaTags {
  const tags = new Map<string, string[]>()
  const add = (key: string, value: string) => {
    const values = tags.get(key)
    if (values === undefined) tags.set(key, [value])
    else if (values.length < MOST_VALUES) values.push(value)
  }
  for (const meta of document.querySelectorAll('meta')) {
    const content = withoutEntities(meta.getAttribute('content') ?? meta.getAttribute('value') ?? '')
      .replace(/\s+/g, ' ')
      .trim()
    if (content === '') continue
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      for (const name of (meta.getAttribute(attribute) ?? '').toLowerCase().split(/\s+/)) {
        if (name === '') continue
        const key = name.replace(/^dcterms\.|^dc:|^dcterms:/, 'dc.')
        add(key, content)
        if (key === 'parsely-page') for (const [own, value] of parselyPage(meta)) add(own, value)
      }
    }
  }
  const all = (...names: string[]) => names.flatMap((name) => tags.get(name) ?? [])
  return {
    all,
    first: (...names) => {
      for (const name of names) {
        const value = tags.get(name)?.[0]
        if (value !== undefined) return value
      }
      return null
    },
  }
}

/** Parsely's older tag holds a whole page's metadata as JSON; its fields, under the names that they have as tags. */
function parselyPage(meta: HtmlElement): [name: string, value: string][] {
  const page = parsedJson(meta.getAttribute('content') ?? '')
  if (!isObject(page)) return []
  return Object.entries(PARSELY).flatMap(([field, name]) =>
    [page[field]]
      .flat()
      .flatMap((value): [string, string][] =>
        typeof value === 'string' && value !== '' ? [[name, value]] : [],
      ),
  )
}

const PARSELY = {
  author: 'parsely-author',
  authors: 'parsely-author',
  pub_date: 'parsely-pub-date',
  title: 'parsely-title',
  section: 'parsely-section',
  link: 'parsely-link',
} as const
