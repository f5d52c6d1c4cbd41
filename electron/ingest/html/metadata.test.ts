import { describe, expect, it } from 'vitest'
import { ld, metadataOf } from './metadata/testing/metadata-of'

describe('readMetadata', () => {
  it('trusts JSON-LD before Open Graph before other tags, and says where each came from', () => {
    const { facts, authors } = metadataOf(
      ld({
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline: 'Ferry cut',
        datePublished: '2024-01-03T10:00:00+09:00',
        author: [
          { '@type': 'Person', name: 'Ane Holm' },
          { '@type': 'Person', name: 'Per Lund' },
        ],
        publisher: { '@type': 'Organization', name: 'Island Post' },
        copyrightNotice: '© Island Post',
      }) +
        '<meta property="og:site_name" content="Other"><meta name="author" content="Admin Account">' +
        '<meta property="article:published_time" content="2020-01-01"><link rel="canonical" href="https://island.example/ferry">',
    )
    expect(facts.headline).toMatchObject({ value: 'Ferry cut', from: 'json-ld', assertedBy: 'article' })
    expect(facts.published).toMatchObject({ value: '2024-01-03T10:00:00+09:00', from: 'json-ld' })
    expect(facts.publisher).toMatchObject({ value: 'Island Post', from: 'json-ld' })
    expect(facts.rights?.value).toBe('© Island Post')
    expect(facts.url?.value).toBe('https://island.example/ferry')
    expect(facts.language?.value).toBe('en')
    expect(authors).toEqual(['Ane Holm', 'Per Lund'])
  })

  it('follows references inside a JSON-LD graph', () => {
    const { authors, facts } = metadataOf(
      ld({
        '@graph': [
          { '@type': 'Article', headline: 'A', author: { '@id': '#p' }, publisher: { '@id': '#o' } },
          { '@type': ['Person', 'Organization'], '@id': '#p', name: 'Ane Holm' },
          { '@type': 'Organization', '@id': '#o', name: 'Island Post' },
        ],
      }),
    )
    expect(authors).toEqual(['Ane Holm'])
    expect(facts.publisher?.value).toBe('Island Post')
  })

  it('takes the words that a person saw for the headline when the titles agree', () => {
    const { facts, shownHeadline } = metadataOf(
      '<title>Ferry timetable cut by half - Island Post</title><meta property="og:title" content="Ferry timetable cut by half - Island Post">',
      '<h1>Island Post</h1><h2>Ferry timetable cut by half</h2><h2>Other news of the day</h2>',
    )
    expect(facts.headline).toMatchObject({ value: 'Ferry timetable cut by half', from: 'html' })
    expect(shownHeadline).toBe('Ferry timetable cut by half')
  })

  it('takes the outlet off a title when the page shows no heading', () => {
    const head = '<title>Ferry cut | Island Post</title><meta property="og:site_name" content="Island Post">'
    expect(metadataOf(head).facts.headline?.value).toBe('Ferry cut')
  })

  it.each([
    ['<meta name="DC.creator" content="Holm, Ane">', ['Ane Holm']],
    ['<meta name="author" content="By Ane Holm and Per Lund">', ['Ane Holm', 'Per Lund']],
    ['<meta name="author" content="Ane Holm, Staff Writer">', ['Ane Holm']],
    ['<meta name="author" content="김하늘 기자">', ['김하늘']],
    [
      '<meta property="article:author" content="https://www.facebook.com/x"><meta name="author" content="Ane Holm">',
      ['Ane Holm'],
    ],
    ['<meta name="author" content="admin">', []],
  ])('reads authors out of %s', (head, authors) => {
    expect(metadataOf(head).authors).toEqual(authors)
  })

  it.each([
    ['<time datetime="2024-01-03T10:00">yesterday</time>', 'en', '2024-01-03T10:00:00'],
    ['<p class="post-date">3. März 2024</p>', 'de', '2024-03-03'],
    ['<p class="date">Published on March 3rd, 2024</p>', 'en', '2024-03-03'],
    ['<span class="date">2024년 3월 3일</span>', 'ko', '2024-03-03'],
    ['<span class="date">입력 2024.03.03 09:00</span>', 'ko', '2024-03-03'],
    ['<span class="date">03/04/2024</span>', 'en', undefined],
    ['<span class="date">31/04/2024</span>', 'en', undefined],
  ])('reads the day shown as %s', (body, language, day) => {
    expect(metadataOf('', body, `lang="${language}"`).facts.published?.value).toBe(day)
  })

  it('reads other languages, originals and translations', () => {
    const { facts } = metadataOf(
      `<link rel="canonical" href="https://island.example/en/ferry">
       <link rel="alternate" hreflang="en" href="https://island.example/en/ferry">
       <link rel="alternate" hreflang="ko" href="/ko/ferry">` +
        ld({
          '@type': 'NewsArticle',
          translationOfWork: {
            '@type': 'NewsArticle',
            inLanguage: 'ko',
            url: 'https://island.example/ko/original',
          },
        }),
    )
    expect(facts.alternates).toEqual([
      { relation: 'original', language: 'ko', label: null, url: 'https://island.example/ko/original' },
      { relation: 'other-language', language: 'ko', label: null, url: 'https://island.example/ko/ferry' },
    ])
  })

  it('reads who else had a part, and never who reviewed it', () => {
    const person = (name: string) => ({ '@type': 'Person', name })
    const { authors, credits } = metadataOf(
      ld({
        '@type': 'NewsArticle',
        author: person('Ane Holm'),
        editor: [person('Per Lund'), person('Ane Holm')],
        translator: person('Liv Dahl'),
        contributor: [person('Kai Berg'), { '@type': 'Organization', name: 'Island Wire' }],
        reviewedBy: person('Some Body'),
      }),
    )
    expect(authors).toEqual(['Ane Holm'])
    expect(credits).toEqual([
      { role: 'editor', name: 'Per Lund' },
      { role: 'translator', name: 'Liv Dahl' },
      { role: 'contributor', name: 'Kai Berg' },
    ])
  })

  it.each([
    [ld({ '@type': 'NewsArticle', articleSection: ['Harbours', 'Islands'] }), '', 'Harbours json-ld'],
    ['<meta property="article:section" content="Harbours">', '', 'Harbours open-graph'],
    ['<meta name="parsely-section" content="Harbours">', '', 'Harbours meta'],
    ['', '<span itemprop="articleSection">Harbours</span>', 'Harbours microdata'],
  ])('reads the section of %s%s', (head, body, expected) => {
    const { section } = metadataOf(head, body).facts
    expect(`${section?.value} ${section?.from}`).toBe(expected)
  })

  it.each([
    [
      '<meta http-equiv="Last-Modified" content="Sun, 03 Mar 2024 10:00:00 GMT">',
      '',
      '2024-03-03T10:00:00Z meta',
    ],
    [
      '<meta property="article:modified_time" content="2024-03-03T10:00:00+01:00">',
      '',
      '2024-03-03T10:00:00+01:00 open-graph',
    ],
    ['', '<time itemprop="dateModified" datetime="2024-03-03">3 March</time>', '2024-03-03 microdata'],
    ['', '<time class="dt-updated" datetime="2024-03-03">3 March</time>', '2024-03-03 html'],
    ['', '<p>Published 3 March 2024 | Updated: 4 March 2024</p>', '2024-03-04 html'],
    ['', '<p class="info">입력 2024.03.03 09:00 수정 2024.03.04 10:00</p>', '2024-03-04 html'],
    ['', '<p>The timetable was updated on 4 March 2024 by the council.</p>', 'undefined undefined'],
  ])('reads the day of a change from %s%s', (head, body, expected) => {
    const { modified } = metadataOf(head, body).facts
    expect(`${modified?.value} ${modified?.from}`).toBe(expected)
  })

  it('reads when and where SingleFile saved the page', () => {
    const comment =
      '<!--\n Page saved with SingleFile \n url: https://island.example/ferry \n saved date: Wed Jan 03 2024 10:00:00 GMT+0900 (Korean Standard Time)\n-->'
    const { facts } = metadataOf(comment)
    expect(facts.capturedAt).toMatchObject({ value: '2024-01-03T01:00:00.000Z', from: 'single-file' })
    expect(facts.url).toMatchObject({ value: 'https://island.example/ferry', from: 'single-file' })
  })

  it('survives JSON-LD that is broken, endless or of the wrong kind', () => {
    for (const script of [
      '{',
      '[[[[[]]]]]',
      'null',
      '"x"',
      '{"@type":5,"author":{"name":{"name":[]}}}',
      '{"headline":"a\nb","@type":"Article"}',
    ]) {
      expect(metadataOf(`<script type="application/ld+json">${script}</script>`).authors).toEqual([])
    }
  })

  it('reads pages written in capitals', () => {
    const { authors } = metadataOf('<META NAME="AUTHOR" CONTENT="Ane Holm">')
    expect(authors).toEqual(['Ane Holm'])
  })
})
