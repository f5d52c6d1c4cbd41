import type { Told } from '#domain/article/told'
import type { HtmlDocument } from '../document'
import type { Shown } from '../shown'
import { calendarWords } from './calendar-words'
import { dateInUrl, isoDate } from './dates'
import type { LinkedData } from './json-ld'
import type { MetaTags } from './meta-tags'
import { dayInScripts } from './script-data'
import { tellsChange, type VisibleDays } from './visible-day'

/** Where days are looked for. */
export type DatedPage = {
  readonly document: HtmlDocument
  readonly tags: MetaTags
  readonly linked: LinkedData
  readonly shown: Shown
  readonly days: VisibleDays
  /** BCP 47, or null. */
  readonly language: string | null
  readonly url: string | null
}

type Given = readonly [value: string | null | undefined, from: string]

const OPEN_GRAPH =
  'article:published_time og:article:published_time og:published_time og:pubdate article:published'
const DUBLIN_CORE =
  'dc.date.issued dc.issued dc.date.published dc.date dc.created dc.date.created citation_publication_date citation_online_date citation_date prism.publicationdate'
const NAMED =
  'parsely-pub-date sailthru.date datepublished date_published published_at published-at published_date publishdate publish-date publish_date ' +
  'publish_time pubdate publication_date publication-date publicationdate published published_time ' +
  'date cxenseparse:recs:publishtime dable:published_time release_date ptime originalpublicationdate pdate article.published dc-date-published displaydate ' +
  'article_date_original bt:pubdate vr:published_time nextgenpublished last_published_at article:publication_date og:regdate'

/**
 * The day or instant at which a page says it was published. Most trusted first: JSON-LD, Open Graph, Dublin Core, named
 * meta tags, microdata and RDFa, `time`; then the line that a person sees, the page's own data for its scripts, and its
 * address. The day on which it was changed is never taken for it.
 */
export function publishedOf(page: DatedPage): Told<string> | null {
  const { document, language, url, days } = page
  const told = firstDay(candidates(page), language)
  if (told !== null) return inOwnZone(told, days, url)
  return firstDay(
    [
      [days.best(), 'html'],
      [dayInScripts(document), 'script'],
      [url === null ? null : dateInUrl(url), 'url'],
    ],
    language,
  )
}

function firstDay(given: readonly Given[], language: string | null): Told<string> | null {
  for (const [value, from] of given) {
    const day = value ? (isoDate(value) ?? writtenDay(value, language)) : null
    if (day !== null) return { value: day, assertedBy: 'article', range: null, from }
  }
  return null
}

/** "3. März 2024 um 17:05 Uhr" and no more: what is longer tells other days as well. */
function writtenDay(value: string, language: string | null): string | null {
  return value.length <= LONGEST_DATE ? calendarWords(language).namedDayIn(value) : null
}

const LONGEST_DATE = 40

/**
 * An instant of Greenwich may be another day where the outlet is: of the day before and the day after, the one that the page
 * shows, or has in its address, is its day of publication. An instant with the outlet's own offset is left alone.
 */
function inOwnZone(told: Told<string>, visible: VisibleDays, url: string | null): Told<string> {
  const instant = /^(\d{4}-\d{2}-\d{2})T.*(?:Z|[+-]00:00)$/.exec(told.value)
  const day = instant?.[1]
  if (day === undefined) return told
  const shown = visible.marked()
  if (shown.some((one) => one.startsWith(day))) return told
  const beside = shown.find((one) => isBeside(one, day))
  if (beside !== undefined) return { ...told, value: beside.slice(0, 10), from: 'html' }
  const inUrl = url === null ? null : dateInUrl(url)
  return inUrl !== null && isBeside(inUrl, day) ? { ...told, value: inUrl, from: 'url' } : told
}

function isBeside(a: string, b: string): boolean {
  return Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) === DAY
}

/** Milliseconds. */
const DAY = 86_400_000

function candidates({ document, tags, linked, shown }: DatedPage): Given[] {
  const named = document.querySelector(
    '[itemprop~="datePublished"], [property~="datePublished"], [property~="schema:datePublished"]',
  )
  return [
    [linked.string(linked.article, 'datePublished'), 'json-ld'],
    [tags.first(...OPEN_GRAPH.split(' ')), 'open-graph'],
    [tags.first(...DUBLIN_CORE.split(' ')), 'dublin-core'],
    [tags.first(...NAMED.split(' ')), 'meta'],
    [linked.string(linked.article, 'dateCreated'), 'json-ld'],
    [linked.string(linked.page, 'datePublished'), 'json-ld'],
    [named?.getAttribute('content') ?? named?.getAttribute('datetime'), 'microdata'],
    [named?.textContent, 'microdata'],
    [
      attribute(
        document,
        'time[pubdate], time.published, time.entry-date, time.dt-published, abbr.published, .dt-published',
        ['datetime', 'title'],
      ),
      'html',
    ],
    ...timesOf(shown).map((time): Given => [time, 'html']),
  ]
}

/** `datetime` of the page's `time` elements: those of its article first; none that tells a change or stands in a comment. */
function timesOf(shown: Shown): string[] {
  const times = shown.elements.filter(
    (one) => one.localName === 'time' && one.hasAttribute('datetime') && !tellsChange(one),
  )
  const withArticle = times.filter((one) => shown.isWithArticle(one))
  const inside = withArticle.filter((one) => one.closest('article, main, header') !== null)
  return [...inside, ...withArticle, ...times].map((one) => one.getAttribute('datetime') ?? '')
}

/** The first of `attributes` that the first matching element has. */
export function attribute(
  document: HtmlDocument,
  selector: string,
  attributes: readonly string[],
): string | null {
  const element = document.querySelector(selector)
  for (const name of attributes) {
    const value = element?.getAttribute(name)
    if (value) return value
  }
  return null
}
