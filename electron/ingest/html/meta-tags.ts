import type { HtmlDocument } from './document'

/** `<meta>` values by lower-case name, property or itemprop; several of one name stay in their order. */
export type MetaTags = {
  readonly first: (...names: string[]) => string | null
  readonly all: (...names: string[]) => readonly string[]
}

/** Values of one name that are looked at: no article has so many authors. */
const MOST_VALUES = 200

export function metaTags(document: HtmlDocument): MetaTags {
  const tags = new Map<string, string[]>()
  for (const meta of document.querySelectorAll('meta')) {
    const content = (meta.getAttribute('content') ?? meta.getAttribute('value') ?? '')
      .replace(/\s+/g, ' ')
      .trim()
    if (content === '') continue
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      for (const name of (meta.getAttribute(attribute) ?? '').toLowerCase().split(/\s+/)) {
        if (name === '') continue
        const key = name.replace(/^dcterms\.|^dc:|^dcterms:/, 'dc.')
        const values = tags.get(key)
        if (values === undefined) tags.set(key, [content])
        else if (values.length < MOST_VALUES) values.push(content)
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
