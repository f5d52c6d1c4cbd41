import { describe, expect, it } from 'vitest'
import { NO_CONTEXT } from './context'
import { parseHtml } from './document'
import { withoutOutlet } from './headline'
import { type Metadata, readMetadata } from './metadata'

function metadataOf(head: string, body = '', attributes = 'lang="en"'): Metadata {
  const document = parseHtml(
    `<!doctype html><html ${attributes}><head>${head}</head><body>${body}</body></html>`,
  )
  if (document === null) throw new Error('no document')
  return readMetadata(document, NO_CONTEXT)
}

const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`
const title = (words: string) => `<title>${words}</title>`
const STORY = '<p>The ferry company cut its winter timetable by half on Thursday.</p>'.repeat(4)

describe('the headline', () => {
  it.each([
    ['Ferry cut | Island Post', ['Island Post'], 'Ferry cut'],
    ['Ferry cut - News - Island Post', ['Island Post'], 'Ferry cut - News'],
    ['Island Post: Ferry cut', ['Island Post'], 'Island Post: Ferry cut'],
    ['Island Post | Ferry cut', ['Island Post'], 'Ferry cut'],
    ['Ferry cut › island.example', ['island.example'], 'Ferry cut'],
    ['Ferry cut│Ïsland Post Online', ['Island Post'], 'Ferry cut'],
    ['Ferry cut - a report', ['Island Post'], 'Ferry cut - a report'],
    ['Island Post', ['Island Post'], 'Island Post'],
  ])('of "%s" is without the outlet', (words, outlets, expected) => {
    expect(withoutOutlet(words, outlets)).toBe(expected)
  })

  it('knows the outlet from its address as well', () => {
    const head = `${title('Ferry cut | islandpost')}<link rel="canonical" href="https://www.islandpost.example/a">`
    expect(metadataOf(head).facts.headline?.value).toBe('Ferry cut')
  })

  it.each([
    [
      'a page that is called after its sidebar',
      `<div class="has-sidebar"><h1>Ferry cut by half</h1>${STORY}</div>`,
    ],
    ['a kicker above it', `<h1><span class="kicker">Islands</span> Ferry cut by half</h1>${STORY}`],
    [
      'a subtitle that no class names',
      `<h1><span>Ferry cut by half</span><span>Council angry</span></h1>${STORY}`,
    ],
    ['styles that a script wrote', `<h1><style>.x{color:red}</style>Ferry cut by half</h1>${STORY}`],
  ])('is found in spite of %s', (_, body) => {
    const { facts, shownHeadline } = metadataOf(
      `${title('Ferry cut by half - Island Post')}<meta property="og:site_name" content="Island Post">`,
      body,
    )
    expect(facts.headline).toMatchObject({ value: 'Ferry cut by half', from: 'html' })
    expect(shownHeadline).toBe('Ferry cut by half')
  })

  it('is the heading that people saw where the titles word it anew, and never the section', () => {
    const head = '<meta property="og:title" content="Ferries halved: what the council says">'
    expect(metadataOf(head, `<h1>Council: ferries to be halved</h1>${STORY}`).facts.headline?.from).toBe(
      'html',
    )
    expect(metadataOf(head, `<h1>Northern Isles</h1>${STORY}`).facts.headline).toMatchObject({
      value: 'Ferries halved: what the council says',
      from: 'open-graph',
    })
  })
})

describe('the authors', () => {
  it.each([
    [
      '<p class="byline">By <a href="/author/ane">Ane Holm</a> and <a href="/author/per">Per Lund</a></p>',
      ['Ane Holm', 'Per Lund'],
    ],
    ['<div><span>Date: 03.11.2021</span> <span>Author: Ane Holm</span></div>', ['Ane Holm']],
    ['<p>Posted by Ane</p>', ['Ane']],
    ['<a rel="author" href="/x">All posts by Ane Holm</a>', ['Ane Holm']],
    ['<p class="author">Ane Holm/IP-S</p>', ['Ane Holm']],
    ['<p class="byline">Ane Holm, Lunde</p>', ['Ane Holm']],
    ['<p>Partner</p><p>Parties meet again</p>', []],
    [`<div class="has-sidebar"><p class="byline">By Ane Holm</p>${STORY}</div>`, ['Ane Holm']],
    ['<div class="comment"><span class="author">Some Body</span></div>', []],
  ])('that %s shows', (body, authors) => {
    expect(metadataOf('', `<h1>Ferry cut</h1>${body}${STORY}`).authors).toEqual(authors)
  })

  it('are people before the outlet, and the outlet where there is nobody else', () => {
    const author = { '@type': 'Organization', name: 'Island Post' }
    const head = ld({ '@type': 'NewsArticle', author, publisher: author })
    expect(metadataOf(`${head}<meta name="author" content="Ane Holm">`).authors).toEqual(['Ane Holm'])
    expect(metadataOf(head).authors).toEqual(['Island Post'])
  })

  it('are named in full where JSON-LD knows only their account', () => {
    const head = ld({ '@type': 'NewsArticle', author: { '@type': 'Person', name: 'ane.holm' } })
    expect(metadataOf(head, '<p class="byline">By Ane Holm</p>').authors).toEqual(['Ane Holm'])
    expect(metadataOf(head, '<p class="byline">By Per Lund</p>').authors).toEqual(['ane.holm'])
  })

  it('are never an address', () => {
    expect(
      metadataOf('<meta property="article:author" content="https://social.example/ane">').authors,
    ).toEqual([])
  })
})

describe('the day of publication', () => {
  it.each([
    ['<p>Lunde, 3 March 2024</p>', 'lang="en"'],
    ['<li>Datum:3. März 2024</li>', 'lang="de"'],
    ['<p class="date">3 марта 2024, 13:43</p>', ''],
    ['<p class="date">3 de marzo de 2024</p>', ''],
    ['<script>window.page={"publishedAt":"2024-03-03T10:00:00Z"}</script>', 'lang="en"'],
  ])('in %s', (body, attributes) => {
    expect(metadataOf('', `<h1>Ferry cut</h1>${body}${STORY}`, attributes).facts.published?.value).toMatch(
      /^2024-03-03/,
    )
  })

  it('is not the day of a change, nor that of a web archive’s copy', () => {
    const copy = 'https://web.archive.org/web/20140109030403/https://island.example/ferry'
    const head = `<link rel="canonical" href="${copy}">`
    expect(
      metadataOf(head, `<h1>Ferry cut</h1><p>Updated 3 March 2024</p>${STORY}`).facts.published,
    ).toBeNull()
  })
})
