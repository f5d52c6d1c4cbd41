import { jpegWithData } from '../../electron/ingest/pictures/testing/jpeg-with-data'
import {
  bodyOf,
  type Context,
  escaped,
  type HostileCase,
  inSentence,
  isAddress,
  isMarkup,
  isShort,
  single,
  urlOf,
} from './context'

type Places = {
  readonly head?: string
  readonly headline?: string
  readonly byline?: string
  readonly inside?: string
}

function page(each: HostileCase, { head = '', headline, byline, inside = '' }: Places): string {
  const { story } = each
  const title = headline ?? story.headline
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta property="og:site_name" content="Harbour Post">${head}</head><body><article><h1>${title}</h1>
<p class="byline">By ${byline ?? story.author}</p>${bodyOf(each, inside)}</article></body></html>`
}

function picture(each: HostileCase): string {
  const { words } = each.payload
  const bytes = jpegWithData({
    exif: { 270: words, 315: words, 33432: words },
    iptc: { 80: words, 110: words, 116: words, 120: words },
    xmp: `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>${escaped(words)}</dc:description></rdf:Description></rdf:RDF></x:xmpmeta>`,
  })
  return `<img alt="The quay" width="600" src="data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}">`
}

const figure = (alt: string, caption: string) =>
  `<figure><img src="quay.jpg" width="600" alt="${alt}"><figcaption>${caption}</figcaption></figure>`
const words = { showsWords: true }

/** A page in its own encoding, which may read as another. */
const encoded = (name: string, encode: (markup: string) => Uint8Array, isKnown = true): Context =>
  single(
    `page in ${name}`,
    'html',
    (each) => encode(page(each, { inside: `<p>${escaped(inSentence(each.payload.words))}</p>` })),
    { accepts: isMarkup, mayBeRefused: () => !isKnown },
  )

const ldOf = (each: HostileCase) =>
  JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: each.payload.words,
    author: { '@type': 'Person', name: each.payload.words, url: each.payload.words },
    publisher: each.payload.words,
    url: each.payload.words,
    image: each.payload.words,
  }).replaceAll('</', '<\\/')

export const PAGE_CONTEXTS: readonly Context[] = [
  single('page, markup in the story', 'html', (each) => page(each, { inside: each.payload.words }), {
    accepts: isMarkup,
  }),
  single(
    'page, markup in a paragraph',
    'html',
    (each) => page(each, { inside: `<p>The mole was${each.payload.words} closed.</p>` }),
    { accepts: isMarkup },
  ),
  single('page, markup in its head', 'html', (each) => page(each, { head: each.payload.words }), {
    accepts: isMarkup,
  }),
  single('page, markup in a cell', 'html', (each) =>
    page(each, { inside: `<table><tr><th>Boat<td>${each.payload.words}</table>` }),
  ),
  single(
    'page, words in the story',
    'html',
    (each) => page(each, { inside: `<p>${escaped(inSentence(each.payload.words))}</p>` }),
    words,
  ),
  single(
    'page, headline',
    'html',
    (each) => page(each, { headline: escaped(`Sign reads ${each.payload.words} at the quay`) }),
    { accepts: isShort, ...words },
  ),
  single('page, byline', 'html', (each) => page(each, { byline: escaped(each.payload.words) })),
  single('page, author in its head', 'html', (each) =>
    page(each, {
      head: `<meta name="author" content="${escaped(each.payload.words)}"><meta name="description" content="${escaped(each.payload.words)}">`,
    }),
  ),
  single('page, outlet and section', 'html', (each) =>
    page(each, {
      head: `<meta property="og:site_name" content="${escaped(each.payload.words)}"><meta property="article:section" content="${escaped(each.payload.words)}"><meta name="copyright" content="${escaped(each.payload.words)}">`,
    }),
  ),
  single('page, JSON-LD', 'html', (each) =>
    page(each, { head: `<script type="application/ld+json">${ldOf(each)}</script>` }),
  ),
  single(
    'page, caption',
    'html',
    (each) => page(each, { inside: figure('The quay', escaped(inSentence(each.payload.words))) }),
    words,
  ),
  single('page, alternative text', 'html', (each) =>
    page(each, { inside: figure(escaped(each.payload.words), 'The quay.') }),
  ),
  single(
    'page, words of a link',
    'html',
    (each) =>
      page(each, {
        inside: `<p>The notice that hangs at the gate of the quay since the spring, written by hand and in two colours, says <a href="${urlOf(each)}/notice">${escaped(each.payload.words)}</a> and nobody has taken it down.</p>`,
      }),
    // A paragraph that is nearly all link leads to another article and is left out.
    { accepts: ({ words: hostile }) => hostile.length <= 120, ...words },
  ),
  single('page, address of a link', 'html', (each) =>
    page(each, {
      inside: `<p>The notice hangs <a href="${escaped(each.payload.words)}">at the gate of the quay</a> until noon.</p>`,
    }),
  ),
  single(
    'page, addresses of everything',
    'html',
    (each) => {
      const address = escaped(each.payload.words)
      return page(each, {
        head: `<link rel="canonical" href="${address}"><link rel="alternate" hreflang="ko" href="${address}"><meta property="og:image" content="${address}">`,
        inside: `<img width=600 src="${address}"><iframe src="${address}"></iframe><form action="${address}"></form><area href="${address}"><svg><a href="${address}"><text>x</text></a></svg><blockquote cite="${address}"><p>It is so.</p></blockquote>`,
      })
    },
    { accepts: isAddress },
  ),
  single('page, data of a picture', 'html', (each) => page(each, { inside: picture(each) })),
  encoded('UTF-16', (markup) => Buffer.from(`\ufeff${markup}`, 'utf16le')),
  encoded('UTF-7 by its own word', (markup) =>
    Buffer.from(
      markup
        .replace('charset="utf-8"', 'charset="utf-7"')
        .replace(/&lt;(.*?)&gt;/g, '+ADw-$1+AD4-')
        .replaceAll('&lt;', '+ADw-'),
    ),
  ),
  encoded('overlong UTF-8', (markup) =>
    Buffer.from(markup.replaceAll('&lt;', '\xc0\xbc').replaceAll('&gt;', '\xe0\x80\xbe'), 'latin1'),
  ),
  // Browsers read no page in it any more: it has hidden markup too often.
  encoded(
    'ISO-2022-KR by its own word',
    (markup) =>
      Buffer.from(
        markup.replace('charset="utf-8"', 'charset="iso-2022-kr"').replaceAll('&lt;', '\x1b$)C\x0e<\x0f'),
        'latin1',
      ),
    false,
  ),
]
