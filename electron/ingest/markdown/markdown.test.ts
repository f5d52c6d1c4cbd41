import { describe, expect, it } from 'vitest'
import type { Capture, CaptureDraft } from '#domain/article/capture'
import { renderMarkdown } from '#domain/export/render-markdown'
import { at, noteOn } from '#domain/export/testing/invented-capture'
import type { Result } from '#domain/result'
import { draftsOf } from '../read-file'
import { sniffText } from '../sniff'

async function read(content: string): Promise<Result<CaptureDraft>> {
  const bytes = Buffer.from(content)
  for await (const { result } of draftsOf({ bytes, fileName: 'file' })) return result
  throw new Error('no answer')
}

async function draftOf(content: string): Promise<CaptureDraft> {
  const result = await read(content)
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}

const CLIPPING = `---
title: "The last night boat: a farewell"
source: https://post.example/boat
author:
  - "[[Ane Holm]]"
  - "[[People/Per Lund|Per Lund]]"
published: 2024-01-04
created: 2024-02-01
tags: [clippings]
translator: Ifor Pugh
editor: By Ada Lindqvist and Mina Okafor
publisher: Island Post
original_url: https://post.example/ko/boat
lang: en_GB
dateline: LUNDE
---

The boat was *cut*, **a clerk** said
on [Thursday](/thursday).[^1] It ==will not== ~~ever~~ run\\*.

## Spring

> Nobody asked us.

1. one boat in the morning
   - for the school
2. one boat at night

| Boat | Fee |
| --- | --: |
| skiff | 2 |

\`\`\`
kept   as it is
\`\`\`

![The quay](https://post.example/quay.jpg)

<div>A box of <b>markup</b></div>

[^1]: It was a *Friday*.
`

describe('a Markdown file', () => {
  it('is its text without the signs of its syntax, in blocks and marks', async () => {
    const { text, blocks, marks, mediaType, analysis } = await draftOf(CLIPPING)
    expect(mediaType).toBe('text/markdown')
    expect(blocks.map(({ kind, level, range }) => `${kind}${level ?? ''}: ${text.slice(...range)}`)).toEqual([
      'heading1: The last night boat: a farewell',
      'paragraph: The boat was cut, a clerk said on Thursday.[1] It will not ever run*.',
      'heading2: Spring',
      'quotation: Nobody asked us.',
      'list-item1: one boat in the morning',
      'list-item2: for the school',
      'list-item1: one boat at night',
      'table: Boat\tFee\nskiff\t2',
      'preformatted: kept   as it is',
      'figure: The quay',
      'paragraph: A box of markup',
      'footnote: [1] It was a Friday.',
    ])
    expect(marks.map((mark) => [mark.kind, text.slice(...mark.range)])).toEqual([
      ['emphasis', 'cut'],
      ['strong', 'a clerk'],
      ['link', 'Thursday'],
      ['strong', 'markup'],
      ['emphasis', 'Friday'],
    ])
    expect(marks[2]).toMatchObject({ href: 'https://post.example/thursday' })
    expect(analysis.pictures).toMatchObject([{ alt: 'The quay', src: 'https://post.example/quay.jpg' }])
  })

  it('tells what its front matter tells', async () => {
    const { facts, credits } = (await draftOf(CLIPPING)).analysis
    expect(facts).toMatchObject({
      headline: { value: 'The last night boat: a farewell', from: 'front-matter' },
      published: { value: '2024-01-04' },
      capturedAt: { value: '2024-02-01' },
      language: { value: 'en-GB' },
      publisher: { value: 'Island Post' },
      dateline: { value: 'LUNDE' },
      url: { value: 'https://post.example/boat' },
      alternates: [{ relation: 'original', url: 'https://post.example/ko/boat' }],
    })
    expect(credits.map(({ role, name }) => [role, name])).toEqual([
      ['author', 'Ane Holm'],
      ['author', 'Per Lund'],
      ['translator', 'Ifor Pugh'],
      ['editor', 'Ada Lindqvist'],
      ['editor', 'Mina Okafor'],
    ])
  })

  it('has its only first heading for a title where nothing else tells one', async () => {
    const { analysis, text } = await draftOf('# The *last* night boat\n\nIt was **cut**, a clerk said.\n')
    expect(analysis.facts.headline?.value).toBe('The last night boat')
    expect(text).toBe('The last night boat\n\nIt was cut, a clerk said.')
  })

  it('is no article when it has nothing but its front matter', async () => {
    const result = await read('---\ntitle: Boat\n---\n\n')
    expect(result.ok ? 'ok' : result.failure.code).toBe('file-not-an-article')
  })
})

describe('telling Markdown from plain text', () => {
  it.each([
    ['front matter', '---\r\ntitle: Boat\r\ntags:\r\n- a\r\n---\r\nText.', true],
    ['a heading and a link', '# Boat\n\nSee [the page](https://post.example).', true],
    ['bold words and a fence', 'It was **cut**.\n\n```\nx\n```\n', true],
    ['a plain text between lines of dashes', '---\nThe boat was cut.\nNobody said: why\n---\nMore.', false],
    ['front matter that is no YAML', '---\na: [b\n---\nText.', false],
    ['a plain text with one heading sign', '# 1 in the charts\n\nThe song of the boat.', false],
    ['stars and bars', '* * *\nThe boat | was cut * by half *\n- one\n- two', false],
    ['a byline with an address in brackets', 'By Ane Holm [ane@post.example](Lunde)\n\nThe boat.', false],
  ])('%s', (_, text, isMarkdown) => {
    expect(sniffText(text).kind).toBe(isMarkdown ? 'format' : 'plain-text')
  })
})

const PAGE = `<!doctype html><html lang="en"><head><title>Harbour fees</title>
<meta property="og:site_name" content="Saltmoor Courier"><meta name="author" content="Mina Okafor">
<meta property="article:published_time" content="2024-01-04T07:15:00Z"><link rel="canonical" href="https://courier.example/fees">
</head><body><article><h1>Harbour fees to *rise* “by half”, officials say</h1>
<p>Fees will double, a harbour clerk told the Courier on Monday, asking not to be named for fear of losing work.</p>
<h2>Sources</h2><p>“Nobody asked us,” said <b>Jonas Feld</b>, who <i>mends</i> nets == and ropes.<br>1. He is 60.</p>
<ul><li>boats<ul><li>nets</li></ul></li></ul><blockquote><p>Old fees were fair.</p></blockquote>
<table><tr><th>Boat</th><th>Fee</th></tr><tr><td>skiff | small</td><td>2</td></tr></table><pre># kept   as it is</pre>
<p>The council, which owns the harbour, will meet before the end of the month, its chair Ada Lindqvist said.</p>
</article></body></html>`

describe('an export of ours', () => {
  const capture = async (): Promise<Capture> => {
    const draft = await draftOf(PAGE)
    return {
      ...draft,
      id: 'capture-1',
      articleId: 'article-1',
      importedAt: '2026-02-03T04:05:06.000Z',
      original: {
        fileName: 'a.html',
        part: null,
        mediaType: 'text/html',
        charset: 'utf-8',
        bytes: 1,
        sha256: 'ab'.repeat(32),
      },
    }
  }
  const values = ({ analysis: { facts, credits, byline } }: Pick<Capture, 'analysis'>) => ({
    told: [facts.headline, facts.language, facts.publisher, facts.dateline, facts.url, facts.published].map(
      (fact) => fact?.value ?? null,
    ),
    authors: credits.filter(({ role }) => role === 'author').map(({ name }) => name),
    byline: byline?.words ?? null,
  })

  it.each(['en', 'ko'] as const)('comes back in with the same text and facts (%s)', async (locale) => {
    const before = await capture()
    const notes = [
      noteOn(before, at(before, 'a harbour clerk'), { markdown: 'Who?\n\n## Sources', tags: ['to check'] }),
      noteOn(before, at(before, 'Jonas Feld'), { markdown: '' }),
    ]
    const listing = { title: before.analysis.facts.headline?.value ?? '', standIn: false }
    const { text } = renderMarkdown({ capture: before, listing, notes, locale })
    const after = await draftOf(text)
    expect(after.text).toBe(before.text)
    expect(values(after)).toEqual(values(before))
    expect(after.analysis.facts.capturedAt?.value).toBe('2026-02-03')
    const shapes = (blocks: Capture['blocks']) =>
      blocks.map(({ kind, level, range }) => [kind, level, ...range])
    expect(shapes(after.blocks)).toEqual(shapes(before.blocks))
  })

  it('has no title when the article had none', async () => {
    const before = await capture()
    const { text } = renderMarkdown({
      capture: {
        ...before,
        analysis: { ...before.analysis, facts: { ...before.analysis.facts, headline: null } },
      },
      listing: { title: 'A stand-in', standIn: true },
      notes: [],
      locale: 'en',
    })
    expect((await draftOf(text)).text).not.toContain('A stand-in')
  })
})
