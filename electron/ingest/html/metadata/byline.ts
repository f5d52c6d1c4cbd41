import { elementsOf, type HtmlElement } from '../document'
import { type Shown, shortWordsOf } from '../shown'
import { authorElements } from './byline-markup'
import { OPENING_ALONE, OPENS_BYLINE } from './byline-openings'
import { deskIn, looksLikeName, peopleIn } from './people'

/** A byline that a page shows. */
export type Byline = {
  /** The whole line as it is shown. */
  readonly line: string
  readonly people: readonly string[]
}

/** What a page shows of who made the article, each null or empty where it shows none. */
export type ShownBylines = {
  /** Its markup leaves no doubt that these are the author's names. */
  readonly marked: Byline | null
  /** Its class is like a byline's, and its words are names. */
  readonly likely: Byline | null
  /** A line that says "by". */
  readonly said: Byline | null
  /** The desk that signs ("Redaktion"). */
  readonly desk: Byline | null
}

/** Words longer than this are a paragraph, not a byline. */
const LONGEST_LINE = 160
/** A byline that is a line of its own is not longer. */
const LONGEST_BYLINE = 90
/** "| Written by" and its blanks; longer is no opening. */
const LONGEST_OPENING = 40
/** Candidates looked at; pages with more list other articles. */
const MOST_CANDIDATES = 40

/** "Date: … Author: …" in one line. */
const NAMES_AUTHOR =
  /(?:^|[\s|·•-])(?:author|autor|autorin|auteur|autore|redaktion|reporter|автор)\s*:\s*(?<names>\p{Lu}[^|·•:]{2,60})$/iu

/** The bylines that the page shows. */
export function shownBylines(shown: Shown): ShownBylines {
  const { elements } = shown
  const { marked, likely } = authorElements(elements)
  return {
    marked: firstByline(marked, true, shown),
    likely: firstByline(likely, false, shown),
    said: bylineByWords(elements, shown) ?? namedAfterOpening(elements, shown),
    desk: signedByDesk([...marked, ...likely], shown),
  }
}

/** The line of the best byline: what the reader of the page saw. */
export function lineOf({ marked, likely, said, desk }: ShownBylines): string | null {
  return (marked ?? likely ?? said ?? desk)?.line ?? null
}

function firstByline(candidates: ReadonlySet<HtmlElement>, marked: boolean, shown: Shown): Byline | null {
  let seen = 0
  for (const element of candidates) {
    const line = shortWordsOf(element, LONGEST_LINE) ?? ''
    if (line === '' || !shown.isWithArticle(element)) continue
    seen += 1
    if (seen > MOST_CANDIDATES) return null
    const people = namesIn(line, marked)
    if (people.length > 0)
      return {
        line: lineAround(element, line),
        people: marked ? allBeside(element, people, candidates) : people,
      }
  }
  return null
}

/** A marked name is taken as it is, be it an account's, but a sentence is not. */
function namesIn(line: string, marked: boolean): string[] {
  const names = peopleIn(undated(line))
  return marked ? names.filter((name) => name.split(' ').length <= 5) : names.filter(looksLikeName)
}

/** Several authors stand side by side, each in an element of its own, of which the first was found. */
function allBeside(
  element: HtmlElement,
  people: readonly string[],
  marked: ReadonlySet<HtmlElement>,
): readonly string[] {
  let box = element
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    if (shortWordsOf(around, LONGEST_LINE) === null) break
    box = around
  }
  const beside = elementsOf(box).filter((one) => marked.has(one) && !one.contains(element))
  for (let next = box.nextElementSibling; next !== null && marked.has(next); next = next.nextElementSibling)
    beside.push(next)
  const named = beside.flatMap((one) => namesIn(shortWordsOf(one, LONGEST_LINE) ?? '', true))
  return [...new Set([...people, ...named.filter(looksLikeName)])]
}

/** The first candidate that is the name of a desk and nothing more. */
function signedByDesk(candidates: readonly HtmlElement[], shown: Shown): Byline | null {
  for (const element of candidates.slice(0, MOST_CANDIDATES)) {
    const line = shortWordsOf(element, LONGEST_BYLINE) ?? ''
    const people = deskIn(undated(line))
    if (people.length > 0 && shown.isWithArticle(element)) return { line, people }
  }
  return null
}

/** Elements that a byline may be the whole of. */
const LINES = new Set('p h3 h4 h5 h6 address small span div li td dd'.split(' '))

/** A line that says "by": paragraphs and small headings that hold nothing else. */
function bylineByWords(elements: readonly HtmlElement[], shown: Shown): Byline | null {
  for (const element of elements) {
    if (!LINES.has(element.localName)) continue
    const line = shortWordsOf(element, LONGEST_BYLINE)
    if (line === null || line === '') continue
    const people = saidIn(line)
    if (people.length > 0 && shown.isWithArticle(element)) return { line, people }
  }
  return null
}

/** The people of a line that says whose they are; empty for any other. */
function saidIn(line: string): string[] {
  if (EASTERN_BYLINE.test(line)) return peopleIn(line).filter(looksLikeName)
  const named = NAMES_AUTHOR.exec(line)?.groups?.names
  if (named === undefined && !OPENS_BYLINE.test(line) && !AFTER_DAY.test(line)) return []
  const words = named ?? undated(line)
  return peopleIn(words).filter((name, _, all) => looksLikeName(name) || isAlone(name, all, words))
}

/** "나래울 기자 narae@tern.example", "솔포=나래울 특파원", "記者 波野灯": no paragraph is so short. */
const EASTERN_BYLINE =
  /^[[(【]?(?:[가-힣]{2,6}=)?(?:[가-힣A-Za-z]{2,8}\s)?[가-힣]{2,4}(?:\s?[·,]\s?[가-힣]{2,4})*\s?(?:선임|전문|인턴|수습|객원)?(?:기자|특파원|통신원|논설위원)[\])】]?(?:\s?[(|/]?\s?[\w.+-]+@[\w.-]+\)?)?$|^(?:기자|記者|记者)[\s:：=]+\S{2,6}$|^[\u3040-\u30FF\u4E00-\u9FFF]{2,6}\s?(?:記者|记者)$/u

/** "Posted by Ane": a short line that says nothing but one name. */
function isAlone(name: string, all: readonly string[], line: string): boolean {
  return (
    all.length === 1 && /^\p{Lu}\p{Ll}+\d*$/u.test(name) && line.endsWith(name) && line.split(' ').length <= 3
  )
}

/** "By" in an element of its own: the name is the element after it. */
function namedAfterOpening(elements: readonly HtmlElement[], shown: Shown): Byline | null {
  for (const element of elements) {
    if (element.firstElementChild !== null || !OPENERS.has(element.localName)) continue
    const next = element.nextElementSibling
    if (next === null) continue
    const opening = element.textContent ?? ''
    if (opening.length > LONGEST_OPENING || !OPENING_ALONE.test(opening)) continue
    const line = shortWordsOf(next, LONGEST_BYLINE) ?? ''
    const people = peopleIn(undated(line)).filter(looksLikeName)
    if (people.length > 0 && shown.isWithArticle(next)) return { line, people }
  }
  return null
}

const OPENERS = new Set('span small strong b em i div dt p'.split(' '))

/** The whole line that a name stands in ("By …, Lunde"), when its parent is no more than that line. */
function lineAround(element: HtmlElement, line: string): string {
  const parent = element.parentElement
  return (parent && shortWordsOf(parent, LONGEST_BYLINE)) ?? line
}

/** "Posted on 3 March 2024 by …": the name follows the day, and "… Stand:" is left where the day was taken off. */
const AFTER_DAY =
  /^[^©]{0,40}\d(?:[\s,|·–-]{0,3}(?:uhr|h|[ap]\.?m\.?)?)[\s,|·–-]+(?:by|von|par|por|di|od|av|af|door)\s+(?<names>\p{L}.{1,60})$/iu

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
