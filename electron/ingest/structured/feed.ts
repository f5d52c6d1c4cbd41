import { type AtomFeed, type JsonFeed, parseFeed, type RdfFeed, type RssFeed } from 'feedsmith'
import { failure } from '#domain/failure'
import { failed } from '#domain/result'
import { decode } from '../charset'
import { peopleIn } from '../html/metadata/people'
import { isoOf } from '../instant'
import { type ContainerReader, type FoundMember, whole } from '../member'
import { itemsApart } from './only-item'
import { NOTHING_TOLD, readTold, type ToldArticle } from './told-article'

/**
 * A feed's file (RSS, Atom, RDF, JSON Feed): each item that brings its whole text. An item that brings only a summary is no
 * article, and says so.
 */
export const readFeed: ContainerReader = function* ({ bytes, fileName }, { budget }) {
  const decoded = decode(bytes)
  const items = decoded.ok ? itemsOf(decoded.value.text) : null
  if (!decoded.ok || items === null) {
    yield whole(() => failed(failure('file-damaged', { file: fileName })))
    return
  }
  const alone = itemsApart(decoded.value.text)
  for (const [index, item] of items.entries()) {
    const read: FoundMember['read'] = () => readTold(item, fileName)
    if (items.length === 1) {
      yield whole(read)
      continue
    }
    const original = alone(index)
    // Each brings the head of the feed along: a long one, very often, is more than the file.
    if (!budget.spend(original?.length ?? 0)) {
      yield whole(() => failed(failure('file-over-limits', { file: fileName })))
      return
    }
    yield { part: nameOf(item, index), original, read }
  }
}

function nameOf(item: ToldArticle, index: number): string {
  return item.headline ?? item.url ?? String(index + 1)
}

/** Null when it is no feed that can be read. */
function itemsOf(text: string): ToldArticle[] | null {
  try {
    const parsed = parseFeed(text)
    switch (parsed.format) {
      case 'rss':
        return (parsed.feed.items ?? []).map((item) => ofRss(parsed.feed, item))
      case 'rdf':
        return (parsed.feed.items ?? []).map((item) => ofRdf(parsed.feed, item))
      case 'atom':
        return (parsed.feed.entries ?? []).map((entry) => ofAtom(parsed.feed, entry))
      case 'json':
        return (parsed.feed.items ?? []).map((item) => ofJson(parsed.feed, item))
    }
  } catch {
    // Every error of the library means that the text is no feed, or a broken one.
    return null
  }
}

const FEED = { ...NOTHING_TOLD, from: 'feed' }

type Partly<T> = { readonly [K in keyof T]?: T[K] }

function ofRss(feed: Partly<RssFeed.Feed<string>>, item: Partly<RssFeed.Item<string>>): ToldArticle {
  const authors = item.dc?.creators ?? (item.authors ?? []).flatMap((author) => author.name ?? [])
  return {
    ...FEED,
    mediaType: 'application/rss+xml',
    html: item.content?.encoded ?? fullText(item.description),
    headline: item.title ?? null,
    authors: authors.flatMap(peopleIn),
    published: isoOf(item.pubDate ?? item.dc?.dates?.[0] ?? null),
    language: feed.language ?? null,
    publisher: feed.title ?? null,
    url: item.link ?? null,
    rights: feed.copyright ?? null,
  }
}

function ofRdf(feed: Partly<RdfFeed.Feed<string>>, item: Partly<RdfFeed.Item<string>>): ToldArticle {
  return {
    ...FEED,
    mediaType: 'application/rdf+xml',
    html: item.content?.encoded ?? fullText(item.description),
    headline: item.title ?? null,
    authors: (item.dc?.creators ?? []).flatMap(peopleIn),
    published: isoOf(item.dc?.dates?.[0] ?? null),
    publisher: feed.title ?? null,
    url: item.link ?? null,
  }
}

function ofAtom(feed: Partly<AtomFeed.Feed<string>>, entry: Partly<AtomFeed.Entry<string>>): ToldArticle {
  const { content } = entry
  const isMarkup = content?.type === 'html' || content?.type === 'xhtml'
  return {
    ...FEED,
    mediaType: 'application/atom+xml',
    html: isMarkup ? (content?.value ?? null) : null,
    text: content?.value ?? null,
    headline: entry.title?.value ?? null,
    authors: (entry.authors ?? feed.authors ?? []).flatMap((author) => peopleIn(author.name ?? '')),
    published: isoOf(entry.published ?? entry.updated ?? null),
    modified: isoOf(entry.updated ?? null),
    language: feed.xml?.lang ?? null,
    publisher: feed.title?.value ?? null,
    url: (entry.links ?? []).find((link) => link.rel === undefined || link.rel === 'alternate')?.href ?? null,
    rights: entry.rights?.value ?? feed.rights?.value ?? null,
  }
}

function ofJson(feed: Partly<JsonFeed.Feed<string>>, item: Partly<JsonFeed.Item<string>>): ToldArticle {
  return {
    ...FEED,
    mediaType: 'application/feed+json',
    html: item.content_html ?? null,
    text: item.content_text ?? null,
    headline: item.title ?? null,
    authors: (item.authors ?? feed.authors ?? []).flatMap((author) => peopleIn(author.name ?? '')),
    published: isoOf(item.date_published ?? null),
    modified: isoOf(item.date_modified ?? null),
    language: item.language ?? feed.language ?? null,
    publisher: feed.title ?? null,
    url: item.url ?? item.external_url ?? null,
  }
}

/** Letters from which a description is taken for the whole text: teasers are shorter. */
const WHOLE_TEXT = 600

/** Some feeds put the whole text where the summary belongs. */
function fullText(description: string | undefined): string | null {
  const letters = description?.replace(/<[^<>]*>/g, '').match(/\p{L}/gu)?.length ?? 0
  return description !== undefined && letters >= WHOLE_TEXT ? description : null
}
