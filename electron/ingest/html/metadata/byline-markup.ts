import type { HtmlElement } from '../document'

/** Links to an author's page. */
const AUTHOR_PAGE = /\/(?:authors?|autor|autoren|auteurs?|autores|autori|journalists?|columnists?)\//i
/** Class names whose only meaning is "this is the author's name". */
const NAME_CLASS =
  /author[-_]{0,2}(?:name|link)|byline[-_]{0,2}(?:name|author)|(?:^|[\s_-])(?:p-author|reporter-?name|journalist-?name|autor-?name|autor-?link)(?:\s|$)/i
/** Boxes whose links are the authors. */
const LINKS_CLASS = /authors|header[-_]author|byline/i
/** Class names that usually, not always, hold a byline. */
const LIKELY_CLASS =
  /byline|auth?or|auteur|verfasser|redakteur|forfatter|författare|skribent|journalist|reporter|redactor|kirjoittaja|yazar|contributor|columnist|writer|username|posted-?by|(?:^|[\s_-])(?:firma|signature)(?:[\s_-]|$)/i

/** Elements that markup calls an author's name, and those that it only likens to one, in their order. */
export function authorElements(elements: readonly HtmlElement[]): {
  marked: Set<HtmlElement>
  likely: Set<HtmlElement>
} {
  const marked = new Set<HtmlElement>()
  const likely = new Set<HtmlElement>()
  for (const element of elements) {
    const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('data-testid') ?? ''}`
    if (isMarked(element, names)) marked.add(element)
    if (names === ' ' || !LIKELY_CLASS.test(names)) continue
    if (LINKS_CLASS.test(names)) for (const link of element.querySelectorAll('a')) marked.add(link)
    likely.add(element)
  }
  return { marked, likely }
}

/** Whether markup leaves no doubt: microformats, microdata, RDFa, `rel`, or a link to an author's page. */
function isMarked(element: HtmlElement, names: string): boolean {
  const property = `${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('property') ?? ''}`
  if (/(?:^|[\s:])(?:author|creator)(?:\s|$)/i.test(property)) return true
  if (/(?:^|\s)author(?:\s|$)/i.test(element.getAttribute('rel') ?? '')) return true
  const name = element.localName
  if (name === 'a' && AUTHOR_PAGE.test(element.getAttribute('href') ?? '')) return true
  if (names === ' ') return false
  if (NAME_CLASS.test(names)) return true
  const isAuthor = /(?:^|\s)author(?:\s|$)/i.test(names)
  if (isAuthor && (name === 'a' || name === 'span' || /(?:^|\s)vcard(?:\s|$)/.test(names))) return true
  if (/(?:^|\s)fn(?:\s|$)/.test(names)) return element.closest('.author, .byline, .post-author') !== null
  return /(?:^|\s)username(?:\s|$)/.test(names) && element.closest('.submitted') !== null
}
