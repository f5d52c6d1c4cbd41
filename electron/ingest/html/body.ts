import type { BodyOrigin } from '#domain/article/facts'
import { articleContainer } from './body/container'
import { clearFurniture } from './body/furniture'
import { leadOf } from './body/lead'
import { Measures } from './body/measure'
import { recoveredBody } from './body/recovered-body'
import { readabilityBody } from './body/second-view'
import { standfirstOf } from './body/standfirst'
import { clearTeasers } from './body/teasers'
import { trim } from './body/trim'
import { type HtmlDocument, type HtmlElement, parseHtml } from './document'

/** What the metadata knows of a page before its body is looked for. */
export type KnownOfPage = {
  /** The element that shows the headline; it is written apart and never part of the body. */
  readonly headline: HtmlElement | null
  /** The text of the article as JSON-LD has it (`articleBody`), or null. */
  readonly linkedBody: string | null
  /** Headline and description, as the page's metadata has them; looked up where they are needed. */
  readonly subject: () => string
}

/** The elements that hold an article's body, in order, and those of them, or in them, that are its standfirst. */
export type Body = {
  readonly parts: readonly HtmlElement[]
  readonly standfirst: ReadonlySet<HtmlElement>
  /** Where it was read, when that is not what the page shows. */
  readonly from: BodyOrigin | null
}

/** Mass of the teasers of a page that lists articles: eight titles with a line each. */
const LEAST_LIST = 800
/** Mass of what such a page tells besides them, a line about itself. The shortest news is longer. */
const MOST_BESIDE_LIST = 100

/**
 * The article's body; null when the page has none, or lists other articles. The document is changed: what it shows beside the
 * article is taken out (docs/technical/extraction.md). `html` is read again where that leaves nothing.
 */
export function bodyOf(document: HtmlDocument, html: string, known: KnownOfPage): Body | null {
  const { headline } = known
  const root = document.body
  if (root === null) return null
  const measures = new Measures(root)
  clearFurniture(root, headline, measures)
  const teasers = clearTeasers(root, measures)
  const container = articleContainer(root, measures)
  const lead = container === null ? [] : leadOf(container, headline, root, measures)
  if (headline !== null) measures.remove(headline)
  if (container !== null) trim(container, measures)
  const recovered = recoveredBody(document, container === null ? 0 : measures.of(container).mass, known)
  if (recovered !== null) return whole(recovered.element, recovered.from)
  const story = container === null ? 0 : measures.of(container).story
  if (teasers >= LEAST_LIST && story < MOST_BESIDE_LIST && !isToldArticle(document)) return null
  if (container === null) return secondView(html)
  return {
    parts: [...lead, container],
    standfirst: standfirstOf(lead, container, measures),
    from: null,
  }
}

/** Whether the page says itself that it is an article, be it a single line. */
function isToldArticle(document: HtmlDocument): boolean {
  const type = document.querySelector('meta[property="og:type"]')?.getAttribute('content')
  return type === 'article' || document.querySelector('meta[property="article:published_time"]') !== null
}

/** Readability's reading, for a page in which we see no paragraph at all. */
function secondView(html: string): Body | null {
  const page = parseHtml(html)
  const body = page === null ? null : readabilityBody(page)
  return body === null ? null : whole(body, null)
}

function whole(body: HtmlElement, from: BodyOrigin | null): Body {
  return { parts: [body], standfirst: new Set(), from }
}
