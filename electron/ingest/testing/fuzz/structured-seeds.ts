import { type Seed, utf8, WORDS } from './seed'
import { JSON_TOKENS, MARKUP_TOKENS, TEXT_TOKENS } from './tokens'

const ITEM = `<title>Pier closed</title><link>https://harbour.example/pier</link><pubDate>Thu, 04 Jan 2024 07:15:00 GMT</pubDate><dc:creator>Mina Orr</dc:creator><content:encoded><![CDATA[<p>${WORDS}</p><p>${WORDS}</p>]]></content:encoded>`
const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Post</title><item>${ITEM}</item><item>${ITEM}</item></channel></rss>`
const ENTRY = `<entry><title>Pier closed</title><id>1</id><updated>2024-01-04T07:15:00Z</updated><author><name>Mina Orr</name></author><link href="https://harbour.example/pier"/><content type="html">&lt;p&gt;${WORDS}&lt;/p&gt;</content></entry>`
const ATOM = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title>${ENTRY}${ENTRY}</feed>`

const FEED_ITEM = {
  id: '1',
  url: 'https://harbour.example/pier',
  title: 'Pier closed',
  content_html: `<p>${WORDS}</p>`,
  authors: [{ name: 'Mina Orr' }],
}
const JSON_FEED = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Harbour Post',
  items: [FEED_ITEM, FEED_ITEM],
}
const NINJS = {
  uri: 'urn:a',
  type: 'text',
  versioncreated: '2024-01-04T07:15:00Z',
  headline: 'Pier closed',
  byline: 'Mina Orr',
  body_html: `<p>${WORDS}</p>`,
}
const SCHEMA_ORG = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Pier closed',
  author: { '@type': 'Person', name: 'Mina Orr' },
  articleBody: WORDS,
}
const WALLABAG = [
  {
    title: 'Pier closed',
    url: 'https://harbour.example/pier',
    content: `<p>${WORDS}</p>`,
    created_at: '2024-01-04T07:15:00+0000',
    is_archived: 0,
    tags: [],
  },
]

const json = (value: unknown) => utf8(JSON.stringify(value))
const both = [...JSON_TOKENS, ...MARKUP_TOKENS]

const ADDRESSES =
  'title,url,time_added,tags,status\nPier closed,https://harbour.example/pier,1704352500,boats|ellin,unread\n'
const BOOKMARKS = `<!DOCTYPE NETSCAPE-Bookmark-file-1><TITLE>Bookmarks</TITLE><DL><DT><A HREF="https://harbour.example/pier" ADD_DATE="1704352500">Pier closed</A></DL>`
const SUBSCRIPTIONS = `<?xml version="1.0"?><opml version="2.0"><body><outline text="Harbour Post" xmlUrl="https://harbour.example/feed"/></body></opml>`
const refusal = 'file-only-addresses'

export const STRUCTURED_SEEDS: readonly Seed[] = [
  { name: 'RSS', fileName: 'a.xml', bytes: utf8(RSS), tokens: MARKUP_TOKENS },
  { name: 'Atom', fileName: 'a.xml', bytes: utf8(ATOM), tokens: MARKUP_TOKENS },
  { name: 'JSON Feed', fileName: 'a.json', bytes: json(JSON_FEED), tokens: both },
  { name: 'ninjs', fileName: 'a.json', bytes: json([NINJS, NINJS]), tokens: both },
  {
    name: 'schema.org',
    fileName: 'a.json',
    bytes: json({ '@graph': [SCHEMA_ORG, SCHEMA_ORG] }),
    tokens: JSON_TOKENS,
  },
  { name: 'Wallabag', fileName: 'a.json', bytes: json(WALLABAG), tokens: both },
  { name: 'address list', fileName: 'a.csv', bytes: utf8(ADDRESSES), tokens: TEXT_TOKENS, refusal },
  { name: 'bookmarks', fileName: 'a.html', bytes: utf8(BOOKMARKS), tokens: MARKUP_TOKENS, refusal },
  { name: 'subscriptions', fileName: 'a.opml', bytes: utf8(SUBSCRIPTIONS), tokens: MARKUP_TOKENS, refusal },
]
