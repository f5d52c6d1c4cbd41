import { column, smallPdf } from '../../pdf/testing/small-pdf'
import { HTML, type Seed, TEXT, utf8, WORDS } from './seed'
import { MARKDOWN_TOKENS, MARKUP_TOKENS, PDF_TOKENS, TEXT_TOKENS } from './tokens'

const MARKDOWN = `---
title: Pier closed
author: [Mina Orr, Per Lund]
published: 2024-01-04
source: https://harbour.example/pier
tags: [boats]
---

# Pier closed

By **Mina Orr**

${WORDS}[^1]

> ${WORDS}

![The pier](pier.jpg "Photo: Ane Holm")

1. One
   - [Two](https://harbour.example/two)

| Boat | Crew |
| ---- | ---: |
| Ane  |    3 |

\`\`\`
a  b
\`\`\`

A ==mark==, <b>some</b> markup, https://harbour.example/bare.

[^1]: Ana Ruiz said so on Monday.
`

const XMP = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Pier closed</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>Mina Orr</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`

const LINES = [
  'The pier is closed, said Ana Ruiz, the harbour master of Port Ellin, on',
  'Monday. A deckhand, who asked not to be named for fear of losing the',
  'job, said on 4 January that the boat had left. 선착장은 닫혔다고 항만청',
  '관계자가 말했다. Nobody at the quay had been told of it be-',
  'fore, and the company did not answer.',
]

const pdf = (packed?: Parameters<typeof smallPdf>[0]['packed']) =>
  smallPdf({
    pages: [
      [...column(50, 80, ['Pier closed'], 24), ...column(50, 140, LINES), ...column(50, 760, ['1'])],
      [...column(50, 80, LINES), ...column(320, 80, LINES), ...column(50, 760, ['2'])],
    ],
    info: { Title: 'Pier closed', Author: 'Mina Orr', CreationDate: "D:20240104071500+09'00'" },
    xmp: XMP,
    ...(packed !== undefined && { packed }),
  })

export const DOCUMENT_SEEDS: readonly Seed[] = [
  { name: 'plain text', fileName: 'a.txt', bytes: utf8(TEXT), tokens: TEXT_TOKENS },
  {
    name: 'plain text in UTF-16',
    fileName: 'a.txt',
    bytes: Buffer.from(`\ufeff${TEXT}`, 'utf16le'),
    tokens: TEXT_TOKENS,
  },
  { name: 'page', fileName: 'a.html', bytes: utf8(HTML), tokens: MARKUP_TOKENS },
  {
    name: 'Markdown',
    fileName: 'a.md',
    bytes: utf8(MARKDOWN),
    tokens: [...MARKDOWN_TOKENS, ...TEXT_TOKENS],
  },
  { name: 'PDF', fileName: 'a.pdf', bytes: pdf(), tokens: PDF_TOKENS },
  {
    name: 'PDF, its content not packed',
    fileName: 'a.pdf',
    bytes: pdf({ filter: '[]', pack: (content) => content }),
    tokens: PDF_TOKENS,
  },
]
