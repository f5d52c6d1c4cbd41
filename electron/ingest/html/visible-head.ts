import { calendarWords } from './calendar-words'
import { isoDate } from './dates'
import type { HtmlDocument, HtmlElement } from './document'
import { isUnseen } from './element-kinds'
import { peopleIn } from './people'

/**
 * What a page shows at the head of its article: headline, byline, date line. A page that also tells these in its
 * metadata is read for the words that a person saw; one that does not is read for the facts.
 */

/** Words longer than this are a paragraph, not a byline or a date line. */
const LONGEST_LINE = 160
/** Share of a heading's words that a metadata title must have for the two to be one headline. */
const SAME_HEADLINE = 0.6
/** Candidates looked at; pages with more list other articles. */
const MOST_CANDIDATES = 40

const ELSEWHERE =
  'nav, aside, footer, [class*="comment" i], [id*="comment" i], [class*="related" i], [class*="sidebar" i], [id*="sidebar" i], [class*="teaser" i], [class*="widget" i], [class*="recommend" i], [class*="most-read" i], [class*="newsticker" i]'

export function wordsOf(element: HtmlElement): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim()
}

/**
 * The heading that is the article's headline, or null. `titles` are the metadata's, best first: the heading that
 * agrees with one is it, since pages also head their sections, their outlet and other articles with `h1`.
 */
export function visibleHeadline(
  document: HtmlDocument,
  titles: readonly string[],
  outlet: string | null,
): HtmlElement | null {
  const headings = [...document.querySelectorAll('h1, h2, [itemprop~="headline"], .entry-title, .post-title')]
    .slice(0, MOST_CANDIDATES)
    .filter(
      (heading) =>
        isShown(heading) && wordsOf(heading) !== '' && bare(wordsOf(heading)) !== bare(outlet ?? ''),
    )
  const rated = headings.map((heading) => ({ heading, rate: agreement(wordsOf(heading), titles) }))
  const best = rated.reduce<(typeof rated)[number] | null>(
    (a, b) => (a === null || b.rate > a.rate ? b : a),
    null,
  )
  if (best !== null && best.rate >= SAME_HEADLINE) return best.heading
  const first = headings.filter((heading) => heading.localName === 'h1')
  return first.length === 1 ? (first[0] ?? null) : null
}

/** How far a heading's words are a title's, 0 to 1: longer headings win, as a title may only add the outlet. */
function agreement(heading: string, titles: readonly string[]): number {
  const own = bareWords(heading)
  if (own.length === 0) return 0
  return Math.max(
    0,
    ...titles.map((title, index) => {
      const told = new Set(bareWords(title))
      const shared = own.filter((word) => told.has(word)).length
      const covers = Math.min(1, shared / Math.max(1, told.size))
      return (shared / own.length) * (0.7 + 0.3 * covers) - index * 0.001
    }),
  )
}

export type Byline = { readonly line: string; readonly people: readonly string[]; readonly marked: boolean }

/** Markup whose only meaning is "this is the author's name": microformats, microdata, links to an author's page. */
const MARKED =
  '.author .fn, .byline .fn, .vcard.author, .author.vcard, [itemprop~="author"] [itemprop~="name"], [itemprop~="author"], a[rel~="author"], a[href*="/author/" i], a[href*="/autor/" i], a[href*="/authors/" i], a[href*="/auteur/" i], [class*="author-name" i], [class*="author__name" i], [class*="byline-name" i]'
/** Class names that usually, not always, hold a byline. */
const LIKELY =
  '[class*="byline" i], [class*="author" i]:not(body), [class*="autor" i]:not(body), [class*="writer" i]'
const OPENS_BYLINE =
  /^\s*(?:(?:written|posted|words|story|reported|text|ein beitrag|eingestellt)\s+)?(?:by|von|par|por|di|od|av|door)\s*:?\s*(?=\p{Lu}|$)|^\s*(?:author|autor|autorin|auteur|text|글|취재)\s*:/iu
/** A byline that is a line of its own is not longer. */
const LONGEST_BYLINE = 90

/** The byline that the page shows; `marked` when its markup leaves no doubt. Null when there is none. */
export function visibleByline(document: HtmlDocument): Byline | null {
  return (
    firstByline(document, MARKED, true) ?? firstByline(document, LIKELY, false) ?? bylineByWords(document)
  )
}

function firstByline(document: HtmlDocument, selector: string, marked: boolean): Byline | null {
  for (const element of [...document.querySelectorAll(selector)].slice(0, MOST_CANDIDATES)) {
    const line = wordsOf(element)
    if (line === '' || line.length > LONGEST_LINE || !isShown(element)) continue
    const names = peopleIn(undated(line))
    const people = marked ? names : names.filter(looksLikeName)
    if (people.length > 0) return { line: lineAround(element, line), people, marked }
  }
  return null
}

/** A line that says "by": paragraphs and small headings that hold nothing else. */
function bylineByWords(document: HtmlDocument): Byline | null {
  for (const element of document.querySelectorAll('p, h3, h4, h5, h6, address, small, span')) {
    if (!OPENS_BYLINE.test(element.firstChild?.textContent?.slice(0, LONGEST_BYLINE) ?? '')) continue
    const line = wordsOf(element)
    if (line.length > LONGEST_BYLINE || !isShown(element)) continue
    const people = peopleIn(undated(line)).filter(looksLikeName)
    if (people.length > 0) return { line, people, marked: false }
  }
  return null
}

/** The whole line that a name stands in ("By …, Lunde"), when its parent is no more than that line. */
function lineAround(element: HtmlElement, line: string): string {
  const parent = element.parentElement
  const around = parent === null ? line : wordsOf(parent)
  return around.length <= LONGEST_BYLINE ? around : line
}

function undated(line: string): string {
  return line
    .replace(
      /\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b.*$|\b\d{1,2}:\d{2}\b.*$|\b(?:on|am|le|el) \p{L}+ \d{1,2}.*$/u,
      '',
    )
    .trim()
}

/** Two to four words with capitals, or a Hangul, Han or Kana name. Visible text has much that is none. */
function looksLikeName(words: string): boolean {
  if (/^[가-힣]{2,4}$|^[\u3040-\u30FF\u4E00-\u9FFF]{2,6}$/.test(words)) return true
  const parts = words.split(' ')
  const particles =
    /^(?:van|von|der|den|de|da|di|do|dos|del|della|la|le|el|al|bin|ibn|ter|zu|zum|af|av|y|e)$/i
  const capital = parts.filter((part) => /^\p{Lu}/u.test(part))
  return (
    parts.length >= 2 &&
    parts.length <= 5 &&
    capital.length >= 2 &&
    parts.every((part) => /^\p{Lu}[\p{L}.'’-]*$/u.test(part) || particles.test(part))
  )
}

/** The day that the page shows beside its headline, ISO 8601, or null. */
export function visibleDate(document: HtmlDocument, language: string | null): string | null {
  const calendar = calendarWords(language)
  const marked = document.querySelectorAll(
    'time, [class*="date" i], [id*="date" i], [class*="datum" i], [class*="publish" i], [class*="posted" i], [class*="byline" i], [class*="meta" i], [class*="timestamp" i], [class*="author" i]',
  )
  for (const element of [...marked].slice(0, MOST_CANDIDATES * 2)) {
    const words = wordsOf(element)
    if (words === '' || words.length > LONGEST_LINE || !isShown(element)) continue
    const day = isoDate(words) ?? calendar.dayIn(words)
    if (day !== null) return day
  }
  return null
}

function isShown(element: HtmlElement): boolean {
  return !isUnseen(element) && element.closest(ELSEWHERE) === null
}

function bareWords(words: string): string[] {
  return words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

function bare(words: string): string {
  return bareWords(words).join('')
}
