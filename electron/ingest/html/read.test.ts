import { describe, expect, it } from 'vitest'
import type { Block } from '#domain/article/block'
import type { Reading } from '#domain/article/capture'
import { wordsAt } from '#domain/article/range'
import { parseHtml } from './document'
import { readHtml } from './read'

const FILLER = [
  'The ferry company cut its winter timetable by half on Thursday, and the island council learned of it from a notice.',
  'Councillors said that they would meet the owners before the end of the month, and that nobody had asked them.',
  'A crane operator, who has worked on the quay for nineteen years, said the last such cut had never been undone.',
]

function read(body: string, head = ''): Reading {
  const html = `<!doctype html><html lang="en"><head><title>Page</title>${head}</head><body>${body}</body></html>`
  const reading = readHtml({ text: html, charset: 'utf-8' })
  if (!reading.ok) throw new Error(reading.failure.code)
  return reading.value
}

/** An article of enough length around `inner`. */
function article(inner: string, head = ''): Reading {
  const filler = FILLER.map((words) => `<p>${words}</p>`).join('')
  return read(`<article><h1>Ferry cut</h1>${filler}${inner}${filler}</article>`, head)
}

function blocks(reading: Reading, kind: Block['kind']): string[] {
  return reading.blocks
    .filter((block) => block.kind === kind)
    .map((block) => wordsAt(reading.text, block.range))
}

const PIXEL_ROW = 'AAAA'.repeat(300)
const PICTURE = `data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAoAAAAHg${PIXEL_ROW}`

describe('the text of a page', () => {
  it('collapses white space as a browser lays it out', () => {
    const { text } = article('<p>\n  one\t two<b> three </b>\n four<br>five <br> six</p>')
    expect(text).toContain('\n\none two three four\nfive\nsix\n\n')
  })

  it('parts blocks by an empty line, and they follow each other without gap or overlap', () => {
    const reading = article(
      '<h2>Sub</h2><ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><blockquote><p>Said so.</p></blockquote>',
    )
    let at = 0
    for (const { range } of reading.blocks) {
      expect(reading.text.slice(at, range[0]).trim()).toBe('')
      expect(range[1]).toBeGreaterThanOrEqual(range[0])
      at = range[1]
    }
    expect(at).toBe(reading.text.length)
  })

  it('tells headings, lists with depth, quotations, tables and preformatted text', () => {
    const reading = article(
      '<h3>What they said</h3><ol><li>first<ul><li>inner</li></ul></li></ol><blockquote><p>Nobody asked us about it.</p></blockquote>' +
        '<table><tr><th>Day</th><th>Boats</th></tr><tr><td>Monday</td><td>two\n of four</td></tr></table>' +
        '<pre>  keep\n    this</pre>',
    )
    expect(blocks(reading, 'heading')).toContain('What they said')
    expect(reading.blocks.filter((block) => block.kind === 'list-item')).toMatchObject([
      { level: 1, ordered: true },
      { level: 2, ordered: false },
    ])
    expect(blocks(reading, 'quotation')).toEqual(['Nobody asked us about it.'])
    expect(blocks(reading, 'table')).toEqual(['Day\tBoats\nMonday\ttwo of four'])
    expect(blocks(reading, 'preformatted')).toEqual(['  keep\n    this'])
  })

  it('leaves out scripts, styles and what is hidden, and keeps bidirectional controls', () => {
    const { text } = article(
      '<p>seen <script>bad()</script><style>p{}</style><span hidden>A1</span><span style="display:none">A2</span>' +
        '<span aria-hidden="true">A3</span><span class="sr-only">A4</span><template>A5</template>\u202Eabc\u202C</p>',
    )
    expect(text).toContain('seen \u202Eabc\u202C')
    expect(text).not.toMatch(/A\d|bad\(/)
  })

  it('begins with the headline and the byline that the page shows', () => {
    const reading = read(
      `<header><h1>Island <em>ferry</em> cut</h1><p class="byline">By <a rel="author" href="/a">Ane Holm</a></p></header>
       <article>${FILLER.map((words) => `<p>${words}</p>`).join('')}</article>`,
    )
    expect(reading.text).toMatch(/^Island ferry cut\n\nBy Ane Holm\n\nThe ferry company/)
    const { headline } = reading.facts
    expect(headline?.value).toBe('Island ferry cut')
    expect(headline?.range && wordsAt(reading.text, headline.range)).toBe('Island ferry cut')
    expect(reading.metadataAuthors).toEqual(['Ane Holm'])
  })

  it('keeps emphasis and links as marks, absolute, and no link that could run', () => {
    const reading = article(
      '<p>Go <a href="/more">to <b>more</b></a>, <a href="javascript:alert(1)">not this</a>, <a href="#top">nor that</a>.</p>',
      '<link rel="canonical" href="https://island.example/ferry">',
    )
    const marks = reading.marks.map((mark) => [mark.kind, wordsAt(reading.text, mark.range)])
    expect(marks).toEqual([
      ['strong', 'more'],
      ['link', 'to more'],
    ])
    expect(reading.marks[1]).toMatchObject({ href: 'https://island.example/more' })
  })

  it('takes a list of other articles off the end, and leaves a single language link', () => {
    const links = ['One', 'Two', 'Three'].map(
      (name) => `<li><a href="https://x.example/${name}">${name} other story</a></li>`,
    )
    expect(article(`<p><a href="https://x.example/ko">Read in Korean</a></p>`).text).toContain(
      'Read in Korean',
    )
    const reading = read(
      `<article>${FILLER.map((words) => `<p>${words}</p>`).join('')}<h2>Other reports</h2><ul>${links.join('')}</ul></article>`,
    )
    expect(reading.text).toMatch(/never been undone\.$/)
  })
})

describe('what a page embeds', () => {
  it.each([
    [
      '<iframe title="A ferry in a storm" src="https://www.films.example/embed/1"></iframe>',
      'A ferry in a storm (films.example)',
    ],
    ['<iframe data-src="https://maps.example/maps?q=quay"></iframe>', 'maps.example'],
    ['<video><source src="https://island.example/boat.mp4"></video>', 'island.example'],
  ])('is stated where it stood: %s', (embed, words) => {
    expect(blocks(article(`<div class="video">${embed}</div>`), 'embed')).toEqual([words])
  })

  it.each([
    '<iframe src="https://count.example/pixel" width="1" height="1"></iframe>',
    '<iframe class="ad-slot" title="Ad" src="https://ads.example/embed/2"></iframe>',
    '<iframe src="https://count.example/consent"></iframe>',
    '<iframe title="x" src="javascript:alert(1)"></iframe>',
  ])('is passed over when nobody was to see it: %s', (embed) => {
    expect(blocks(article(embed), 'embed')).toEqual([])
  })
})

describe('the pictures of a page', () => {
  it('takes a box that is called a caption for one, right beneath a picture only', () => {
    const reading = article(
      `<div class="media"><img src="/a.jpg" width="600"><p class="image-caption">The quay at dawn. Photo: Ane Holm</p></div>
       <p class="caption">Nothing is pictured above these words, which the story goes on with.</p>`,
    )
    expect(blocks(reading, 'caption')).toEqual(['The quay at dawn. Photo: Ane Holm'])
    expect(reading.pictures[0]?.captionRange).not.toBeNull()
  })

  it('keeps a credit that is a link, and drops other lines of one link', () => {
    const reading = article(
      '<p><em>Artist: <a href="https://x.example/a">Elin Varga</a></em></p><p><a href="https://x.example/b">More of the quay</a></p>',
    )
    expect(reading.text).toContain('Artist: Elin Varga')
    expect(reading.text).not.toContain('More of the quay')
  })

  it('knows alternative text, caption, address and embedded file', () => {
    const reading = article(
      `<figure><img src="${PICTURE}" alt="A ferry at the quay"><figcaption>A ferry, 2021. <span>Photo: Ane Holm</span></figcaption></figure>
       <figure><img src="/two.jpg" alt=""><figcaption>The quay.</figcaption></figure>`,
      '<link rel="canonical" href="https://island.example/a/">',
    )
    const [first, second] = reading.pictures
    expect(first).toMatchObject({ alt: 'A ferry at the quay', src: null })
    expect(first?.captionRange && wordsAt(reading.text, first.captionRange)).toBe(
      'A ferry, 2021. Photo: Ane Holm',
    )
    expect(second).toMatchObject({ alt: null, src: 'https://island.example/two.jpg' })
    expect(reading.pictureFiles).toMatchObject([{ mediaType: 'image/png', picture: 0 }])
    expect(reading.blocks.filter((block) => block.picture === 0).map((block) => block.kind)).toEqual([
      'figure',
      'caption',
    ])
  })

  it('never takes an SVG, an icon or a tracking pixel', () => {
    const reading = article(
      '<img src="data:image/svg+xml,%3Csvg onload=alert(1)%3E" alt=""><img src="https://x.example/p.gif" width="1" height="1"><img src="/i.png" width="16">',
    )
    expect(reading.pictures).toEqual([])
    expect(reading.pictureFiles).toEqual([])
  })

  it('writes an emoji picture as the emoji', () => {
    expect(article('<p>Fine <img src="e.png" alt="🙂"> today.</p>').text).toContain('Fine 🙂 today.')
  })
})

describe('pages that mean harm', () => {
  const few = FILLER.join(' ')
  it.each([
    ['20,000 nested elements', `${'<div>'.repeat(20_000)}<p>${few}</p>`],
    ['20,000 unclosed inline elements', `<p>${few}</p>${'<b><i>'.repeat(10_000)}x`],
    ['nested lists and tables', `<p>${few}</p>${'<table><tr><td><ul><li>'.repeat(1000)}`],
    ['a million characters of one attribute', `<p title="${'x'.repeat(1_000_000)}">${few}</p>`],
  ])('reads %s without falling', { timeout: 60_000 }, (_, body) => {
    const reading = readHtml({ text: `<html><body>${body}</body></html>`, charset: 'utf-8' })
    expect(reading.ok && reading.value.text).toContain('crane operator')
  })

  it('refuses a page with more elements than any article has', { timeout: 60_000 }, () => {
    const text = `<html><body>${'<p>x'.repeat(90_000)}</body></html>`
    expect(readHtml({ text, charset: 'utf-8' })).toMatchObject({ failure: { code: 'file-too-large' } })
  })
})

describe('a page without its outer elements', () => {
  it.each([
    ['<!doctype html><html lang="en"><title>A</title><article><p>Words.</p></article>'],
    [
      '<html><head><meta charset="utf-8"><script>if (a < b) document.write("<div>")</script></head><p>Words.</p>',
    ],
    ['<html><!-- <p> --><style>p > a {}</style><p>Words.</p></html>'],
    ['<title>A</title><p>Words.</p>'],
    ['<html><head><title>A</title></head><body class="x"><p>Words.</p></body></html>'],
  ])('has a body, as in a browser: %s', (html) => {
    const document = parseHtml(html)
    expect(document?.body?.textContent).toContain('Words.')
    expect(document?.querySelector('body p')?.textContent).toBe('Words.')
  })
})

const STORY =
  'The ferry company cut its winter timetable by half on Thursday, and the island council learned of it from a notice.'

describe('a document inside a page', () => {
  it.each([
    [
      'pasted into the article of a page that has no <html> of its own',
      `<!doctype html><head><title>Ferry cut</title></head><body><h1>Ferry cut</h1><article>
       <!DOCTYPE html PUBLIC "x"><html><body><p>${STORY}</p></body></html></article></body></html>`,
    ],
    [
      'begun twice by a template',
      `<!doctype html><html lang="en"><html class="page"><head><title>Ferry cut</title></head><body><h1>Ferry cut</h1><p>${STORY}</p></body></html>`,
    ],
    [
      'ended and begun again between two parts',
      `<html><body><h1>Ferry cut</h1></body></html><html><body><p>${STORY}</p></body></html>`,
    ],
  ])('%s does not hide the story', (_, text) => {
    const reading = readHtml({ text, charset: 'utf-8' })
    expect(reading.ok && reading.value.text).toBe(`Ferry cut\n\n${STORY}`)
  })
})
