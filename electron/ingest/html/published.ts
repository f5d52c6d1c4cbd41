import { calendarWords } from './calendar-words'
import { isoDate } from './dates'
import type { HtmlDocument, HtmlElement } from './document'
import type { LinkedData } from './json-ld'
import type { MetaTags } from './meta-tags'
import { type Shown, shortWordsOf, wordsOf } from './shown'

type Given = readonly [value: string | null | undefined, from: string]

/** Candidates looked at; pages with more list other articles. */
const MOST_CANDIDATES = 80
/** Words longer than this are a paragraph, not a date line. */
const LONGEST_LINE = 160
/** Boxes around the headline that still belong to the head of the article, in characters. */
const LONGEST_HEAD = 900

const DUBLIN_CORE =
  'dc.date.issued dc.issued dc.date dc.created dc.date.created citation_publication_date citation_date prism.publicationdate'
const NAMED =
  'parsely-pub-date sailthru.date datepublished pubdate publishdate publish-date publish_date publication_date publicationdate published ' +
  'date cxenseparse:recs:publishtime release_date ptime originalpublicationdate pdate article.published dc-date-published displaydate ' +
  'article_date_original bt:pubdate vr:published_time nextgenpublished last_published_at'

/**
 * Days and times at which a page says it was published, most trusted first: JSON-LD, Open Graph, Dublin Core, named
 * meta tags, microdata, `time`. After them come the line that a person sees, the page's own data for its scripts, and
 * its address. The day on which it was changed is never taken for it.
 */
export function publishedCandidates(document: HtmlDocument, tags: MetaTags, linked: LinkedData): Given[] {
  const inArticle = 'article time[datetime], main time[datetime], header time[datetime]'
  return [
    [linked.string(linked.article, 'datePublished'), 'json-ld'],
    [
      tags.first('article:published_time', 'og:article:published_time', 'og:published_time', 'og:pubdate'),
      'open-graph',
    ],
    [tags.first(...DUBLIN_CORE.split(' ')), 'dublin-core'],
    [tags.first(...NAMED.split(' ')), 'meta'],
    [linked.string(linked.article, 'dateCreated'), 'json-ld'],
    [linked.string(linked.page, 'datePublished'), 'json-ld'],
    [attribute(document, '[itemprop~="datePublished"]', ['content', 'datetime']), 'microdata'],
    [document.querySelector('[itemprop~="datePublished"]')?.textContent, 'microdata'],
    [
      attribute(document, 'time[pubdate], time.published, time.entry-date, abbr.published', [
        'datetime',
        'title',
      ]),
      'html',
    ],
    [attribute(document, inArticle, ['datetime']), 'html'],
    [attribute(document, 'time[datetime]', ['datetime']), 'html'],
  ]
}

/** The day that the page shows, ISO 8601, or null: what its markup calls a date first, then near the headline. */
export function visibleDay(
  document: HtmlDocument,
  headline: HtmlElement | null,
  language: string | null,
  shown: Shown,
): string | null {
  const calendar = calendarWords(language)
  const dayIn = (words: string) =>
    words === '' || !/\d/.test(words) || CHANGED.test(words)
      ? null
      : (isoDate(words) ?? calendar.dayIn(words))
  for (const element of [...document.querySelectorAll(MARKED)].slice(0, MOST_CANDIDATES)) {
    const day = dayIn(shortWordsOf(element, LONGEST_LINE) ?? '')
    if (day !== null && shown.isWithArticle(element)) return day
  }
  return dayNearHeadline(headline, dayIn) ?? labelledDay(document, dayIn, shown)
}

const MARKED =
  'time, [class*="date" i], [id*="date" i], [class*="datum" i], [class*="fecha" i], [class*="publish" i], [class*="posted" i], [class*="submitted" i], [class*="byline" i], [class*="meta" i], [class*="timestamp" i], [class*="author" i]'
/** A line that tells only when the page was changed. */
const CHANGED =
  /^(?:last\s)?(?:updated|modified|aktualisiert|geändert|zuletzt|mis à jour|actualizado|aggiornato|aktualizacja|обновлено|수정|최종\s?수정)/iu
const LABELLED =
  /^(?:date|datum|published|posted|veröffentlicht|erschienen|erstellt|stand|fecha|publicado|publié|data|pubblicato|opublikowano|gepubliceerd|publicerad|дата|опубликовано|입력|등록|작성|게재|날짜|발행)/iu

function dayNearHeadline(
  headline: HtmlElement | null,
  dayIn: (words: string) => string | null,
): string | null {
  if (headline === null) return null
  const own = dayIn(wordsOf(headline))
  if (own !== null) return own
  let around = headline.parentElement
  for (; around !== null; around = around.parentElement) {
    if (shortWordsOf(around, LONGEST_HEAD) === null) break
    for (const element of around.querySelectorAll('p, span, div, small, li, h2, h3, h4')) {
      const day = dayIn(shortWordsOf(element, LONGEST_LINE) ?? '')
      if (day !== null) return day
    }
  }
  return null
}

function labelledDay(
  document: HtmlDocument,
  dayIn: (words: string) => string | null,
  shown: Shown,
): string | null {
  for (const element of document.querySelectorAll('p, span, div, small, li, td, dd, strong, em')) {
    const words = shortWordsOf(element, LONGEST_LINE)
    if (words === null || !/\d{4}|\d\.\d{2}(?!\d)/.test(words)) continue
    const isDateLine = LABELLED.test(words) || OPENS_WITH_DAY.test(words) || words.length <= SHORT_DATE_LINE
    const day = isDateLine ? dayIn(words) : null
    if (day !== null && shown.isWithArticle(element)) return day
  }
  return null
}

/** A line that is hardly more than a day and a place. */
const SHORT_DATE_LINE = 40

/** "3 March 2024 | Ane Holm | 12 comments": a day, a time at most, and then the parts of a line. */
const OPENS_WITH_DAY =
  /^(?:\p{L}+\.?,? )?(?:\d{1,2}(?:st|nd|rd|th|\.)?[ ./-]{0,2}(?:\d{1,2}|\p{L}+)[.,/ -]{1,2}\d{2,4}|\p{L}+\.? \d{1,2},? \d{4})(?!\d).{0,20}?[|·•]/iu

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
