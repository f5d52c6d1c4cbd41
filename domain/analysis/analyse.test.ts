import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reading } from '../article/capture'
import { NO_FACTS } from '../article/facts'
import { contains, type Range, wordsAt } from '../article/range'
import { analyse } from './analyse'
import { grantsIn } from './english/read-grants'
import { resolveSources } from './english/resolve'
import type { Analysis } from './findings'
import { plainReading } from './testing/readings'

/** Every range of an analysis, with the string that must stand there where there is one. */
function told(analysis: Analysis): { range: Range; words: string | null }[] {
  const found: { range: Range | null; words: string | null }[] = []
  for (const one of analysis.sources) {
    found.push({ range: one.descriptorRange, words: one.descriptor })
    found.push({ range: one.addresseeRange, words: one.addressee }, { range: one.whenRange, words: one.when })
    found.push({ range: one.motiveRange, words: one.motive }, { range: one.basisRange, words: null })
    found.push({ range: one.corroborationRange, words: null })
    found.push({ range: one.anonymity?.grantRange ?? null, words: one.anonymity?.grant ?? null })
    found.push({ range: one.anonymity?.reasonRange ?? null, words: one.anonymity?.reason ?? null })
    found.push(
      ...[...one.mentions, ...one.joined.map(({ mention }) => mention)].map((range) => ({
        range,
        words: null,
      })),
    )
  }
  for (const one of analysis.attributions)
    for (const range of [...(one.source ?? []), ...(one.cue ?? []), ...one.content])
      found.push({ range, words: null })
  for (const one of analysis.notices) {
    found.push({ range: one.range, words: null }, { range: one.reasonRange, words: one.reason })
  }
  for (const one of analysis.credits)
    found.push({ range: one.range, words: one.name }, { range: one.lineRange, words: null })
  for (const one of analysis.pictures) found.push({ range: one.range, words: null })
  for (const one of analysis.dates) found.push({ range: one.range, words: one.words })
  found.push({ range: analysis.byline?.range ?? null, words: analysis.byline?.words ?? null })
  const { headline, contact, publisher, dateline } = analysis.facts
  for (const one of [headline, contact, publisher, dateline])
    found.push({ range: one?.range ?? null, words: one?.value ?? null })
  return found.flatMap(({ range, words }) => (range ? [{ range, words }] : []))
}

/** The laws that hold for every analysis of any text. */
function holds(reading: Reading): void {
  const analysis = analyse(reading)
  const whole: Range = [0, reading.text.length]
  const flat = (words: string) => words.replaceAll(/\s/g, ' ')
  for (const { range, words } of told(analysis)) {
    expect(contains(whole, range) && range[0] <= range[1]).toBe(true)
    if (words !== null) expect(flat(wordsAt(reading.text, range))).toBe(flat(words))
  }
  expect(analysis.blockRoles).toHaveLength(reading.blocks.length)
  const ids = new Set(analysis.sources.map(({ id }) => id))
  expect(ids.size).toBe(analysis.sources.length)
  for (const { sourceId } of analysis.attributions) expect(sourceId === null || ids.has(sourceId)).toBe(true)
  for (const { picture } of analysis.credits)
    expect(picture === null || picture < analysis.pictures.length).toBe(true)
  expect(analyse(reading)).toEqual(analysis)
}

const PIECES = [
  'A source',
  'The source',
  'officials',
  'Jane Roe',
  'Roe',
  'She',
  'said',
  'told the Harbor Tern',
  'on Tuesday',
  'that',
  '“it fell”',
  '“',
  '”',
  '"',
  'Speaking on condition of anonymity for security reasons,',
  'who asked not to be named',
  'because she feared reprisals',
  'By',
  'Translated by Ada Roe.',
  'FILE PHOTO:',
  '(Harbor Tern)',
  'Nov. 28',
  '\n',
  '\n\n',
  'according to',
  'the Ministry of State Security',
  ',',
  '.',
  '소식통은',
  '“무너졌다”고',
  '전했다.',
  '익명을 요구한',
  '24일',
  'Correction:',
  'Read in Korean',
  '\t',
  '\u00a0',
  '\u2028',
  '😀',
  '(',
  ')',
  'names have been changed',
  '’s',
  '— ',
]

describe('any text', () => {
  it('has findings that are ranges of it, the same each time', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (pieces) => {
        holds(plainReading(pieces.join(' ')))
      }),
      { numRuns: 150 },
    )
  })

  it('never makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        holds(plainReading(text))
      }),
      { numRuns: 100 },
    )
  })

  it.each(['ko', 'ja', 'de', 'tlh', ''])('labelled %s', (language) => {
    const text = 'A source told the Tern that “the crane fell in the night and nobody knows why.”'
    const told = { value: language, assertedBy: 'article', range: null, from: 'html' } as const
    holds(plainReading(text, { language: told }))
  })
})

describe('a language without a pack', () => {
  it('gets structure only', () => {
    const text =
      'Der Kran am Nordkai ist in der Nacht umgestürzt, und niemand wusste am Morgen, wann er wieder steht.\n\n“Wir warten seit Stunden auf eine Auskunft der Behörde und niemand sagt uns etwas davon.”\n\nRead in English'
    const analysis = analyse(plainReading(text))
    expect(analysis.pack).toBeNull()
    expect(analysis.facts.language?.value).toBe('de')
    expect(analysis.sources).toEqual([])
    expect(analysis.attributions.length).toBeGreaterThan(0)
    expect(analysis.blockRoles.at(-1)).toBe('language-link')
    expect(analysis.facts.alternates).toMatchObject([{ language: 'en' }])
  })
})

describe('what the page’s metadata tells', () => {
  const story = 'The north quay stayed shut on Monday after its only crane gave way in the night and fell.'
  const told = (value: string) => ({ value, assertedBy: 'article', range: null, from: 'json-ld' }) as const

  it('is never replaced by what the text tells', () => {
    const reading = plainReading(`Crane falls\n\nPublished 3 May 2020\n\n${story}`, {
      headline: told('Crane falls at quay'),
      published: told('2023-12-01T08:00:00+09:00'),
    })
    const { facts, dates } = analyse(reading)
    expect([facts.headline?.value, facts.published?.value]).toEqual([
      'Crane falls at quay',
      '2023-12-01T08:00:00+09:00',
    ])
    expect(dates).toMatchObject([{ words: 'Monday', date: '2023-11-27' }])
  })

  it('names authors once', () => {
    const reading = {
      ...plainReading(`Crane falls\n\nBy Ada Roe\n\n${story}`),
      metadataAuthors: ['Ada Roe', 'Lew Moe'],
    }
    const { credits, byline } = analyse(reading)
    expect(credits.map(({ name, range }) => [name, range !== null])).toEqual([
      ['Lew Moe', false],
      ['Ada Roe', true],
    ])
    expect(byline?.words).toBe('By Ada Roe')
    expect(analyse({ ...plainReading(story), metadataAuthors: ['Lew Moe'] }).byline).toEqual({
      words: 'Lew Moe',
      range: null,
    })
  })

  it('gives pictures with their captions, and the link of another version', () => {
    const text = `Crane falls at quay\n\nA crane at the quay. Photo: Ada Roe / Tern Pictures\n\n${story}\n\nRead in Korean`
    const caption = text.indexOf('A crane')
    const link = text.indexOf('Read in')
    const plain = plainReading(text)
    const reading: Reading = {
      ...plain,
      mediaType: 'text/html',
      blocks: plain.blocks.map((block, index) =>
        index === 0
          ? { ...block, kind: 'heading', level: 1 }
          : index === 1
            ? { ...block, kind: 'figure', picture: 0 }
            : block,
      ),
      marks: [{ kind: 'link', range: [link, text.length], href: 'https://tern.example/ko' }],
      pictures: [
        { alt: 'Fallen crane', captionRange: [caption, text.indexOf('\n', caption)], src: 'crane.png' },
      ],
      facts: NO_FACTS,
    }
    const analysis = analyse(reading)
    expect(analysis.blockRoles).toEqual(['headline', 'picture', 'story', 'language-link'])
    expect(analysis.pictures).toMatchObject([
      { alt: 'Fallen crane', credit: 'Ada Roe / Tern Pictures', photographer: 'Ada Roe', src: 'crane.png' },
    ])
    expect(analysis.credits.map(({ role, name, picture }) => [role, name, picture])).toEqual([
      ['picture-credit', 'Ada Roe / Tern Pictures', 0],
      ['photographer', 'Ada Roe', 0],
    ])
    expect(analysis.facts.alternates).toMatchObject([{ url: 'https://tern.example/ko' }])
  })
})

describe('hostile texts', () => {
  const filled = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length))
  /** Generous, as the machine may be shared: what it guards against is a quadratic pass, which takes hours. */
  const LIMIT = 30_000
  const fast: [name: string, text: string][] = [
    ['1 MB of quotation marks', filled('“', 1e6)],
    ['1 MB of straight quotation marks', filled('"', 1e6)],
    ['1 MB of quotation marks and blanks', filled('“ ” ', 1e6)],
    ['1 MB of capitals', filled('AAAA BBBB ', 1e6)],
    ['1 MB of Korean quotations', filled('소식통은 “그렇다”고 전했다. ', 1e6)],
    ['1 MB of dates', filled('1 May 2020 ', 1e6)],
    ['1 MB of line breaks', filled('\n', 1e6)],
    ['names', filled('Jane Roe said so to Max Moe. ', 4e4)],
    ['brackets', filled('(A', 4e4)],
    ['bylines', filled('By A\n', 4e4)],
    ['commas', filled('A, ', 4e4)],
  ]
  it.each(fast)('%s', (_, text) => {
    const start = Date.now()
    holdsOnce(plainReading(text))
    expect(Date.now() - start).toBeLessThan(LIMIT)
  })

  it('1 MB of grants of anonymity, in one sentence and in many', () => {
    const start = Date.now()
    for (const piece of ['asked not to be named because ', 'He asked not to be named because of her. ']) {
      const text = filled(piece, 1e6)
      grantsIn(text, [[0, text.length]])
      resolveSources({
        text,
        story: [[0, text.length]],
        standing: [],
        attributions: [],
        dates: [],
        outlet: null,
      })
    }
    expect(Date.now() - start).toBeLessThan(LIMIT)
  })
})

function holdsOnce(reading: Reading): void {
  const analysis = analyse(reading)
  expect(analysis.blockRoles).toHaveLength(reading.blocks.length)
  for (const { range } of told(analysis))
    if (range[1] > reading.text.length) throw new Error(`${range} is outside`)
}
