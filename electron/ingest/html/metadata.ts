import type { Alternate, CaptureFacts } from '#domain/article/facts'
import type { Told } from '#domain/article/told'
import type { PageContext } from './context'
import type { HtmlDocument, HtmlElement } from './document'
import { authorsOf, type OtherCredit, othersCredited } from './metadata/authors'
import { lineOf, shownBylines } from './metadata/byline'
import { isoDate } from './metadata/dates'
import { withoutEntities } from './metadata/entities'
import { headlineOf, type Title } from './metadata/headline'
import { firstString, LinkedData, type OwnPage } from './metadata/json-ld'
import { type MetaTags, metaTags } from './metadata/meta-tags'
import { attribute, publishedOf } from './metadata/published'
import { type SavedBy, savedBy } from './metadata/saved-by'
import { authorsInScripts } from './metadata/script-data'
import { VisibleDays } from './metadata/visible-day'
import { Shown } from './shown'
import { absoluteUrl } from './urls'

/**
 * What a page's metadata tells. Order of trust, most trusted first: JSON-LD (written for this article by the
 * publishing system), Open Graph and `article:`, Dublin Core and citation tags, named meta tags, microdata and
 * `rel`, and last what the page shows (`h1`, `time`) or its address. Each value says where it came from.
 */
export type Metadata = {
  readonly facts: CaptureFacts
  readonly authors: readonly string[]
  /** Editors, translators and contributors whom metadata names. */
  readonly credits: readonly OtherCredit[]
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
  const linked = new LinkedData(document, ownPage(document, tags))
  const saved = savedBy(document, context)
  const url = pageUrl(document, tags, linked, saved)
  const publisher = publisherOf(document, tags, linked)
  const shown = new Shown(document)
  const outlets = outletsOf(tags, linked, publisher?.value ?? null, url?.value ?? null)
  const headline = headlineOf(document, titlesOf(document, tags, linked), outlets, shown)
  const language = languageOf(document, tags, linked)
  const bylines = shownBylines(shown)
  const days = new VisibleDays(shown, headline?.element ?? null, language?.value ?? null)
  const authors = authorsOf(tags, linked, bylines, outlets, () => authorsInScripts(document))
  return {
    authors,
    credits: othersCredited(linked, authors),
    shownHeadline: headline?.element ? headline.words : null,
    shownByline: lineOf(bylines),
    headlineElement: headline?.element ?? null,
    linkedBody: linked.string(linked.article, 'articleBody'),
    facts: {
      headline: headline && {
        value: headline.words,
        assertedBy: 'article',
        range: null,
        from: headline.from,
      },
      published: publishedOf({
        document,
        tags,
        linked,
        shown,
        days,
        language: language?.value ?? null,
        url: url?.value ?? null,
      }),
      modified: told(isoDate, [
        [linked.string(linked.article, 'dateModified'), 'json-ld'],
        [tags.first('article:modified_time', 'og:updated_time'), 'open-graph'],
        [tags.first('dc.modified', 'dc.date.modified'), 'dublin-core'],
        [tags.first('last-modified', 'revised', 'datemodified', 'lastmod'), 'meta'],
        [
          attribute(document, '[itemprop~="dateModified"], [property~="dateModified"]', [
            'content',
            'datetime',
          ]),
          'microdata',
        ],
        [attribute(document, 'time.updated, time.dt-updated, time.modified', ['datetime']), 'html'],
        [days.changed(), 'html'],
      ]),
      language,
      publisher,
      dateline: told(words, [[linked.string(linked.article, 'dateline'), 'json-ld']]),
      url,
      contact: null,
      rights: told(words, [
        [linked.string(linked.article, 'copyrightNotice'), 'json-ld'],
        [linked.string(linked.article, 'license'), 'json-ld'],
        [tags.first('dc.rights'), 'dublin-core'],
        [tags.first('copyright', 'rights', 'rights-standard'), 'meta'],
        [attribute(document, '[rel~="license"]', ['href']), 'html'],
      ]),
      section: told(words, [
        [linked.string(linked.article, 'articleSection'), 'json-ld'],
        [tags.first('article:section', 'og:article:section'), 'open-graph'],
        [tags.first('dc.type.section', 'prism.section'), 'dublin-core'],
        [
          tags.first('section', 'parsely-section', 'cxenseparse:section', 'article_section', 'dable:section'),
          'meta',
        ],
        [attribute(document, 'meta[itemprop="articleSection"]', ['content']), 'microdata'],
        [document.querySelector('[itemprop~="articleSection"]')?.textContent, 'microdata'],
      ]),
      capturedAt: saved.capturedAt
        ? { value: saved.capturedAt, assertedBy: 'article', range: null, from: saved.from }
        : null,
      alternates: alternatesOf(document, linked, url?.value ?? null),
    },
  }
}

/** By what JSON-LD's account of this page's article is known among those of others. */
function ownPage(document: HtmlDocument, tags: MetaTags): OwnPage {
  const canonical = attribute(document, 'link[rel="canonical"]', ['href'])
  return {
    addresses: [canonical, tags.first('og:url')].flatMap((address) => address ?? []),
    titles: [tags.first('og:title'), document.querySelector('title')?.textContent].flatMap(
      (title) => title ?? [],
    ),
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

/** The names that a page gives its outlet, as they may stand in its titles: names, and the host's own. */
function outletsOf(
  tags: MetaTags,
  linked: LinkedData,
  publisher: string | null,
  url: string | null,
): string[] {
  const host = url === null ? '' : new URL(url).hostname.replace(/^(?:www|m|amp|blog|news)\./, '')
  const names = [
    publisher,
    tags.first('og:site_name'),
    tags.first('application-name'),
    tags.first('apple-mobile-web-app-title'),
    linked.site,
    host,
    host.split('.').at(-2),
  ]
  return names.flatMap((name) => (name && name.length > 2 ? [name] : []))
}

function titlesOf(document: HtmlDocument, tags: MetaTags, linked: LinkedData): Title[] {
  const titles: Given[] = [
    [linked.string(linked.article, 'headline'), 'json-ld'],
    [tags.first('og:title'), 'open-graph'],
    [tags.first('dc.title', 'citation_title'), 'dublin-core'],
    [tags.first('parsely-title', 'sailthru.title', 'twitter:title', 'title'), 'meta'],
    [document.querySelector('title')?.textContent, 'html'],
  ]
  return titles.flatMap(([title, from]) => (title?.trim() ? [{ words: withoutEntities(title), from }] : []))
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
export function languageTag(value: string): string | null {
  try {
    return Intl.getCanonicalLocales(value.trim().replaceAll('_', '-'))[0] ?? null
  } catch {
    return null
  }
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
