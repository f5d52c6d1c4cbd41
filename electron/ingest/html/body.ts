import { Readability } from '@mozilla/readability'
import { type HtmlDocument, type HtmlElement, parseHtml } from './document'

/** Letters that a page must hold outside of links before it is read whole, where the extractor finds no article. */
const LEAST_LETTERS = 140

/**
 * The element that holds the article's body, or null when nothing can be extracted. The document is changed:
 * what the page shows beside the article is taken out. `html` is read again where the extractor gives up on a
 * page that has text after all.
 */
export function bodyOf(document: HtmlDocument, html: string): HtmlElement | null {
  const readability = new Readability<HtmlElement>(document as never, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (element: unknown) => element as HtmlElement,
  })
  const body = readability.parse()?.content ?? null
  return body !== null && letters(body) > 0 ? body : wholeBody(html)
}

function wholeBody(html: string): HtmlElement | null {
  const document = parseHtml(html)
  const body = document?.querySelector('article, main, [role="main"]') ?? document?.body ?? null
  if (body === null) return null
  for (const beside of [...body.querySelectorAll('nav, header, footer, aside, form, script, style')])
    beside.remove()
  const linked = [...body.querySelectorAll('a')].reduce((sum, link) => sum + letters(link), 0)
  return letters(body) - linked >= LEAST_LETTERS ? body : null
}

function letters(element: HtmlElement): number {
  return (element.textContent ?? '').match(/\p{L}/gu)?.length ?? 0
}
