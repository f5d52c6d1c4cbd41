import { elementsOf, type HtmlDocument, type HtmlElement } from './document'
import { deskIn, looksLikeName, peopleIn } from './people'
import { type Shown, shortWordsOf, wordsOf } from './shown'

/** What a page shows as its byline. */
export type Byline = {
  /** The whole line as it is shown. */
  readonly line: string
  readonly people: readonly string[]
  /** The desk that signs ("Redaktion"), where no person does; else empty. */
  readonly desk: readonly string[]
  /** Whether the markup leaves no doubt that these are the author's names. */
  readonly marked: boolean
}

/** Words longer than this are a paragraph, not a byline. */
const LONGEST_LINE = 160
/** A byline that is a line of its own is not longer. */
const LONGEST_BYLINE = 90
/** "| Written by" and its blanks; longer is no opening. */
const LONGEST_OPENING = 40
/** Candidates looked at; pages with more list other articles. */
const MOST_CANDIDATES = 40

/** Links to an author's page. */
const AUTHOR_PAGE = /\/(?:authors?|autor|auteur|autores)\//i
/** Class names whose only meaning is "this is the author's name". */
const NAME_CLASS = /author[-_]{0,2}(?:name|link)|byline[-_]{0,2}(?:name|author)/i
/** Boxes whose links are the authors. */
const LINKS_CLASS = /authors|header[-_]author|byline/i
/** Class names that usually, not always, hold a byline. */
const LIKELY_CLASS =
  /byline|auth?or|auteur|verfasser|redakteur|forfatter|författare|writer|username|posted-?by/i

const OPENS_BYLINE =
  /^\s*(?:(?:written|posted|words|story|reported|text|ein beitrag|eine kolumne|eingestellt|gespeichert)\s+)?(?:by|von|par|por|di|od|av|door|escribe)(?:\s*:\s*|\s+|$)|^\s*(?:author|autor|autorin|auteur|text|redaktion|글|취재)\s*:/iu
/** "Date: … Author: …" in one line. */
const NAMES_AUTHOR =
  /(?:^|[\s|·•-])(?:author|autor|autorin|auteur|autore|redaktion|reporter|автор)\s*:\s*(?<names>\p{Lu}[^|·•:]{2,60})$/iu

/** The byline that the page shows, or null when it shows none. */
export function visibleByline(document: HtmlDocument, shown: Shown): Byline | null {
  const { marked, likely } = candidatesIn(document)
  return (
    firstByline(marked, true, shown) ??
    firstByline(likely, false, shown) ??
    bylineByWords(document, shown) ??
    namedAfterOpening(document, shown) ??
    signedByDesk([...marked, ...likely], shown)
  )
}

/** Elements that markup calls an author's name, and those that it only likens to one, in one walk. */
function candidatesIn(document: HtmlDocument): { marked: Set<HtmlElement>; likely: Set<HtmlElement> } {
  const marked = new Set<HtmlElement>()
  const likely = new Set<HtmlElement>()
  for (const element of elementsOf(document.documentElement)) {
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
  if (/(?:^|[\s:])author(?:\s|$)/i.test(property)) return true
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

function firstByline(candidates: Iterable<HtmlElement>, marked: boolean, shown: Shown): Byline | null {
  let seen = 0
  for (const element of candidates) {
    const line = shortWordsOf(element, LONGEST_LINE) ?? ''
    if (line === '' || !shown.isWithArticle(element)) continue
    seen += 1
    if (seen > MOST_CANDIDATES) return null
    const names = peopleIn(undated(line))
    const people = marked ? names.filter(isShort) : names.filter(looksLikeName)
    if (people.length > 0)
      return { line: lineAround(element, line), people: allLinked(element, people, marked), desk: [], marked }
  }
  return null
}

/** The first candidate that is the name of a desk and nothing more. */
function signedByDesk(candidates: readonly HtmlElement[], shown: Shown): Byline | null {
  for (const element of candidates.slice(0, MOST_CANDIDATES)) {
    const line = shortWordsOf(element, LONGEST_BYLINE) ?? ''
    const desk = deskIn(undated(line))
    if (desk.length > 0 && shown.isWithArticle(element)) return { line, people: [], desk, marked: false }
  }
  return null
}

/** Several authors are often links side by side, of which the first was found. */
function allLinked(element: HtmlElement, people: readonly string[], marked: boolean): readonly string[] {
  if (!marked || element.localName !== 'a') return people
  const around = element.parentElement
  if (around === null || shortWordsOf(around, LONGEST_LINE) === null) return people
  const beside = [...around.children].filter(
    (one) => one.localName === 'a' && one.className === element.className,
  )
  return [...new Set(beside.flatMap((one) => peopleIn(undated(wordsOf(one))).filter(isShort)))]
}

/** A marked name is taken as it is, be it an account's; a sentence is not. */
function isShort(name: string): boolean {
  return name.split(' ').length <= 5
}

/** Elements that a byline may be the whole of. */
const LINES = new Set('p h3 h4 h5 h6 address small span div li td'.split(' '))

/** A line that says "by": paragraphs and small headings that hold nothing else. */
function bylineByWords(document: HtmlDocument, shown: Shown): Byline | null {
  for (const element of elementsOf(document.documentElement)) {
    if (!LINES.has(element.localName)) continue
    const line = shortWordsOf(element, LONGEST_BYLINE)
    if (line === null) continue
    const opens = OPENS_BYLINE.test(line)
    if (!opens && !/(?:author|autor|auteur|redaktion|reporter|автор)\p{L}*\s*:/iu.test(line)) continue
    if (!shown.isWithArticle(element)) continue
    const named = NAMES_AUTHOR.exec(line)?.groups?.names
    const people = peopleIn(undated(named ?? line)).filter(
      (name, _, all) => looksLikeName(name) || isAlone(name, all, line),
    )
    if (people.length > 0 && (opens || named !== undefined)) return { line, people, desk: [], marked: false }
  }
  return null
}

/** "Posted by Ane": a short line that says nothing but one name. */
function isAlone(name: string, all: readonly string[], line: string): boolean {
  return (
    all.length === 1 && /^\p{Lu}\p{Ll}+$/u.test(name) && line.endsWith(name) && line.split(' ').length <= 3
  )
}

/** "By", or "Author:", and nothing else. */
const OPENING_ALONE =
  /^[\s|·•–-]*(?:(?:written|posted|published|words|story|geschrieben|verfasst|publié|écrit|escrito|publicado|scritto)\s+)?(?:(?:by|von|par|por|door|av|af)\s*:?|(?:authors?|autor(?:in|en)?|auteure?|autora?|autore)\s*:)\s*$/iu

/** "By" in an element of its own: the name is the element after it. */
function namedAfterOpening(document: HtmlDocument, shown: Shown): Byline | null {
  for (const element of document.querySelectorAll('span, small, strong, b, em, i, div, dt, p')) {
    const next = element.nextElementSibling
    if (next === null || element.firstElementChild !== null) continue
    const opening = element.textContent ?? ''
    if (opening.length > LONGEST_OPENING || !OPENING_ALONE.test(opening)) continue
    const line = shortWordsOf(next, LONGEST_BYLINE) ?? ''
    const people = peopleIn(undated(line)).filter(looksLikeName)
    if (people.length > 0 && shown.isWithArticle(next)) return { line, people, desk: [], marked: false }
  }
  return null
}

/** The whole line that a name stands in ("By …, Lunde"), when its parent is no more than that line. */
function lineAround(element: HtmlElement, line: string): string {
  const parent = element.parentElement
  return (parent && shortWordsOf(parent, LONGEST_BYLINE)) ?? line
}

/** "Posted on 3 March 2024 by …": the name follows the day, and "… Stand:" is left where the day was taken off. */
const AFTER_DAY = /^.{0,40}\d.{0,12}?\s(?:by|von|par|por|di|od|av|af|door)\s+(?<names>\p{L}.{1,60})$/iu

/** What is left of a line without its day. */
function undated(line: string): string {
  return (AFTER_DAY.exec(line)?.groups?.names ?? line)
    .replace(
      /\b(?:(?:am|on|vom|le|el)\s)?\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b.*$|\b\d{1,2}:\d{2}\b.*$|\b(?:on|am|le|el) \p{L}+ \d{1,2}.*$|[,|·•]?\s+\d{1,2}\.? \p{L}+ \d{4}.*$|[,|·•]?\s+\p{Lu}\p{L}+ \d{1,2},? \d{4}.*$|\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*$/u,
      '',
    )
    .replace(
      /[\s,|·•–-]+(?:stand|updated|published|posted|veröffentlicht|aktualisiert|publié|publiziert|publicado)\s*:?\s*$/iu,
      '',
    )
    .trim()
}
