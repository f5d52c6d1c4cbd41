import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'

/** A small valid file of one format, whose mutations its reader is tried with. */
export type Seed = {
  readonly name: string
  readonly fileName: string
  /** What is mutated. */
  readonly bytes: Uint8Array
  /** Packs what was mutated, where mutations of the packed file would not reach the reader of what is inside. */
  readonly packed?: (bytes: Uint8Array) => Uint8Array
}

const WORDS =
  '“The pier is closed,” said Ana Ruiz, the harbour master of Port Ellin. A deckhand, who asked not to be named for fear ' +
  'of losing the job, said on 4 January that the boat had left. 선착장은 닫혔다고 항만청 관계자가 말했다.'

const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pier closed – Harbour Post</title>
<meta name="author" content="Mina Orr and Per Lund"><meta property="article:published_time" content="2024-01-04T07:15:00Z">
<link rel="canonical" href="https://harbour.example/pier"><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Pier closed","author":[{"@type":"Person","name":"Mina Orr"}],"datePublished":"2024-01-04"}</script>
</head><body><nav><a href="/">Home</a></nav><article><h1>Pier closed</h1><p class="byline">By <a rel="author" href="/mina">Mina Orr</a></p>
<p>${WORDS}</p><h2>The boats</h2><ul><li>One</li><li>Two<ol><li>Three</li></ol></li></ul><blockquote><p>${WORDS}</p></blockquote>
<figure><img src="pier.jpg" alt="The pier" width="600"><figcaption>The pier. Photo: Ane Holm/Harbour Post</figcaption></figure>
<table><caption>Boats</caption><tr><th>Boat<td>Crew</table><pre>a  b</pre><p>${WORDS}</p></article><footer>© 2024</footer></body></html>`

const TEXT = `Pier closed\n\nBy Mina Orr\n\n${WORDS}\n\n${WORDS}\n\n(Photo: Ane Holm)\n`

const EMAIL = `From: "Harbour Post" <post@harbour.example>\r\nTo: reader@mail.example\r\nSubject: =?utf-8?q?Pier_closed?=\r\nDate: Thu, 4 Jan 2024 07:15:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="aa"\r\n\r\n--aa\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe pier=20is closed, said Ana Ruiz.\r\n--aa\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(HTML).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n--aa--\r\n`

const MHTML = `From: <Saved>\r\nSnapshot-Content-Location: https://harbour.example/pier\r\nSubject: Pier closed\r\nDate: Thu, 4 Jan 2024 07:15:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="----x"\r\n\r\n------x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: https://harbour.example/pier\r\n\r\n${HTML}\r\n------x\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://harbour.example/pier.jpg\r\n\r\nR0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=\r\n------x--\r\n`

const MESSAGE = `From post@harbour.example Thu Jan  4 07:15:00 2024\n${EMAIL.replaceAll('\r\n', '\n')}\n`

function warc(): Buffer {
  const http = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${HTML}`)
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://harbour.example/pier\r\nWARC-Date: 2024-01-04T07:15:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length}\r\n\r\n`
  const record = Buffer.concat([Buffer.from(head), http, Buffer.from('\r\n\r\n')])
  return Buffer.concat([record, record])
}

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

const utf8 = (words: string) => Buffer.from(words)
const json = (value: unknown) => utf8(JSON.stringify(value))
const zip = (bytes: Uint8Array) => zipSync({ 'a.txt': bytes, 'b/c.html': utf8(HTML) })

const BOOK = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Pier closed</dc:title><dc:creator id="c">Mina Orr</dc:creator><meta refines="#c" property="role">aut</meta><dc:date>2024-01-04</dc:date></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`
const CONTAINER =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
const book = (packageFile: Uint8Array, text: Uint8Array) =>
  zipSync({
    mimetype: [utf8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': utf8(CONTAINER),
    'a.opf': packageFile,
    'a.xhtml': text,
  })

export const SEEDS: readonly Seed[] = [
  { name: 'plain text', fileName: 'a.txt', bytes: utf8(TEXT) },
  { name: 'page', fileName: 'a.html', bytes: utf8(HTML) },
  { name: 'e-mail', fileName: 'a.eml', bytes: utf8(EMAIL) },
  { name: 'MHTML', fileName: 'a.mhtml', bytes: utf8(MHTML) },
  { name: 'mailbox', fileName: 'a.mbox', bytes: utf8(MESSAGE + MESSAGE) },
  { name: 'WARC', fileName: 'a.warc', bytes: warc() },
  { name: 'gzipped WARC', fileName: 'a.warc.gz', bytes: gzipSync(warc()) },
  { name: 'gzipped WARC, mutated within', fileName: 'a.warc.gz', bytes: warc(), packed: gzipSync },
  { name: 'gzip', fileName: 'a.txt.gz', bytes: gzipSync(utf8(TEXT)) },
  { name: 'ZIP', fileName: 'a.zip', bytes: zip(utf8(TEXT)) },
  { name: 'ZIP, mutated within', fileName: 'a.zip', bytes: utf8(HTML), packed: zip },
  {
    name: 'EPUB, its package mutated',
    fileName: 'a.epub',
    bytes: utf8(BOOK),
    packed: (bytes) => book(bytes, utf8(HTML)),
  },
  {
    name: 'EPUB, its text mutated',
    fileName: 'a.epub',
    bytes: utf8(HTML),
    packed: (bytes) => book(utf8(BOOK), bytes),
  },
  {
    name: 'WACZ, its archive mutated',
    fileName: 'a.wacz',
    bytes: warc(),
    packed: (bytes) =>
      zipSync({ 'datapackage.json': utf8('{}'), 'archive/a.warc': bytes, 'pages/pages.jsonl': utf8('{}\n') }),
  },
  { name: 'RSS', fileName: 'a.xml', bytes: utf8(RSS) },
  { name: 'Atom', fileName: 'a.xml', bytes: utf8(ATOM) },
  { name: 'JSON Feed', fileName: 'a.json', bytes: json(JSON_FEED) },
  { name: 'ninjs', fileName: 'a.json', bytes: json([NINJS, NINJS]) },
  { name: 'schema.org', fileName: 'a.json', bytes: json({ '@graph': [SCHEMA_ORG, SCHEMA_ORG] }) },
  { name: 'Wallabag', fileName: 'a.json', bytes: json(WALLABAG) },
]
