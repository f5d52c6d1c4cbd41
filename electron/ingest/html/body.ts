import { Readability } from '@mozilla/readability'
import type { HtmlDocument, HtmlElement } from './document'

/** Fewer letters than this are no article: a log-in page, a search form, an error. */
const LEAST_LETTERS = 60

/**
 * The element that holds the article's body, or null when the page holds none. The document is changed: what
 * the page shows beside the article is taken out.
 */
export function bodyOf(document: HtmlDocument): HtmlElement | null {
  const readability = new Readability<HtmlElement>(document as never, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (element: unknown) => element as HtmlElement,
  })
  const body = readability.parse()?.content ?? null
  return body !== null && letters(body) >= LEAST_LETTERS ? body : null
}

function letters(element: HtmlElement): number {
  return (element.textContent ?? '').match(/\p{L}/gu)?.length ?? 0
}
