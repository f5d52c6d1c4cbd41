import type { HtmlDocument, HtmlElement } from '../document'
import { isUnseen } from '../element-kinds'
import { type Shown, wordsOf } from '../shown'

/** A title that the page's metadata gives, and where. Best first. */
export type Title = { readonly words: string; readonly from: string }
export type Headline = {
  readonly words: string
  readonly from: string
  /** What shows it on the page, or null. */
  readonly element: HtmlElement | null
}

/** Share of a heading's words that a title must have for the two to be one headline. */
const SAME_HEADLINE = 0.6
/** The same for a page's only `h1`: titles for search engines are often worded anew. */
const SAME_SUBJECT = 0.12
/** What a heading of the first level has before a subhead that says the same again ("In short: …"). */
const FIRST_LEVEL = 0.02
/** Candidates looked at; pages with more list other articles. */
const MOST_CANDIDATES = 40

/**
 * The article's headline: the words that a person saw, where the page shows a heading that its titles agree with;
 * else the best title without the outlet's name. `outlets` are the names that the page gives its outlet.
 */
export function headlineOf(
  document: HtmlDocument,
  titles: readonly Title[],
  outlets: readonly string[],
  shown: Shown,
): Headline | null {
  const bareTitles = titles.map(({ words, from }) => ({ words: withoutOutlet(words, outlets), from }))
  const element = shownHeadline(document, bareTitles, outlets, shown)
  if (element !== null) return { words: ownWords(element, bareTitles), from: 'html', element }
  const best = bareTitles.find(({ words }) => !isOutlet(words, outlets)) ?? bareTitles[0]
  return best === undefined ? null : { ...best, element: null }
}

function shownHeadline(
  document: HtmlDocument,
  titles: readonly Title[],
  outlets: readonly string[],
  shown: Shown,
): HtmlElement | null {
  const headings = [...document.querySelectorAll('h1, h2, [itemprop~="headline"], .entry-title, .post-title')]
    .slice(0, MOST_CANDIDATES)
    .map((heading) => ({ heading, words: wordsOf(heading) }))
    .filter(({ words }) => words !== '' && !isOutlet(words, outlets))
    .map((one) => ({ ...one, rate: agreement(one.words, titles), with: shown.isWithArticle(one.heading) }))
  // An h1 that says what the title says is the headline wherever a page's maker put it.
  const rated = headings.filter((one) => one.with || one.heading.localName === 'h1')
  const weight = ({ heading, rate }: (typeof rated)[number]) =>
    rate + (heading.localName === 'h1' && rate >= SAME_HEADLINE ? FIRST_LEVEL : 0)
  const best = rated.reduce<(typeof rated)[number] | null>(
    (a, b) => (a === null || weight(b) > weight(a) ? b : a),
    null,
  )
  if (best !== null && best.rate >= SAME_HEADLINE) return best.heading
  const firsts = headings.filter((one) => one.with && one.heading.localName === 'h1')
  const first = firsts[0]
  if (first === undefined) return null
  const told = titles.some(({ from }) => from !== 'html')
  if (first.rate >= SAME_SUBJECT || (firsts.length === 1 && !told)) return first.heading
  return null
}

/** How far a heading's words are a title's, 0 to 1: longer headings win, as a title may only add the outlet. */
function agreement(heading: string, titles: readonly Title[]): number {
  const own = bareWords(heading)
  if (own.length === 0) return 0
  return Math.max(
    0,
    ...titles.map(({ words }, index) => {
      const told = new Set(bareWords(words))
      const shared = own.filter((word) => told.has(word)).length
      const covers = Math.min(1, shared / Math.max(1, told.size))
      return (shared / own.length) * (0.7 + 0.3 * covers) - index * 0.001
    }),
  )
}

/** The headline inside a heading that also holds a kicker, a subtitle or a date, when markup or a title tells which. */
function ownWords(heading: HtmlElement, titles: readonly Title[]): string {
  const whole = clean(wordsOf(heading))
  const children = [...heading.children].filter((child) => !isUnseen(child) && child.localName !== 'br')
  const beside = children.filter((child) => BESIDE_HEADLINE.test(child.className) && wordsOf(child) !== whole)
  const parts = [...children.map(wordsOf), ...children.map((child) => without(whole, wordsOf(child)))].map(
    clean,
  )
  for (const { words } of titles) {
    if (bare(words) === bare(whole)) return whole
    const part = parts.find((one) => one !== '' && bare(one) === bare(words))
    if (part !== undefined) return part
  }
  return clean(beside.reduce((words, child) => without(words, wordsOf(child)), whole)) || whole
}

/** What stands in a heading with the headline: the line above it, below it, a date, a section. */
const BESIDE_HEADLINE =
  /kicker|overline|overtitle|super-?title|topline|topic|label|ressort|volanta|antet[ií]tulo|cintillo|occhiello|top-line|dachzeile|eyebrow|spitzmarke|roofline|headline-?prefix|pre-?title|sub-?title|sub-?line|sub-?head|rubri[kc]|category|date|meta/i

function without(words: string, part: string): string {
  if (part !== '' && words.startsWith(part)) return words.slice(part.length)
  return part !== '' && words.endsWith(part) ? words.slice(0, -part.length) : words
}

/** What parts a headline from the outlet in a title. */
const SEPARATOR = /\s+[|–—\-·•:»›«‹<>~│┃/⋆★◆■]{1,2}\s+|\s*[|│┃»›•｜]\s*/gu

/** "Headline | Outlet", "Headline - Section - Outlet", "Outlet: Headline", when the outlet is known by that name. */
export function withoutOutlet(title: string, outlets: readonly string[]): string {
  let words = clean(title)
  for (let again = true; again; ) {
    again = false
    const cuts = [...words.matchAll(SEPARATOR)]
    const [first, last] = [cuts[0], cuts.at(-1)]
    if (last !== undefined && isLikeOutlet(words.slice(last.index + last[0].length), outlets)) {
      words = words.slice(0, last.index).trim()
      again = words !== ''
      words = words.replace(BESIDE_TITLE, '')
    } else if (first !== undefined && isLikeOutlet(words.slice(0, first.index), outlets)) {
      words = words.slice(first.index + first[0].length).trim()
      again = words !== ''
    }
  }
  return words === '' ? clean(title) : words
}

/** Whether words are one of the names of the outlet. */
export function isOutlet(words: string, outlets: readonly string[]): boolean {
  const own = bare(words)
  return own !== '' && outlets.some((outlet) => bare(outlet) === own)
}

/** Whether the end of a title is the outlet: "Island Post Online" for "Island Post", and the other way round. */
function isLikeOutlet(words: string, outlets: readonly string[]): boolean {
  const own = bare(words)
  if (own === '') return false
  return outlets.some((outlet) => {
    const name = bare(outlet)
    if (own === name) return true
    const [short, long] = own.length < name.length ? [own, name] : [name, own]
    return short.length >= LEAST_NAME && long.startsWith(short) && long.length <= short.length * 2
  })
}

/** Letters of a name that a longer one may begin with and still be the same outlet. */
const LEAST_NAME = 5

/** "… | Page 2", "… (page 2 of 3)", "23.01.2022 - …": the part of a long article, and the day before it. */
const BESIDE_TITLE =
  /\s*(?:[|–—·•-]\s*(?:page|seite|página|pagina|pagină|sida|side|strona|страница)\s+\d+(?:\s*(?:of|von|de|di|\/)\s*\d+)?|\((?:page|seite|página|pagina)\s+\d+(?:\s*(?:of|von|de|di|\/)\s*\d+)?\))\s*$|^\d{1,2}\.\d{1,2}\.\d{4}\s*[|:–—-]\s+/iu

/** Characters of a title that are looked at; a longer one is no headline, and patterns go over runs again. */
const LONGEST_TITLE = 2_000

function clean(words: string): string {
  return words
    .slice(0, LONGEST_TITLE)
    .replace(/\s+/g, ' ')
    .replace(BESIDE_TITLE, '')
    .replace(/^[\s:|•·/–—-]+(?=\S)|[\s|•·–—]+$/gu, '')
}

function bareWords(words: string): string[] {
  return (
    words
      .normalize('NFKD')
      .replace(/\p{Mn}/gu, '')
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

function bare(words: string): string {
  return bareWords(words).join('')
}
