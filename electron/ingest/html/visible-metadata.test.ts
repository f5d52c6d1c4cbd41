import { describe, expect, it } from 'vitest'
import { withoutOutlet } from './metadata/headline'
import { ld, metadataOf, STORY } from './metadata/testing/metadata-of'

const title = (words: string) => `<title>${words}</title>`

describe('the headline', () => {
  it.each([
    ['Ferry cut | Island Post', ['Island Post'], 'Ferry cut'],
    ['Ferry cut - News - Island Post', ['Island Post'], 'Ferry cut - News'],
    ['Island Post: Ferry cut', ['Island Post'], 'Island Post: Ferry cut'],
    ['Island Post | Ferry cut', ['Island Post'], 'Ferry cut'],
    ['Ferry cut › island.example', ['island.example'], 'Ferry cut'],
    ['Ferry cut│Ïsland Post Online', ['Island Post'], 'Ferry cut'],
    ['Ferry cut ~ Island Post', ['Island Post'], 'Ferry cut'],
    ['Ferry cut :: Island Post', ['Island Post'], 'Ferry cut'],
    ['Ferry cut｜Island Post', ['Island Post'], 'Ferry cut'],
    ['Ferry cut - Page 2 - Island Post', ['Island Post'], 'Ferry cut'],
    ['Ferry cut | Island Post | Page 2 of 3', ['Island Post'], 'Ferry cut'],
    ['Ferry cut (Seite 2)', ['Island Post'], 'Ferry cut'],
    ['Ferry cut - Page turned', ['Island Post'], 'Ferry cut - Page turned'],
    ['Ferry cut - a report', ['Island Post'], 'Ferry cut - a report'],
    ['Island Post', ['Island Post'], 'Island Post'],
  ])('of "%s" is without the outlet', (words, outlets, expected) => {
    expect(withoutOutlet(words, outlets)).toBe(expected)
  })

  it('is without the entities that a template escaped twice', () => {
    const head = '<meta property="og:title" content="Ferries &amp;amp; fares: what&amp;#8217;s next">'
    expect(metadataOf(head).facts.headline?.value).toBe('Ferries & fares: what’s next')
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
      'a topic above it that its titles begin with',
      `<h1><div class="topic-label">Winter</div> Ferry cut by half</h1>${STORY}`,
    ],
    ['the day before it', `<h1>03.03.2024 - Ferry cut by half</h1>${STORY}`],
    [
      'a subhead that says it again',
      `<h1>Ferry cut by half</h1>${STORY}<h2>In short: Ferry cut by half - Island Post</h2>`,
    ],
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
    ['<p class="meta-author">Posted on March 3, 2024 by Ane Holm</p>', ['Ane Holm']],
    ['<p class="author-info">Ane Holm Stand: 03.03.2024</p>', ['Ane Holm']],
    ['<p class="author"><a class="author-link" href="/x">Interview: Ane Holm</a></p>', ['Ane Holm']],
    ['<a rel="author" href="/x">Alles von Ane Holm</a>', ['Ane Holm']],
    ['<a rel="author" href="/x">Redaktion Insel heute</a>', ['Redaktion Insel heute']],
    ['<div><span>| By </span><span>Ane Holm</span> | <time>3 March 2024</time></div>', ['Ane Holm']],
    ['<div><strong>By</strong><p>Half of the ferries were cut.</p></div>', []],
    ['<span class="verfasser">Ane Holm</span>', ['Ane Holm']],
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
    expect(metadataOf(head, STORY).authors).toEqual(['ane.holm'])
  })

  it('are those of the line that says so, and not the account that put the page up', () => {
    const head = ld({ '@type': 'NewsArticle', author: { '@type': 'Person', name: 'webdesk2' } })
    expect(metadataOf(head, '<p>By Ane Holm</p>').authors).toEqual(['Ane Holm'])
  })

  it.each([
    ['JSON-LD', ld({ '@type': 'NewsArticle', author: { '@type': 'Person', name: 'Redaktion' } }), ''],
    ['a meta tag', '<meta name="author" content="Redaktion">', ''],
    ['the page', '', '<span class="author">Redaktion</span>'],
  ])('are the desk that %s names, where no person is named', (_, head, body) => {
    expect(metadataOf(head, `${body}${STORY}`).authors).toEqual(['Redaktion'])
    expect(metadataOf(head, `${body}<p>Von Ane Holm</p>${STORY}`).authors).toEqual(['Ane Holm'])
  })

  it('are never the account that a system signs with', () => {
    expect(metadataOf('<meta name="author" content="admin">', STORY).authors).toEqual([])
  })

  it('are put together where JSON-LD tells a name in its parts', () => {
    const author = { '@type': 'Person', givenName: 'Ane', familyName: 'Holm' }
    expect(metadataOf(ld({ '@type': 'NewsArticle', author })).authors).toEqual(['Ane Holm'])
  })

  it('are told apart from the address that stands beside a name', () => {
    const head = '<meta name="author" content="Ane Holm, https://ane.example/">'
    expect(metadataOf(head).authors).toEqual(['Ane Holm'])
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
    ['<p>3.März 2024 um 09:43 · Insel · 6 Kommentare</p>', 'lang="de"'],
    [`${STORY.repeat(4)}<p>March 3, 2024 at 08:45 AM | categories: Islands, Ferries</p>`, 'lang="en"'],
    ['<script>window.page={"publishedAt":"2024-03-03T10:00:00Z"}</script>', 'lang="en"'],
  ])('in %s', (body, attributes) => {
    expect(metadataOf('', `<h1>Ferry cut</h1>${body}${STORY}`, attributes).facts.published?.value).toMatch(
      /^2024-03-03/,
    )
  })

  it.each([
    ['03/28/2024', '2024-03-28'],
    ['28/03/2024', '2024-03-28'],
    ['03/03/2024', '2024-03-03'],
    ['04/03/2024', undefined],
  ])('in figures, %s, is read only where the order of day and month shows', (content, expected) => {
    expect(metadataOf(`<meta name="date" content="${content}">`).facts.published?.value).toBe(expected)
  })

  it('is not the day of a change, nor that of a web archive’s copy', () => {
    const copy = 'https://web.archive.org/web/20140109030403/https://island.example/ferry'
    const head = `<link rel="canonical" href="${copy}">`
    expect(
      metadataOf(head, `<h1>Ferry cut</h1><p>Updated 3 March 2024</p>${STORY}`).facts.published,
    ).toBeNull()
  })
})
