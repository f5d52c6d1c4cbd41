import { zipSync } from 'fflate'
import { column, smallPdf } from '../../electron/ingest/pdf/testing/small-pdf'
import {
  batched,
  bodyOf,
  type Context,
  escaped,
  fitsXml,
  type HostileCase,
  inSentence,
  isMarkup,
  isShort,
  plainBodyOf,
  single,
  urlOf,
} from './context'

const words = { showsWords: true }
const utf8 = (text: string) => Buffer.from(text)

const page = (each: HostileCase, inside = each.payload.words) =>
  `<!doctype html><html lang="en"><title>${each.story.headline}</title><article><h1>${each.story.headline}</h1>${bodyOf(each, inside)}</article></html>`

/** One record of a WARC to the letter: an address or a header may say anything that has no line break. */
function record(each: HostileCase, url: string, headers: readonly string[], body: string): Buffer {
  const oneLine = (text: string) => text.replace(/[\r\n]+/g, ' ')
  const http = Buffer.from(`${['HTTP/1.1 200 OK', ...headers].map(oneLine).join('\r\n')}\r\n\r\n${body}`)
  const head = [
    'WARC/1.0',
    'WARC-Type: response',
    `WARC-Target-URI: ${oneLine(url)}`,
    'WARC-Date: 2024-01-04T07:15:00Z',
    `WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-${String(each.number).padStart(12, '0')}>`,
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${http.length}`,
  ]
  return Buffer.concat([utf8(`${head.join('\r\n')}\r\n\r\n`), http, utf8('\r\n\r\n')])
}

const HTML_TYPE = 'Content-Type: text/html; charset=utf-8'

const WARC_CONTEXTS: readonly Context[] = [
  batched(
    'WARC, markup in the story',
    'warc',
    (cases) => Buffer.concat(cases.map((each) => record(each, urlOf(each), [HTML_TYPE], page(each)))),
    { accepts: isMarkup },
  ),
  batched('WARC, address', 'warc', (cases) =>
    Buffer.concat(
      cases.map((each) => record(each, `${urlOf(each)}/${each.payload.words}`, [HTML_TYPE], page(each, ''))),
    ),
  ),
  batched('WARC, address that is all hostile', 'warc', (cases) =>
    Buffer.concat(cases.map((each) => record(each, each.payload.words, [HTML_TYPE], page(each, '')))),
  ),
  batched('WARC, headers', 'warc', (cases) =>
    Buffer.concat(
      cases.map((each) =>
        record(
          each,
          urlOf(each),
          [
            HTML_TYPE,
            `Link: <${each.payload.words}>; rel=preload`,
            `X-Title: ${each.payload.words}`,
            `Refresh: 0;url=${each.payload.words}`,
          ],
          page(each, ''),
        ),
      ),
    ),
  ),
]

const CONTAINER =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'

function book(each: HostileCase, metadata: string, text: string): Uint8Array {
  return zipSync({
    mimetype: [utf8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': utf8(CONTAINER),
    'a.opf': utf8(
      `<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${metadata}</metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`,
    ),
    'a.xhtml': utf8(`<html xmlns="http://www.w3.org/1999/xhtml"><body>${bodyOf(each, text)}</body></html>`),
  })
}

const BOOK_CONTEXTS: readonly Context[] = [
  single(
    'EPUB, title',
    'epub',
    (each) =>
      book(each, `<dc:title>${escaped(`Sign reads ${each.payload.words} at the quay`)}</dc:title>`, ''),
    { accepts: (payload) => fitsXml(payload) && isShort(payload), ...words },
  ),
  single(
    'EPUB, makers',
    'epub',
    (each) =>
      book(
        each,
        `<dc:title>${each.story.headline}</dc:title>${['creator', 'publisher', 'rights', 'source', 'date', 'language', 'identifier'].map((name) => `<dc:${name}>${escaped(each.payload.words)}</dc:${name}>`).join('')}`,
        '',
      ),
    { accepts: fitsXml },
  ),
  single(
    'EPUB, markup in a chapter',
    'epub',
    (each) => book(each, `<dc:title>${each.story.headline}</dc:title>`, each.payload.words),
    { accepts: isMarkup },
  ),
]

/** Lines that fit a page. */
function lines(text: string): string[] {
  return text.match(/.{1,80}(?:\s|$)|.{1,80}/gs) ?? []
}

function pdf(each: HostileCase, info: Readonly<Record<string, string>>, inside: string): Uint8Array {
  const text = [...each.story.sentences.slice(0, 3), inside, ...each.story.sentences.slice(3)].join(' ')
  return smallPdf({
    pages: [
      [...column(50, 60, [each.story.headline], 20), ...column(50, 120, lines(text.replace(/\s+/g, ' ')))],
    ],
    info,
  })
}

const PDF_CONTEXTS: readonly Context[] = [
  single(
    'PDF, its information',
    'pdf',
    (each) => {
      const { words: hostile } = each.payload
      return pdf(
        each,
        { Title: hostile, Author: hostile, Subject: hostile, Keywords: hostile, CreationDate: hostile },
        '',
      )
    },
    { accepts: isShort },
  ),
  single('PDF, its text', 'pdf', (each) => pdf(each, {}, inSentence(each.payload.words)), {
    accepts: isShort,
  }),
]

const MARKDOWN_CONTEXTS: readonly Context[] = [
  single(
    'Markdown, in the story',
    'md',
    (each) => `# ${each.story.headline}\n\n**By ${each.story.author}**\n\n${plainBodyOf(each)}\n`,
  ),
  single(
    'Markdown, code',
    'md',
    (each) =>
      `# ${each.story.headline}\n\n**By ${each.story.author}**\n\n${plainBodyOf(each, 'nothing')}\n\n~~~\n${each.payload.words.replace(/\s+/g, ' ')}\n~~~\n`,
    words,
  ),
  single('Markdown, link and picture', 'md', (each) => {
    const address = each.payload.words.replace(/[\s<>]+/g, '')
    return `# ${each.story.headline}\n\n**By ${each.story.author}**\n\n${plainBodyOf(each, `[at the gate](<${address}>)`)}\n\n![The quay](<${address}> "${escaped(each.payload.words).replace(/\s+/g, ' ')}")\n\n[a]: <${address}>\n`
  }),
  single('Markdown, front matter', 'md', (each) => {
    const value = JSON.stringify(each.payload.words)
    return `---\ntitle: ${value}\nauthor: ${value}\nsource: ${value}\npublisher: ${value}\nlang: ${value}\n---\n\n${plainBodyOf(each, 'nothing')}`
  }),
]

const FILE_CONTEXTS: readonly Context[] = [
  single('plain text', 'txt', (each) => `${each.story.headline}\n\n${plainBodyOf(each)}`, words),
  {
    ...single('name of a file', 'txt', (each) => plainBodyOf(each, 'nothing')),
    files: (cases) =>
      cases.map((each) => ({
        path: `names/${asName(each)}`,
        bytes: utf8(plainBodyOf(each, 'nothing')),
      })),
  },
  {
    ...single('name of a folder', 'txt', (each) => plainBodyOf(each, 'nothing')),
    files: (cases) =>
      cases.map((each) => ({
        path: `names/folder ${asName(each)}/a.html`,
        bytes: utf8(page(each, '')),
      })),
  },
  batched('ZIP, name of a file', 'zip', (cases) =>
    zipSync(
      Object.fromEntries(
        cases.map((each) => [
          `a/${each.number} ${each.payload.words.replace(/[/\\:\0]+/g, '_').slice(0, 200)}.html`,
          utf8(page(each, '')),
        ]),
      ),
    ),
  ),
]

/** The payload as a name that the file system takes: no slash, no zero byte, at most 255 bytes. */
function asName({ number, payload }: HostileCase): string {
  const name = payload.words.replace(/[/\0]/g, '_')
  return `${Array.from(name).slice(0, 50).join('')} ${number}.txt`
}

export const CONTAINER_CONTEXTS: readonly Context[] = [
  ...WARC_CONTEXTS,
  ...BOOK_CONTEXTS,
  ...PDF_CONTEXTS,
  ...MARKDOWN_CONTEXTS,
  ...FILE_CONTEXTS,
]
