import { describe, expect, it } from 'vitest'
import { ld, metadataOf, STORY } from './testing/metadata-of'

function published(head: string, body = '', attributes = 'lang="en"') {
  const told = metadataOf(head, `<h1>Ferry cut</h1>${body}${STORY}`, attributes).facts.published
  return told === null ? null : `${told.value} ${told.from}`
}

const article = (fields: object) => ld({ '@type': 'NewsArticle', headline: 'Ferry cut', ...fields })

describe('the day of publication', () => {
  const cases: [head: string, body: string, expected: string | null][] = [
    [article({ datePublished: '2024-03-03T10:00:00+09:00' }), '', '2024-03-03T10:00:00+09:00 json-ld'],
    [article({ datePublished: 1709485509 }), '', '2024-03-03T17:05:09Z json-ld'],
    [article({ datePublished: { '@type': 'Date', '@value': '2024-03-03' } }), '', '2024-03-03 json-ld'],
    [article({ datePublished: '3 March 2024' }), '', '2024-03-03 json-ld'],
    [
      '<meta property="article:published_time" content="2024-03-03T10:00:00+01:00">',
      '',
      '2024-03-03T10:00:00+01:00 open-graph',
    ],
    ['<meta name="DC.date.issued" content="2024-03-03">', '', '2024-03-03 dublin-core'],
    ['<meta name="dcterms.created" content="2024-03-03">', '', '2024-03-03 dublin-core'],
    ['<meta name="citation_publication_date" content="2024/03/03">', '', '2024-03-03 dublin-core'],
    [
      '<meta name="parsely-pub-date" content="2024-03-03T10:00:00+01:00">',
      '',
      '2024-03-03T10:00:00+01:00 meta',
    ],
    [
      '<meta name="sailthru.date" content="Sun, 03 Mar 2024 10:00:00 +0100">',
      '',
      '2024-03-03T10:00:00+01:00 meta',
    ],
    [
      '<meta name="cXenseParse:recs:publishtime" content="2024-03-03T10:00:00+01:00">',
      '',
      '2024-03-03T10:00:00+01:00 meta',
    ],
    [
      '<meta class="swiftype" name="published_at" data-type="date" content="2024-03-03">',
      '',
      '2024-03-03 meta',
    ],
    ['', '<span itemprop="datePublished" content="2024-03-03">Sunday</span>', '2024-03-03 microdata'],
    ['', '<span property="schema:datePublished" content="2024-03-03">Sunday</span>', '2024-03-03 microdata'],
    ['', '<time class="dt-published" datetime="2024-03-03T10:00">Sunday</time>', '2024-03-03T10:00:00 html'],
    [
      '',
      '<abbr class="published" title="2024-03-03T10:00:00+01:00">Sunday</abbr>',
      '2024-03-03T10:00:00+01:00 html',
    ],
    ['', '<time class="entry-date published updated" datetime="2024-03-03">Sunday</time>', '2024-03-03 html'],
    ['', '<span class="date" data-timestamp="1709485509">3 hours ago</span>', '2024-03-03T17:05:09Z html'],
    ['', '<span class="date" data-time="1709485509000">3 hours ago</span>', '2024-03-03T17:05:09Z html'],
    ['', '<p>First published: 3 March 2024</p>', '2024-03-03 html'],
    [
      '<script>window.__NEXT_DATA__={"publishedAt":"2024-03-03T10:00:00+01:00"}</script>',
      '',
      '2024-03-03T10:00:00+01:00 script',
    ],
    ['<link rel="canonical" href="https://island.example/2024/03/03/ferry">', '', '2024-03-03 url'],
    // the day of a change is never taken for it
    ['', '<p>Last updated 3 March 2024</p>', null],
    [
      '',
      '<p><span>Updated:</span> <time datetime="2024-03-04">4 March</time></p><p><time datetime="2024-03-03">3 March</time></p>',
      '2024-03-03 html',
    ],
    [
      '',
      '<time class="updated" datetime="2024-03-04">4 March</time><time datetime="2024-03-03">3 March</time>',
      '2024-03-03 html',
    ],
    ['<meta http-equiv="Last-Modified" content="Sun, 03 Mar 2024 10:00:00 GMT">', '', null],
    // what stands beside the article
    [
      '',
      '<div class="related"><time datetime="2020-01-01">2020</time></div><time datetime="2024-03-03">3 March</time>',
      '2024-03-03 html',
    ],
  ]
  it.each(cases)('%s%s', (head, body, expected) => {
    expect(published(head, body)).toBe(expected)
  })

  it('is believed of JSON-LD before Open Graph, and of both before the page', () => {
    const tag = '<meta property="article:published_time" content="2024-03-02">'
    expect(
      published(article({ datePublished: '2024-03-03' }) + tag, '<p class="date">1 March 2024</p>'),
    ).toBe('2024-03-03 json-ld')
    expect(published(tag, '<p class="date">1 March 2024</p>')).toBe('2024-03-02 open-graph')
  })
})

describe('an instant of Greenwich', () => {
  const head = article({ datePublished: '2024-03-03T02:25:54Z' })

  it('is the day before where the outlet shows it so', () => {
    expect(published(head, '<p class="date">March 2, 2024</p>')).toBe('2024-03-02 html')
    expect(published(`${head}<link rel="canonical" href="https://island.example/2024/03/02/ferry">`)).toBe(
      '2024-03-02 url',
    )
  })

  it('is the day after where the outlet shows it so', () => {
    const late = article({ datePublished: '2024-03-03T20:25:54+00:00' })
    expect(published(late, '<span class="date">입력 2024.03.04 05:25</span>', 'lang="ko"')).toBe(
      '2024-03-04 html',
    )
  })

  it('stays where the page shows its own day as well, or a day far from it', () => {
    const masthead = '<div class="date">March 4, 2024</div>'
    expect(published(head, `${masthead}<p class="date">March 3, 2024</p>`)).toBe(
      '2024-03-03T02:25:54Z json-ld',
    )
    expect(published(head, '<p class="date">March 9, 2024</p>')).toBe('2024-03-03T02:25:54Z json-ld')
  })

  it('with the outlet’s own offset is left alone', () => {
    const own = article({ datePublished: '2024-03-03T02:25:54+09:00' })
    expect(published(own, '<p class="date">March 2, 2024</p>')).toBe('2024-03-03T02:25:54+09:00 json-ld')
  })
})
