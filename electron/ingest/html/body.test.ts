import { describe, expect, it } from 'vitest'
import type { Reading } from '#domain/article/capture'
import { readHtml } from './read'

const STORY = [
  'The ferry company cut its winter timetable by half on Thursday, and the island council learned of it from a notice.',
  'Councillors said that they would meet the owners before the end of the month, and that nobody had asked them.',
  'A crane operator, who has worked on the quay for nineteen years, said the last such cut had never been undone.',
  'The owners answered on Friday that fuel had become dearer than tickets, and that two boats would have to do.',
]
const LONG = [
  ...STORY,
  'Nobody has rowed there since, and the pilots have said that they will not be the first to try it.',
]
const OTHER =
  'Another report of the day with a sentence that is long enough to pass for a paragraph of any article.'
const paragraphs = (all: readonly string[]) => all.map((words) => `<p>${words}</p>`).join('')

function page(body: string, head = ''): Reading {
  const html = `<!doctype html><html lang="en"><head><title>Ferry cut</title>${head}</head><body>${body}</body></html>`
  const reading = readHtml({ text: html, charset: 'utf-8' })
  if (!reading.ok) throw new Error(reading.failure.code)
  return reading.value
}

function text(body: string, head = ''): string {
  return page(body, head).text
}

function expectStory(found: string): void {
  for (const words of STORY) expect(found).toContain(words)
  expect(found).not.toContain('Another report')
}

describe('the body of a page', () => {
  it.each([
    [
      'comments, though longer than the article',
      `<div id="comments">${paragraphs(Array(6).fill(OTHER))}</div>`,
    ],
    ['a sidebar', `<div class="sidebar">${paragraphs([OTHER, OTHER])}</div>`],
    ['an author box', `<div class="author-bio"><p>${OTHER}</p></div>`],
    ['a sign-up box named in capitals', `<div class="ArticleNewsletter"><p>${OTHER}</p></div>`],
    ['a box about whoever wrote it', `<div class="saboxplugin-wrap"><p>${OTHER}</p></div>`],
    ['a disclosure about advertisers', `<section class="editorial-disclosure"><p>${OTHER}</p></section>`],
    ['a footer named in one word', `<div class="darkFooter"><p>${OTHER}</p></div>`],
    ['a callout that leads elsewhere', `<div class="callout"><a href="/x">${OTHER}</a><p>${OTHER}</p></div>`],
    ['a cookie notice', `<div class="cookie-consent"><p>${OTHER}</p></div>`],
    [
      'related reports under a heading',
      `<h3>More of this</h3><ul>${`<li><a href="/x">${OTHER}</a></li>`.repeat(3)}</ul>`,
    ],
    [
      'a list of teasers with a sentence each',
      `<div>${`<div class="tile"><h3><a href="/x">A title</a></h3><p>${OTHER}</p></div>`.repeat(4)}</div>`,
    ],
  ])('is without %s', (_, furniture) => {
    const found = text(
      `<main><h1>Ferry cut</h1><div class="post">${paragraphs(STORY)}${furniture}</div></main>`,
    )
    expectStory(found)
    expect(found).not.toContain('More of this')
  })

  it('keeps subheads, lists, quotations, captions and a standfirst in the head of the page', () => {
    const found = text(
      `<header class="entry-header"><h1>Ferry cut</h1><div class="teaser-text"><p>${STORY[0]}</p></div></header>
       <div class="entry-content"><p>${STORY[1]}</p><h2>What is left</h2><ul><li>A boat at nine</li><li>A boat at six</li></ul>
       <blockquote>${STORY[2]}</blockquote><figure><img src="a.jpg"><figcaption>The quay</figcaption></figure><p>${STORY[3]}</p>${paragraphs(STORY.map((words) => `Later: ${words}`).concat(Array(6).fill(STORY[1])))}</div>`,
    )
    expectStory(found)
    for (const part of ['What is left', 'A boat at nine', 'The quay']) expect(found).toContain(part)
    expect(found.indexOf(STORY[0] ?? '')).toBeLessThan(found.indexOf(STORY[1] ?? ''))
  })

  it('is whole where it is parted into boxes', () => {
    const boxes = STORY.map(
      (words) => `<div class="paragraph"><div class="inner"><p>${words}</p></div></div>`,
    )
    expectStory(
      text(`<h1>Ferry cut</h1><section>${boxes.join('<div class="ad-slot">Advert</div>')}</section>`),
    )
  })

  it('is found where scripts stand between head and body, and where text stands behind it', () => {
    const html = `<html><head><title>Ferry cut</title></head><script>x()</script><body>${paragraphs(STORY.slice(0, 3))}</body><p>${STORY[3]}</p></html>`
    const reading = readHtml({ text: html, charset: 'utf-8' })
    if (!reading.ok) throw new Error(reading.failure.code)
    expectStory(reading.value.text)
  })

  it('does not believe a name that would take most of the page away', () => {
    expectStory(text(`<div class="has-sidebar widget"><h1>Ferry cut</h1>${paragraphs(STORY)}</div>`))
    const items = STORY.map((words) => `<div class="item-comment"><p>${words}</p></div>`)
    expectStory(text(`<h1>Ferry cut</h1><div class="list">${items.join('')}</div><p>Later: ${STORY[0]}</p>`))
    expectStory(text(`<form id="aspnetForm"><div>${paragraphs(STORY)}</div></form>`))
  })

  it.each([
    ['a wall that lets the story show', (story: string) => `<div class="content paywall">${story}</div>`],
    ['an advertisement in it', (story: string) => `<section class="Post__Section--Ads">${story}</section>`],
    [
      'a script that moves it',
      (story: string) => `<section class="js-slider-toggle text">${story}</section>`,
    ],
    [
      'a page builder',
      (story: string) => `<div class="box box-widget box-widget-text-editor">${story}</div>`,
    ],
  ])('is not furniture when it is named after %s', (_, part) => {
    const later = Array.from({ length: 6 }, (_, day) => `Day ${day} of it: ${STORY[3]}`)
    expectStory(text(`<main><h1>Ferry cut</h1>${part(paragraphs(STORY))}${paragraphs(later)}</main>`))
  })

  it('keeps what somebody said elsewhere, comments in program text, and a standfirst that links a name', () => {
    const found = text(
      `<article><h1>Ferry cut</h1><div class="teaser-text">The <a href="/x">council</a>: ${STORY[0]}</div>${paragraphs(STORY)}
       <blockquote class="twitter-tweet"><p>Two boats would have to do, and nobody on the island believes it.</p></blockquote>
       <pre><code>boat = 1 <span class="hljs-comment"># the ferry that is left</span></code></pre></article>`,
    )
    for (const part of [
      'The council: The ferry',
      'nobody on the island believes it',
      '# the ferry that is left',
    ])
      expect(found).toContain(part)
  })

  it('keeps the links of a sentence, and drops a line that only leads elsewhere', () => {
    const found = text(
      `<article><h1>Ferry cut</h1>${paragraphs(STORY)}<p>The <a href="/a">council</a>, the <a href="/b">owners</a> and the
       <a href="/c">crew</a> will meet again before the end of the month in the town hall.</p>
       <p><a href="/d">Read this as well</a></p><p><a href="/ko">Read in Korean</a></p></article>`,
    )
    expect(found).toContain('The council, the owners and the crew will meet')
    expect(found).not.toContain('Read this as well')
    expect(found).toContain('Read in Korean')
  })

  it('drops labels and headings with nothing under them', () => {
    const found = text(
      `<article><h1>Ferry cut</h1>${paragraphs(STORY.slice(0, 2))}<div>Advertisement</div><p>Weiterlesen:</p>
       ${paragraphs(STORY.slice(2))}<h3>Elsewhere</h3></article>`,
    )
    expectStory(found)
    expect(found).not.toMatch(/Advertisement|Weiterlesen|Elsewhere/)
  })

  it.each([
    '<p>Follow us on <a href="https://social.example/post">Facebook</a> for more.</p>',
    '<p><em>Subscribe to <a href="/letter">our weekly letter</a> and never row alone.</em></p>',
    '<p>Lesen Sie auch: <a href="/x">Wie die Insel ihre Boote verlor und wer davon wusste</a></p>',
    '<p>Síguenos en <a href="/x">nuestro canal</a> para saber más de la isla.</p>',
    '<p>Download our app</p>',
    '<p>Listen to this article</p><p>5 min read</p><p>Category: Ferries</p>',
    '<figure><a href="/x"><img src="b.jpg" width="300" height="200"><h5>Harbour pilots vote on Sunday</h5></a></figure>',
    '<div class="box"><h4><a href="/x">Harbour pilots vote on Sunday</a></h4> <a href="/x">Leer más</a></div>',
  ])('drops a line among the paragraphs that calls the reader away: %s', (line) => {
    const whole = `<article><h1>Ferry cut</h1>${paragraphs(STORY.slice(0, 2))}${line}${paragraphs(STORY.slice(2))}</article>`
    expect(text(whole)).toBe(['Ferry cut', ...STORY].join('\n\n'))
  })

  it.each([
    '<p>“Follow us,” the skipper called to <a href="/x">the second boat</a>, and the pilots did.</p>',
    '<p>The owners asked islanders to subscribe to <a href="/x">a list of sailings</a> by Monday.</p>',
    '<ul><li>Sign up for <a href="/x">the morning boat</a></li><li>Walk</li></ul>',
    '<h2><a href="/x">The boats that are left</a></h2><p>There are two boats left, and both of them are older than their crews.</p>',
    '<p>25 min</p>',
  ])('keeps a line that only sounds like one: %s', (line) => {
    const words = line.replace(/<\/?a\b[^>]*>/g, '').split(/<[^>]+>/)
    const found = text(`<article><h1>Ferry cut</h1>${paragraphs(STORY)}${line}${paragraphs(STORY)}</article>`)
    for (const part of words) expect(found).toContain(part)
  })

  it('takes the text of the JSON-LD where the page shows only its beginning, and only there', () => {
    const later = STORY.map((words) => `Later: ${words}`)
    const articleBody = STORY.concat(later).join('\n\n')
    const ld = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody })}</script>`
    expect(text(`<article><h1>Ferry cut</h1><p>${STORY[0]}</p></article>`, ld)).toContain(later[3])
    const whole = `<article><h1>Ferry cut</h1>${paragraphs(STORY)}<h2>Seen</h2>${paragraphs(later)}</article>`
    expect(text(whole, ld)).toContain('Seen')
  })

  it.each([
    ['a framework', `<script id="__NEXT_DATA__" type="application/json">%</script>`],
    [
      'a publishing system',
      `<script>window.Fusion=window.Fusion||{};</script><script>window.__STATE__ = %;</script>`,
    ],
  ])('takes the text out of the state of %s, and says so', (_, script) => {
    const items = LONG.map((content) => ({
      type: 'text',
      content: `${content} The boats are red &amp; old.`,
    }))
    const comments = Array.from({ length: 9 }, () => ({ text: `The ferry was cut, and ${OTHER}` }))
    const data = JSON.stringify({ page: { content_elements: items, nav: ['Home'] }, comments })
    const reading = page(`<h1>Ferry cut by half in winter timetable</h1>${script.replace('%', () => data)}`)
    for (const words of STORY) expect(reading.text).toContain(`${words} The boats are red & old.`)
    expect(reading.text).not.toContain('Another report')
    expect(reading.facts.bodyFrom).toBe('scripts')
  })

  it('joins the runs of a paragraph that an editor of rich text keeps apart', () => {
    const rich = LONG.map((words) => ({
      children: [{ text: words.slice(0, 30), bold: true }, { text: words.slice(30) }],
    }))
    const data = JSON.stringify({ body: rich })
    const { text } = page(
      `<h1>Ferry company cut timetable</h1><script type="application/json">${data}</script>`,
    )
    expectStory(text)
  })

  it.each([
    ['noscript', `<noscript>STORY</noscript>`],
    ['a template', `<template>STORY</template>`],
    ['a part that a script would show', `<div class="story" style="display: none">STORY</div>`],
  ])('takes the text out of %s, and says so', (_, hidden) => {
    const body = `<h1>Ferry company cut timetable</h1><p>Loading</p>${hidden.replace('STORY', paragraphs(LONG))}`
    const reading = page(body)
    expectStory(reading.text)
    expect(reading.facts.bodyFrom).toBe('hidden')
  })

  it('takes nothing that is hidden where the page shows its story, or speaks of something else', () => {
    const consent = `<div hidden>${paragraphs(Array(9).fill(OTHER))}</div>`
    const shown = page(`<h1>Ferry company cut timetable</h1>${paragraphs(STORY)}${consent}`)
    expectStory(shown.text)
    expect(shown.facts.bodyFrom).toBeUndefined()
    const short = page(`<h1>Ferry company cut timetable</h1><p>${STORY[0]}</p>${consent}`)
    expect(short.text).not.toContain('Another report')
  })

  const teasers = (count: number) =>
    Array.from(
      { length: count },
      (_, day) =>
        `<div class="tile"><h3><a href="/${day}">What the pilots said on day ${day} of it</a></h3><p>${OTHER}</p></div>`,
    ).join('')

  it.each([
    ['and nothing else', ''],
    [
      'and a line about itself',
      '<p>The Lunde Courier has told the islands the news of the day since 1911.</p>',
    ],
  ])('is not found on a page that lists other articles %s', (_, line) => {
    const text = `<html><head><title>Harbour</title></head><body><h1>Harbour</h1><div>${teasers(12)}</div>${line}</body></html>`
    expect(readHtml({ text, charset: 'utf-8' })).toMatchObject({ failure: { code: 'file-not-an-article' } })
  })

  it('is found however short it is beside such a list', () => {
    const list = `<div>${teasers(30)}</div>`
    const two = text(`<h1>Ferry cut</h1><div><p>${STORY[0]}</p><p>${STORY[1]}</p></div>${list}`)
    expect(two).toBe(`Ferry cut\n\n${STORY[0]}\n\n${STORY[1]}`)
    const told = '<meta property="og:type" content="article">'
    expect(text(`<h1>Ferry cut</h1><p>${STORY[1]}</p>${list}`, told)).toBe(`Ferry cut\n\n${STORY[1]}`)
  })

  it('finds the story of a page in Korean, whose words are shorter', () => {
    const korean = [
      '섬 주민들은 겨울 시간표가 절반으로 줄었다는 소식을 매표소 창문에 붙은 종이를 보고 알았다.',
      '의회는 이달 말까지 선사와 만나겠다고 밝혔다. 아무도 먼저 묻지 않았다고 했다.',
    ]
    const found = text(
      `<nav>${'<a href="/x">뉴스</a>'.repeat(30)}</nav><div class="news_view">${paragraphs(korean)}</div>`,
    )
    expect(found).toBe(korean.join('\n\n'))
  })

  it('of a page without one is empty, and no end of the parser', () => {
    // Found by fuzzing: Readability takes every page to have a body, and looks for it beyond the last ancestor.
    for (const html of ['<style><html>', '<e>d><body><p >y">By">By <a >By <a >Bya ">By">By']) {
      expect(() => readHtml({ text: `<!doctype html>${html}`, charset: 'utf-8' })).not.toThrow()
    }
  })
})
