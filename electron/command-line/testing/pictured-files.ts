import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { smallPlist } from '../../ingest/archive/testing/small-plist'

/** One article with one picture, byline, translator and picture credit, in every format that brings pictures along. */

export const GIF = Buffer.concat([
  Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=', 'base64'),
  Buffer.alloc(500),
])
const BASE64 = GIF.toString('base64')
const ADDRESS = 'https://post.example/ferry'
const PICTURE = 'https://post.example/quay.gif'

const story = (
  src: string,
) => `<h1>Ferry cut by half</h1><p class="byline">By Ane Holm</p><p>The winter timetable was cut by half on Thursday, the island council said in a letter to every household.</p>
<figure><img src="${src}" alt="The quay at Lunde" width="600"/><figcaption>The quay at Lunde. (Photo: Per Lund)</figcaption></figure>
<p>“We learned of it from a notice,” said Mina Orr, who runs the shop at the quay. The company did not answer before the council met.</p><p>Translated by Ifor Pugh.</p>`

/** The page, with the address that it calls its picture by. */
export const page = (
  src: string,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry cut by half</title>
<meta property="og:site_name" content="Island Post"><meta property="article:published_time" content="2024-01-04T07:15:00Z"><link rel="canonical" href="${ADDRESS}"></head>
<body><article>${story(src)}</article></body></html>`

const SINGLE_FILE = page(`data:image/gif;base64,${BASE64}`).replace(
  '<html lang="en">',
  `<html lang="en"><!--\n Page saved with SingleFile \n url: ${ADDRESS} \n saved date: Thu Jan 04 2024 16:15:00 GMT+0900 (Korean Standard Time)\n-->`,
)

const part = (headers: readonly string[], body: string) =>
  `------x\r\n${headers.join('\r\n')}\r\n\r\n${body}\r\n`
const base64Gif = (name: string) =>
  part(['Content-Type: image/gif', 'Content-Transfer-Encoding: base64', name], BASE64)
const html = (src: string, ...headers: readonly string[]) =>
  part(['Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: 8bit', ...headers], page(src))

const MHTML = `From: <Saved>\r\nSnapshot-Content-Location: ${ADDRESS}\r\nDate: Thu, 4 Jan 2024 07:15:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="----x"\r\n\r\n${html(PICTURE, `Content-Location: ${ADDRESS}`)}${base64Gif(`Content-Location: ${PICTURE}`)}------x--\r\n`
const EMAIL = `From: Island Post <post@post.example>\r\nTo: reader@mail.example\r\nSubject: Ferry cut by half\r\nDate: Thu, 4 Jan 2024 07:15:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----x"\r\n\r\n${html('cid:quay@post.example')}${base64Gif('Content-ID: <quay@post.example>')}------x--\r\n`

const answer = (type: string, body: string | Uint8Array) =>
  Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n`), Buffer.from(body)])
const ANSWERS = [
  [ADDRESS, 'text/html', answer('text/html; charset=utf-8', page(PICTURE))],
  [PICTURE, 'image/gif', answer('image/gif', GIF)],
] as const

const warcRecords = ANSWERS.map(([url, , content], index) =>
  Buffer.concat([
    Buffer.from(
      `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2024-01-04T07:15:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-00000000000${index}>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${content.length}\r\n\r\n`,
    ),
    content,
    Buffer.from('\r\n\r\n'),
  ]),
)
const arcRecords = ANSWERS.map(([url, type, content]) =>
  Buffer.concat([
    Buffer.from(`${url} 192.0.2.7 20240104071500 ${type} ${content.length}\n`),
    content,
    Buffer.from('\n'),
  ]),
)
const DESCRIPTION = '1 0 Island\nURL IP-address Archive-date Content-type Archive-length\n'
const ARC = Buffer.concat([
  Buffer.from(`filedesc://a.arc 0.0.0.0 20240104071500 text/plain ${DESCRIPTION.length}\n${DESCRIPTION}\n`),
  ...arcRecords,
])

const text = (words: string) => new Uint8Array(Buffer.from(words))
const EPUB = zipSync({
  mimetype: [text('application/epub+zip'), { level: 0 }],
  'META-INF/container.xml': text(
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
  ),
  'a.opf': text(
    '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Ferry cut by half</dc:title><dc:creator>Ane Holm</dc:creator><dc:publisher>Island Post</dc:publisher><dc:date>2024-01-04</dc:date></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
  ),
  'a.xhtml': text(`<html xmlns="http://www.w3.org/1999/xhtml"><body>${story('quay.gif')}</body></html>`),
  'quay.gif': GIF,
})

const HASH = createHash('md5').update(GIF).digest('hex')
const ENEX = `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd"><en-export><note><title>Ferry cut by half</title><created>20240104T071500Z</created><note-attributes><source-url>${ADDRESS}</source-url></note-attributes><content><![CDATA[<en-note>${story('x').replace(/<img[^>]*>/, `<en-media hash="${HASH}" type="image/gif"/>`)}</en-note>]]></content><resource><data encoding="base64">${BASE64}</data><mime>image/gif</mime></resource></note></en-export>`

/** Files by their names, each with the format that the table calls it by. */
export const PICTURED: readonly (readonly [format: string, name: string, bytes: string | Uint8Array])[] = [
  ['SingleFile page', 'single-file.html', SINGLE_FILE],
  ['MHTML', 'ferry.mhtml', MHTML],
  [
    'web archive of Safari',
    'ferry.webarchive',
    smallPlist({
      WebMainResource: {
        WebResourceURL: ADDRESS,
        WebResourceTextEncodingName: 'UTF-8',
        WebResourceData: text(page(PICTURE)),
      },
      WebSubresources: [{ WebResourceURL: PICTURE, WebResourceData: GIF }],
    }),
  ],
  ['e-mail', 'ferry.eml', EMAIL],
  [
    'mailbox',
    'ferry.mbox',
    `From post@post.example Thu Jan  4 07:15:00 2024\n${EMAIL.replaceAll('\r\n', '\n')}\n`,
  ],
  ['WARC', 'ferry.warc', Buffer.concat(warcRecords)],
  ['gzipped WARC', 'ferry.warc.gz', Buffer.concat(warcRecords.map((record) => gzipSync(record)))],
  ['ARC', 'ferry.arc', ARC],
  ['gzipped ARC', 'ferry.arc.gz', gzipSync(ARC)],
  [
    'WACZ',
    'ferry.wacz',
    zipSync({
      'datapackage.json': text('{}'),
      'archive/a.warc': Buffer.concat(warcRecords),
      'pages/pages.jsonl': text(`{"format":"json-pages-1.0"}\n{"url":"${ADDRESS}"}\n`),
    }),
  ],
  ['EPUB', 'ferry.epub', EPUB],
  ['Evernote', 'ferry.enex', ENEX],
]
