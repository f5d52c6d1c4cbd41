import type { HtmlDocument, HtmlElement } from './document'
import { looksLikeName, peopleIn } from './people'
import { type Shown, shortWordsOf, wordsOf } from './shown'

/** What a page shows as its byline. */
export type Byline = {
  /** The whole line as it is shown. */
  readonly line: string
  readonly people: readonly string[]
  /** Whether the markup leaves no doubt that these are the author's names. */
  readonly marked: boolean
}

/** Words longer than this are a paragraph, not a byline. */
const LONGEST_LINE = 160
/** A byline that is a line of its own is not longer. */
const LONGEST_BYLINE = 90
/** Candidates looked at; pages with more list other articles. */
const MOST_CANDIDATES = 40

/** Markup whose only meaning is "this is the author's name": microformats, microdata, links to an author's page. */
const MARKED = [
  '.author .fn, .byline .fn, .vcard.author, .author.vcard, .post-author .fn',
  '[itemprop~="author"] [itemprop~="name"], [itemprop~="author"], [property="schema:author"], [rel~="author"]',
  'a[href*="/author/" i], a[href*="/autor/" i], a[href*="/authors/" i], a[href*="/auteur/" i], a[href*="/autores/" i]',
  '[class*="author-name" i], [class*="author__name" i], [class*="authorname" i], [class*="author-link" i]',
  '[class*="byline-name" i], [class*="byline__name" i], [class*="byline__author" i], [class*="author_name" i]',
  'span.author, a.author, .submitted .username, [class*="authors" i] a, [class*="header_author" i] a, [class*="byline" i] a',
].join(', ')
/** Class names that usually, not always, hold a byline. */
const LIKELY =
  '[class*="byline" i], [class*="author" i]:not(body), [class*="autor" i]:not(body), [class*="writer" i], [class*="username" i], [data-testid*="byline" i], [data-component*="byline" i]'
const OPENS_BYLINE =
  /^\s*(?:(?:written|posted|words|story|reported|text|ein beitrag|eine kolumne|eingestellt|gespeichert)\s+)?(?:by|von|par|por|di|od|av|door|escribe)(?:\s*:\s*|\s+|$)|^\s*(?:author|autor|autorin|auteur|text|redaktion|글|취재)\s*:/iu
/** "Date: … Author: …" in one line. */
const NAMES_AUTHOR =
  /(?:^|[\s|·•-])(?:author|autor|autorin|auteur|autore|redaktion|reporter|автор)\s*:\s*(?<names>\p{Lu}[^|·•:]{2,60})$/iu

/** The byline that the page shows, or null when it shows none. */
export function visibleByline(document: HtmlDocument, shown: Shown): Byline | null {
  return (
    firstByline(document, MARKED, true, shown) ??
    firstByline(document, LIKELY, false, shown) ??
    bylineByWords(document, shown)
  )
}

function firstByline(document: HtmlDocument, selector: string, marked: boolean, shown: Shown): Byline | null {
  for (const element of [...document.querySelectorAll(selector)].slice(0, MOST_CANDIDATES)) {
    const line = wordsOf(element)
    if (line === '' || line.length > LONGEST_LINE || !shown.isWithArticle(element)) continue
    const names = peopleIn(undated(line))
    const people = marked ? names.filter(isShort) : names.filter(looksLikeName)
    if (people.length > 0)
      return { line: lineAround(element, line), people: allLinked(element, people, marked), marked }
  }
  return null
}

/** Several authors are often links side by side, of which the first was found. */
function allLinked(element: HtmlElement, people: readonly string[], marked: boolean): readonly string[] {
  if (!marked || element.localName !== 'a') return people
  const around = element.parentElement
  if (around === null || wordsOf(around).length > LONGEST_LINE) return people
  const beside = [...around.children].filter(
    (one) => one.localName === 'a' && one.className === element.className,
  )
  return [...new Set(beside.flatMap((one) => peopleIn(undated(wordsOf(one))).filter(isShort)))]
}

/** A marked name is taken as it is, be it an account's; a sentence is not. */
function isShort(name: string): boolean {
  return name.split(' ').length <= 5
}

/** A line that says "by": paragraphs and small headings that hold nothing else. */
function bylineByWords(document: HtmlDocument, shown: Shown): Byline | null {
  for (const element of document.querySelectorAll('p, h3, h4, h5, h6, address, small, span, div, li, td')) {
    const line = shortWordsOf(element, LONGEST_BYLINE)
    if (line === null) continue
    const opens = OPENS_BYLINE.test(line)
    if (!opens && !/(?:author|autor|auteur|redaktion|reporter|автор)\p{L}*\s*:/iu.test(line)) continue
    if (!shown.isWithArticle(element)) continue
    const named = NAMES_AUTHOR.exec(line)?.groups?.names
    const people = peopleIn(undated(named ?? line)).filter(
      (name, _, all) => looksLikeName(name) || isAlone(name, all, line),
    )
    if (people.length > 0 && (opens || named !== undefined)) return { line, people, marked: false }
  }
  return null
}

/** "Posted by Ane": a short line that says nothing but one name. */
function isAlone(name: string, all: readonly string[], line: string): boolean {
  return (
    all.length === 1 && /^\p{Lu}\p{Ll}+$/u.test(name) && line.endsWith(name) && line.split(' ').length <= 3
  )
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
      /\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b.*$|\b\d{1,2}:\d{2}\b.*$|\b(?:on|am|le|el) \p{L}+ \d{1,2}.*$|[,|·•]?\s+\d{1,2}\.? \p{L}+ \d{4}.*$|[,|·•]?\s+\p{Lu}\p{L}+ \d{1,2},? \d{4}.*$|\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*$/u,
      '',
    )
    .trim()
}
