import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { smallPlist } from '../../archive/testing/small-plist'
import { HTML, type Seed, TEXT, utf8 } from './seed'
import { ARCHIVE_TOKENS, MARKUP_TOKENS } from './tokens'

function warc(): Buffer {
  const http = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${HTML}`)
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://harbour.example/pier\r\nWARC-Date: 2024-01-04T07:15:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length}\r\n\r\n`
  const record = Buffer.concat([Buffer.from(head), http, Buffer.from('\r\n\r\n')])
  return Buffer.concat([record, record])
}

function arc(): Buffer {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${HTML}`
  const description = '1 0 Harbour\nURL IP-address Archive-date Content-type Archive-length\n'
  const record = (url: string, type: string, content: string) =>
    `${url} 127.0.0.1 20240104071500 ${type} ${Buffer.byteLength(content)}\n${content}\n`
  return Buffer.from(
    record('filedesc://a.arc', 'text/plain', description) +
      record('https://harbour.example/pier', 'text/html', http).repeat(2),
  )
}

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

const wacz = (bytes: Uint8Array) =>
  zipSync({ 'datapackage.json': utf8('{}'), 'archive/a.warc': bytes, 'pages/pages.jsonl': utf8('{}\n') })

const tokens = ARCHIVE_TOKENS
const both = [...ARCHIVE_TOKENS, ...MARKUP_TOKENS]

export const ARCHIVE_SEEDS: readonly Seed[] = [
  { name: 'WARC', fileName: 'a.warc', bytes: warc(), tokens: both },
  { name: 'gzipped WARC', fileName: 'a.warc.gz', bytes: gzipSync(warc()), tokens },
  {
    name: 'gzipped WARC, mutated within',
    fileName: 'a.warc.gz',
    bytes: warc(),
    packed: gzipSync,
    tokens: both,
  },
  { name: 'ARC', fileName: 'a.arc', bytes: arc(), tokens: both },
  {
    name: 'web archive of Safari',
    fileName: 'a.webarchive',
    bytes: smallPlist({
      WebMainResource: { WebResourceURL: 'https://harbour.example/pier', WebResourceData: utf8(HTML) },
    }),
    tokens: both,
  },
  { name: 'gzip', fileName: 'a.txt.gz', bytes: gzipSync(utf8(TEXT)), tokens },
  { name: 'ZIP', fileName: 'a.zip', bytes: zip(utf8(TEXT)), tokens },
  { name: 'ZIP, mutated within', fileName: 'a.zip', bytes: utf8(HTML), packed: zip, tokens: both },
  { name: 'WACZ, its archive mutated', fileName: 'a.wacz', bytes: warc(), packed: wacz, tokens: both },
  { name: 'EPUB', fileName: 'a.epub', bytes: book(utf8(BOOK), utf8(HTML)), tokens },
  {
    name: 'EPUB, its package mutated',
    fileName: 'a.epub',
    bytes: utf8(BOOK),
    packed: (bytes) => book(bytes, utf8(HTML)),
    tokens: MARKUP_TOKENS,
  },
  {
    name: 'EPUB, its text mutated',
    fileName: 'a.epub',
    bytes: utf8(HTML),
    packed: (bytes) => book(utf8(BOOK), bytes),
    tokens: MARKUP_TOKENS,
  },
]
