import { describe, expect, it } from 'vitest'
import { ld, metadataOf, STORY } from './testing/metadata-of'

const authorsOn = (body: string, head = '') => metadataOf(head, `<h1>Ferry cut</h1>${body}${STORY}`).authors

describe('a byline on the page', () => {
  const cases: [markup: string, authors: string[]][] = [
    // microformats, microdata, RDFa, rel
    ['<p class="p-author h-card"><a class="p-name u-url" href="/x">Ane Holm</a></p>', ['Ane Holm']],
    ['<span class="byline author vcard"><a class="url fn n" href="/x">Ane Holm</a></span>', ['Ane Holm']],
    [
      '<div itemprop="author" itemscope><span itemprop="name">Ane Holm</span></div><div itemprop="author" itemscope><span itemprop="name">Per Lund</span></div>',
      ['Ane Holm', 'Per Lund'],
    ],
    ['<span property="schema:author">Ane Holm</span>', ['Ane Holm']],
    ['<span property="dc:creator">Ane Holm</span>', ['Ane Holm']],
    [
      '<ul><li><a rel="author" href="/a">Ane Holm</a></li><li><a rel="author" href="/b">Per Lund</a></li></ul>',
      ['Ane Holm', 'Per Lund'],
    ],
    ['<address>By <a href="/journalists/ane">Ane Holm</a></address>', ['Ane Holm']],
    // what stands in the box of a byline and is nobody
    [
      '<p class="byline">By <a href="/author/a">Ane Holm</a> <a href="/author/a/rss">Follow</a> <a href="/c">3 comments</a></p>',
      ['Ane Holm'],
    ],
    ['<p class="byline"><a href="/author/a">Ane Holm</a> <a href="/wp-admin">Edit</a></p>', ['Ane Holm']],
    // class names of many languages
    ['<p class="skribent">Ane Holm</p>', ['Ane Holm']],
    ['<p class="article__journalist">Ane Holm</p>', ['Ane Holm']],
    ['<p class="firma">Ane Holm</p>', ['Ane Holm']],
    ['<p class="kirjoittaja">Ane Holm</p>', ['Ane Holm']],
    ['<p class="yazar-adi">Ane Holm</p>', ['Ane Holm']],
    ['<em class="reporter_name">나래울 기자</em>', ['나래울']],
    // words
    ['<p>Von Ane Holm und Per Lund</p>', ['Ane Holm', 'Per Lund']],
    ['<p>Ein Gastbeitrag von Ane Holm</p>', ['Ane Holm']],
    ['<p>Propos recueillis par Ane Holm</p>', ['Ane Holm']],
    ['<p>Por Ane Holm</p>', ['Ane Holm']],
    ['<p>Door Ane Holm</p>', ['Ane Holm']],
    ['<p>Tekst: Ane Holm</p>', ['Ane Holm']],
    ['<p>Автор: Анна Холм</p>', ['Анна Холм']],
    ['<p>Γράφει η Άννα Χολμ</p>', ['Άννα Χολμ']],
    ['<p>作者：林波</p>', ['林波']],
    ['<p>記者 波野灯</p>', ['波野灯']],
    ['<p>나래울 기자 narae@tern.example</p>', ['나래울']],
    ['<p>[솔포=나래울 기자]</p>', ['나래울']],
    ['<h2><span>06.11.2023 13:30 von Liv</span></h2>', ['Liv']],
    ['<p>3 March 2024 | by Ane Holm</p>', ['Ane Holm']],
    ['<p>von Liv2 am 20.09.2020</p>', ['Liv2']],
    // what is none
    ['<p>Island Post © 2013-2020, background by Ane Holm</p>', []],
    ['<p>By noon the tide had turned.</p>', []],
    ['<p>나래울 기자는 이날 항구를 찾았다.</p>', []],
  ]
  it.each(cases)('%s', (markup, authors) => {
    expect(authorsOn(markup)).toEqual(authors)
  })

  it('names who wrote it where a meta tag only names the outlet in other words', () => {
    const head = '<meta name="author" content="IP-WEB">'
    expect(authorsOn('<p>Von Ane Holm</p>', head)).toEqual(['Ane Holm'])
  })
})

describe('authors in the head of a page', () => {
  it.each([
    [
      '<meta name="parsely-author" content="Ane Holm"><meta name="parsely-author" content="Per Lund">',
      ['Ane Holm', 'Per Lund'],
    ],
    ['<meta name="sailthru.author" content="Ane Holm">', ['Ane Holm']],
    ['<meta name="cXenseParse:author" content="Ane Holm">', ['Ane Holm']],
    ['<meta property="dable:author" content="나래울">', ['나래울']],
    ['<meta class="swiftype" name="author" data-type="string" content="Ane Holm">', ['Ane Holm']],
    [
      '<meta name="citation_author" content="Holm, Ane"><meta name="citation_author" content="Lund, Per">',
      ['Ane Holm', 'Per Lund'],
    ],
    ['<meta name="DCTERMS.creator" content="Ane Holm">', ['Ane Holm']],
    [
      '<meta name="dc.creator" content="Ane Holm"><meta name="dc.contributor" content="Per Lund">',
      ['Ane Holm'],
    ],
    [
      '<meta name="twitter:label2" content="Written by"><meta name="twitter:data2" content="Ane Holm">',
      ['Ane Holm'],
    ],
    [
      `<meta name="parsely-page" content='{"title":"Ferry cut","authors":["Ane Holm","Per Lund"],"pub_date":"2024-03-03T10:00:00Z"}'>`,
      ['Ane Holm', 'Per Lund'],
    ],
    ['<meta property="article:author" content="https://island.example/author/ane-holm">', ['Ane Holm']],
    [
      ld({ '@type': 'NewsArticle', author: { '@id': 'https://island.example/people/ane-holm/' } }),
      ['Ane Holm'],
    ],
    ['<script>_sf_async_config.authors = "Ane Holm,Per Lund";</script>', ['Ane Holm', 'Per Lund']],
    ['<script>dataLayer.push({"pageType":"article","articleAuthor":"Ane Holm"});</script>', ['Ane Holm']],
    ['<script>dataLayer.push({"author":"Ane Holm"}); more({"author":"Per Lund"});</script>', []],
    ['<script>dataLayer.push({"author":"webdesk"});</script>', []],
  ])('%s', (head, authors) => {
    expect(authorsOn('', head)).toEqual(authors)
  })
})
