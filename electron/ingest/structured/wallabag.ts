import type { HtmlElement } from '../html/document'
import { elementsNamed } from '../html/xml'
import { type JsonObject, words } from './json-value'
import { NOTHING_TOLD, type ToldArticle } from './told-article'

/**
 * An entry of an export of saved articles that keeps their text: Wallabag's JSON, and those that are shaped like it. Null for
 * anything else, and for an entry without its text (an address alone is no article).
 */
export function ofWallabag(value: JsonObject): ToldArticle | null {
  const url = words(value, 'url', 'given_url', 'resolved_url', 'originalUrl')
  const html = words(value, 'content', 'html', 'content_html')
  if (url === null || html === null) return null
  const authors = [value.published_by, value.authors, value.author]
    .flat()
    .filter((name) => typeof name === 'string')
  return {
    ...NOTHING_TOLD,
    from: 'saved-articles',
    mediaType: 'application/json',
    html,
    headline: words(value, 'title', 'resolved_title', 'given_title'),
    authors: [...new Set(authors)],
    published: words(value, 'published_at', 'publishedAt', 'date_published'),
    language: words(value, 'language', 'lang'),
    publisher: words(value, 'domain_name', 'siteName'),
    url,
    capturedAt: words(value, 'created_at', 'savedAt', 'saved_at'),
  }
}

/** Wallabag's XML has the fields of its JSON, lists of them as `<entry>` elements. */
export function ofWallabagXml(entry: HtmlElement): ToldArticle | null {
  const fields = [...entry.children].map((child) => {
    const names = elementsNamed(child, 'entry').map((name) => name.textContent?.trim() ?? '')
    return [child.localName, names.length > 0 ? names : (child.textContent ?? '')]
  })
  return ofWallabag(Object.fromEntries(fields))
}
