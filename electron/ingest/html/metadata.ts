import type { Alternate, CaptureFacts } from '#domain/article/facts'
import type { Told } from '#domain/article/told'
import type { PageContext } from './context'
import { dateInUrl, isoDate } from './dates'
import type { HtmlDocument, HtmlElement } from './document'
import { firstString, LinkedData, types } from './json-ld'
import { type MetaTags, metaTags } from './meta-tags'
import { peopleIn } from './people'
import { type SavedBy, savedBy } from './saved-by'
import { absoluteUrl } from './urls'
import { type Byline, visibleByline, visibleDate, visibleHeadline, wordsOf } from './visible-head'

/**
 * What a page's metadata tells. Order of trust, most trusted first: JSON-LD (written for this article by the
 * publishing system), Open Graph and `article:`, Dublin Core and citation tags, named meta tags, microdata and
 * `rel`, and last what the page shows (`h1`, `time`) or its address. Each value says where it came from.
 */
export type Metadata = {
  readonly facts: CaptureFacts
  readonly authors: readonly string[]
  /** What the page shows as its headline and its byline, as words; null when it shows none. */
  readonly shownHeadline: string | null
  readonly shownByline: string | null
  readonly headlineElement: HtmlElement | null
  /** The article's text as JSON-LD has it. */
  readonly linkedBody: string | null
}

type Given = readonly [value: string | null | undefined, from: string]

export function readMetadata(document: HtmlDocument, context: PageContext): Metadata {
  const tags = metaTags(document)
  const linked = new LinkedData(document)
  const saved = savedBy(document, context)
  const url = pageUrl(document, tags, linked, saved)
  const publisher = publisherOf(document, tags, linked)
  const headline = headlineOf(document, tags, linked, publisher?.value ?? null)
  const language = languageOf(document, tags, linked)
  const byline = visibleByline(document)
  const authors = authorsOf(tags, linked, byline)
  return {
    authors: authors.filter((name) => !sameWords(name, publisher?.value ?? '')),
    shownHeadline: headline.element && wordsOf(headline.element),
    shownByline: byline?.line ?? null,
    headlineElement: headline.element,
    linkedBody: linked.string(linked.article, 'articleBody'),
    facts: {
      headline: headline.told,
      published: told(
        isoDate,
        publishedCandidates(document, tags, linked, url?.value ?? null, language?.value ?? null),
      ),
      modified: told(isoDate, [
        [linked.string(linked.article, 'dateModified'), 'json-ld'],
        [tags.first('article:modified_time', 'og:updated_time'), 'open-graph'],
        [tags.first('dc.modified', 'dc.date.modified'), 'dublin-core'],
        [tags.first('last-modified', 'revised', 'datemodified', 'lastmod'), 'meta'],
        [attribute(document, '[itemprop="dateModified"]', ['content', 'datetime']), 'microdata'],
      ]),
      language,
      publisher,
      dateline: told(words, [[linked.string(linked.article, 'dateline'), 'json-ld']]),
      url,
      contact: null,
      rights: told(words, [
        [linked.string(linked.article, 'copyrightNotice'), 'json-ld'],
        [tags.first('dc.rights'), 'dublin-core'],
        [tags.first('copyright', 'rights', 'rights-standard'), 'meta'],
        [attribute(document, '[rel~="license"]', ['href']), 'html'],
      ]),
      capturedAt: saved.capturedAt
        ? { value: saved.capturedAt, assertedBy: 'article', range: null, from: saved.from }
        : null,
      alternates: alternatesOf(document, linked, url?.value ?? null),
    },
  }
}

/** The first value that `read` understands, as told by the article. */
function told(read: (value: string) => string | null, given: readonly Given[]): Told<string> | null {
  for (const [value, from] of given) {
    const understood = value ? read(value) : null
    if (understood !== null) return { value: understood, assertedBy: 'article', range: null, from }
  }
  return null
}

function words(value: string): string | null {
  const collapsed = value.replace(/\s+/g, ' ').trim()
  return collapsed === '' ? null : collapsed
}

function pageUrl(
  document: HtmlDocument,
  tags: MetaTags,
  linked: LinkedData,
  saved: SavedBy,
): Told<string> | null {
  const base = saved.url ?? document.querySelector('base[href]')?.getAttribute('href') ?? null
  const web = (value: string) => absoluteUrl(value, base)
  return told(web, [
    [attribute(document, 'link[rel="canonical"]', ['href']), 'html'],
    [tags.first('og:url'), 'open-graph'],
    [linked.string(linked.article, 'mainEntityOfPage'), 'json-ld'],
    [linked.string(linked.article, 'url'), 'json-ld'],
    [tags.first('twitter:url', 'parsely-link', 'dc.identifier'), 'meta'],
    [saved.url, saved.from],
  ])
}

function publisherOf(document: HtmlDocument, tags: MetaTags, linked: LinkedData): Told<string> | null {
  const name = firstString(linked.objects(linked.article, 'publisher')[0] ?? null, ['name', 'legalName'])
  return told(words, [
    [name, 'json-ld'],
    [tags.first('og:site_name'), 'open-graph'],
    [tags.first('dc.publisher', 'citation_publisher'), 'dublin-core'],
    [
      tags.first('application-name', 'publisher', 'parsely-site', 'cre', 'apple-mobile-web-app-title'),
      'meta',
    ],
    [document.querySelector('[itemprop="publisher"] [itemprop="name"]')?.textContent, 'microdata'],
  ])
}

/** The words a person saw, where the page shows a heading that its titles agree with; else the best title. */
function headlineOf(
  document: HtmlDocument,
  tags: MetaTags,
  linked: LinkedData,
  publisher: string | null,
): { told: Told<string> | null; element: HtmlElement | null } {
  const titles: Given[] = [
    [linked.string(linked.article, 'headline'), 'json-ld'],
    [tags.first('og:title'), 'open-graph'],
    [tags.first('dc.title', 'citation_title'), 'dublin-core'],
    [tags.first('parsely-title', 'sailthru.title', 'twitter:title', 'title'), 'meta'],
    [document.querySelector('title')?.textContent, 'html'],
  ]
  const element = visibleHeadline(
    document,
    titles.flatMap(([title]) => (title ? [title] : [])),
    publisher,
  )
  const shown = told(words, [[element && wordsOf(element), 'html']])
  return { element, told: shown ?? told((value) => words(withoutOutlet(value, publisher)), titles) }
}

/** "Headline | Outlet" and "Headline - Outlet", when the outlet is known by that name. */
function withoutOutlet(title: string, publisher: string | null): string {
  const parts = /^(.+?)\s+[|–—\-·:»]\s+([^|–—·»]+)$/su.exec(title.trim())
  const [, headline, outlet] = parts ?? []
  return publisher && headline && outlet && sameWords(outlet, publisher) ? headline : title
}

function sameWords(a: string, b: string): boolean {
  const bare = (value: string) => value.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  return bare(a) === bare(b)
}

function publishedCandidates(
  document: HtmlDocument,
  tags: MetaTags,
  linked: LinkedData,
  url: string | null,
  language: string | null,
): Given[] {
  return [
    [linked.string(linked.article, 'datePublished'), 'json-ld'],
    [
      tags.first('article:published_time', 'og:article:published_time', 'og:published_time', 'og:pubdate'),
      'open-graph',
    ],
    [
      tags.first(
        'dc.date.issued',
        'dc.issued',
        'dc.date',
        'dc.created',
        'citation_publication_date',
        'citation_date',
        'prism.publicationdate',
      ),
      'dublin-core',
    ],
    [
      tags.first(
        'parsely-pub-date',
        'sailthru.date',
        'datepublished',
        'pubdate',
        'publishdate',
        'publish-date',
        'publication_date',
        'published',
        'date',
        'cxenseparse:recs:publishtime',
        'release_date',
        'ptime',
        'originalpublicationdate',
        'pdate',
      ),
      'meta',
    ],
    [linked.string(linked.article, 'dateCreated'), 'json-ld'],
    [attribute(document, '[itemprop="datePublished"]', ['content', 'datetime']), 'microdata'],
    [document.querySelector('[itemprop="datePublished"]')?.textContent, 'microdata'],
    [
      attribute(document, 'time[pubdate], time.published, time.entry-date, abbr.published', [
        'datetime',
        'title',
      ]),
      'html',
    ],
    [
      attribute(document, 'article time[datetime], main time[datetime], header time[datetime]', ['datetime']),
      'html',
    ],
    [attribute(document, 'time[datetime]', ['datetime']), 'html'],
    [visibleDate(document, language), 'html'],
    [url === null ? null : dateInUrl(url), 'url'],
  ]
}

function languageOf(document: HtmlDocument, tags: MetaTags, linked: LinkedData): Told<string> | null {
  return told(languageTag, [
    [
      document.documentElement?.getAttribute('lang') ?? document.documentElement?.getAttribute('xml:lang'),
      'html',
    ],
    [linked.string(linked.article, 'inLanguage'), 'json-ld'],
    [tags.first('og:locale'), 'open-graph'],
    [tags.first('dc.language', 'citation_language'), 'dublin-core'],
    [tags.first('content-language', 'language'), 'meta'],
  ])
}

/** A well-formed BCP 47 tag (`ko_KR` becomes `ko-KR`), or null. */
function languageTag(value: string): string | null {
  try {
    return Intl.getCanonicalLocales(value.trim().replaceAll('_', '-'))[0] ?? null
  } catch {
    return null
  }
}

/**
 * Authors' names. A byline whose markup leaves no doubt is trusted more than the named meta tags, where
 * publishing systems put the owner of the account.
 */
function authorsOf(tags: MetaTags, linked: LinkedData, byline: Byline | null): string[] {
  const article = linked.article ?? linked.page
  const people = [...linked.objects(article, 'author'), ...linked.objects(article, 'creator')]
    .filter(
      (node) =>
        !types(node).some((type) => /Organization|Corporation/.test(type)) || types(node).includes('Person'),
    )
    .flatMap((node) => peopleIn(firstString(node, ['name']) ?? ''))
  const writtenBy = /(?:^|\s)(?:by|von|par|por|da|door|av)$/i.test(tags.first('twitter:label1') ?? '')
  const levels = [
    people,
    tags.all('article:author', 'og:article:author').flatMap(peopleIn),
    tags.all('dc.creator', 'dc.contributor', 'citation_author').flatMap(peopleIn),
    byline?.marked ? byline.people : [],
    tags.all('author', 'parsely-author', 'sailthru.author', 'byl', 'cxenseparse:author').flatMap(peopleIn),
    writtenBy ? peopleIn(tags.first('twitter:data1') ?? '') : [],
    byline?.people ?? [],
  ]
  return [...new Set(levels.find((names) => names.length > 0) ?? [])]
}

/** The first of `attributes` that the first matching element has. */
function attribute(document: HtmlDocument, selector: string, attributes: readonly string[]): string | null {
  const element = document.querySelector(selector)
  for (const name of attributes) {
    const value = element?.getAttribute(name)
    if (value) return value
  }
  return null
}

function alternatesOf(document: HtmlDocument, linked: LinkedData, url: string | null): Alternate[] {
  const found: Alternate[] = []
  for (const [property, relation] of [
    ['translationOfWork', 'original'],
    ['workTranslation', 'translation'],
  ] as const) {
    for (const work of linked.objects(linked.article, property)) {
      found.push({
        relation,
        language: languageTag(firstString(work, ['inLanguage']) ?? ''),
        label: null,
        url: absoluteUrl(firstString(work, ['url', '@id', 'mainEntityOfPage']) ?? '', url),
      })
    }
  }
  for (const link of document.querySelectorAll('link[rel~="alternate"][hreflang]')) {
    const language = languageTag(link.getAttribute('hreflang') ?? '')
    const address = absoluteUrl(link.getAttribute('href') ?? '', url)
    if (language === null || address === null || address === url) continue
    found.push({ relation: 'other-language', language, label: null, url: address })
  }
  return found.filter((one, index) => found.findIndex((other) => other.url === one.url) === index)
}
