import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Range, wordsAt } from '../article/range'
import { analyse } from './analyse'
import { disclosureChecklist } from './checklist'
import { resolveDates } from './dates'
import { sourcingStrip, sourcingSummary } from './summary'
import { plainReading } from './testing/readings'

/** The article of DOMAIN.md's last section. It is not ours: it is read where it lies, and never copied. */
const SEED = new URL('../../../shared/seeds/000_71d6dece4c8f211b.txt', import.meta.url)
const present = existsSync(SEED)
const text = present ? readFileSync(SEED, 'utf8') : ''
const reading = plainReading(text)
const analysis = analyse(reading)
const at = (range: Range | null | undefined) => (range ? wordsAt(text, range) : null)
const source = (descriptor: string) => analysis.sources.find((one) => one.descriptor === descriptor)
const statementsOf = (id: string | undefined) =>
  analysis.attributions.filter(({ sourceId }) => sourceId === id)

describe.skipIf(!present)('the seed article (skipped where ../shared/seeds is absent)', () => {
  it('1. has no headline: its first line is the picture’s alternative text', () => {
    expect(analysis.facts.headline).toBeNull()
    expect(analysis.blockRoles).not.toContain('headline')
    expect(analysis.pictures[0]?.alt).toBe(text.split('\n')[0])
  })

  it('2. has a file photo of February 2019 in Dandong, with caption and credit', () => {
    expect(analysis.pictures).toHaveLength(1)
    expect(analysis.pictures[0]).toMatchObject({
      caption: text.split('\n')[1],
      credit: 'Daily NK',
      filePhoto: true,
      date: '2019-02',
      place: 'Dandong, China',
    })
    const credit = analysis.credits.find(({ role }) => role === 'picture-credit')
    expect([at(credit?.range), credit?.picture]).toEqual(['Daily NK', 0])
  })

  it('3. has one bare source, anonymous for security reasons, with two direct quotations', () => {
    const bare = source('a source')
    expect(bare).toMatchObject({
      identification: 'bare-unnamed',
      count: 'one',
      addressee: 'Daily NK',
      when: 'on Tuesday',
    })
    expect(bare?.anonymity).toMatchObject({
      grant: 'Speaking on condition of anonymity',
      reason: 'for security reasons',
      reasonClass: 'safety-or-reprisal',
    })
    expect([at(bare?.anonymity?.grantRange), at(bare?.anonymity?.reasonRange)]).toEqual([
      bare?.anonymity?.grant,
      bare?.anonymity?.reason,
    ])
    expect(bare?.mentions.map(at)).toEqual(['a source', 'The source'])
    expect(bare?.joined.map(({ rule }) => rule)).toEqual(['definite-again'])
    expect(statementsOf(bare?.id).map(({ directness }) => directness)).toEqual(['direct', 'direct'])
  })

  it('4. has three described and unnamed groups', () => {
    const officials = source('Officials at the Dalian branch of China’s Ministry of State Security')
    expect(officials).toMatchObject({ addressee: 'local residents', anonymity: null })
    expect(statementsOf(officials?.id).map(({ directness }) => directness)).toEqual(['direct'])
    const agents = source('state security agents in Dandong')
    expect(agents).toMatchObject({ place: 'Dandong', anonymity: null })
    expect(statementsOf(agents?.id)).toHaveLength(1)
    const warning = source('Chinese anti-espionage officials')
    expect(statementsOf(warning?.id).map(({ directness }) => directness)).toEqual(['indirect', 'indirect'])
    for (const one of [officials, agents, warning])
      expect(one).toMatchObject({ identification: 'described-unnamed', count: 'plural-unspecified' })
    expect(analysis.sources).toHaveLength(4)
  })

  it('5. says that nobody is said to have spoken the last quotation', () => {
    const orphan = analysis.attributions.filter((one) => one.source === null)
    expect(orphan).toHaveLength(1)
    expect(at(orphan[0]?.content[0])).toMatch(/^“Even though \[.*activities\.”$/)
    expect(orphan[0]).toMatchObject({ cue: null, sourceId: null, directness: 'direct' })
  })

  it('6. names translator and editor, no byline, the notice, the contact, the original and the publisher', () => {
    const made = analysis.credits.filter(({ picture }) => picture === null)
    expect(made.map(({ role, range }) => [role, at(range)])).toEqual([
      ['translator', 'Rose Adams'],
      ['editor', 'Robert Lauler'],
    ])
    expect(analysis.byline).toBeNull()
    expect(analysis.notices).toMatchObject([
      { kind: 'anonymous-sources', reason: 'due to security concerns', reasonClass: 'safety-or-reprisal' },
    ])
    expect(at(analysis.facts.contact?.range)).toBe('dailynkenglish@uni-media.net')
    expect(analysis.facts.alternates).toEqual([
      { language: 'ko', relation: 'original', label: 'Read in Korean', url: null },
    ])
    expect([analysis.facts.publisher?.value, at(analysis.facts.publisher?.range)]).toEqual([
      'Daily NK',
      'Daily NK',
    ])
    expect(analysis.facts.language?.value).toBe('en')
  })

  it('7. has date words that wait for a day of publication', () => {
    expect(analysis.facts.published).toBeNull()
    const days = (published: string | null) =>
      Object.fromEntries(resolveDates(analysis.dates, published).map(({ words, date }) => [words, date]))
    expect(days(null)).toEqual({
      'February 2019': '2019-02',
      Tuesday: null,
      'late November': null,
      'July 1': null,
      'Nov. 28': null,
    })
    expect(days('2023-12-01')).toEqual({
      'February 2019': '2019-02',
      Tuesday: '2023-11-28',
      'late November': '2023-11',
      'July 1': '2023-07-01',
      'Nov. 28': '2023-11-28',
    })
  })

  it('8. keeps the boilerplate apart from the story', () => {
    expect(analysis.blockRoles.slice(-4)).toEqual(['credit-line', 'notice', 'contact', 'language-link'])
    expect(analysis.blockRoles.slice(0, -4).filter((role) => role !== 'picture' && role !== 'story')).toEqual(
      [],
    )
    expect(analysis.blockRoles.filter((role) => role === 'story')).toHaveLength(9)
  })

  it('counts them for the sentence above the cards', () => {
    expect(sourcingSummary(analysis)).toMatchObject({
      sources: 4,
      named: 0,
      anonymous: 1,
      anonymousBecause: [{ reasonClass: 'safety-or-reprisal', count: 1 }],
      unnamed: 3,
      onUnnamed: 6,
      withoutSource: 1,
    })
    expect(sourcingStrip(analysis, text.length).every(({ from, to }) => from <= to)).toBe(true)
    expect(disclosureChecklist(analysis).map(({ question, told }) => [question, told])).toEqual([
      ['who', false],
      ['how-known', false],
      ['why-unnamed', false],
      ['supported', false],
    ])
  })
})
