import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CaptureDraft } from '#domain/article/capture'
import { wordsAt } from '#domain/article/range'
import { draftOf } from './draft'
import { readBytes } from './read-bytes'

const FOLDER = resolve(import.meta.dirname, '../../assets/sample-library')

/** What must be found in each sample. `anonymity`: words of the source and the class of the stated reason. */
type Expected = {
  readonly headline: string | null
  readonly credits: readonly string[]
  readonly language: string
  readonly anonymity?: readonly (readonly [descriptor: string, reasonClass: string])[]
  readonly named?: readonly string[]
  readonly notices?: readonly string[]
  readonly pictures?: number
  readonly alternate?: string
  readonly contact?: string
}

const SAMPLES: Readonly<Record<string, Expected>> = {
  '01-dockworkers-port-ellin.txt': {
    headline: null,
    language: 'en',
    credits: ['translator Hana Reed', 'editor Tom Alder', 'picture-credit Karsa Monitor'],
    notices: ['anonymous-sources'],
    contact: 'desk@karsamonitor.example',
    alternate: 'fr',
  },
  '02-reservoir-inspection.html': {
    headline: 'Inspectors warned of cracks in Marrow Dam two years ago',
    language: 'en',
    credits: [
      'author Judith Amsel',
      'author Rory Pike',
      'contributor Sam Tolley',
      'editor Ruth Candler',
      'photographer Clare Wynn',
    ],
    named: ['Martin Oyle', 'Fern Castell', 'Alan Greave'],
    pictures: 1,
  },
  '03-fishing-talks.html': {
    headline: 'Fishing talks between Lunde and Veshna stall over the inner banks',
    language: 'en',
    credits: ['agency Meridian Wire'],
    anonymity: [
      ['Two officials from Lunde', 'sensitive-talks'],
      ['A Veshnan diplomat', 'not-authorised'],
    ],
    named: ['Gudrun Aske'],
  },
  '04-night-nurses.html': {
    headline: 'One nurse, forty beds: nights at the Holm clinic',
    language: 'en',
    credits: ['author Ane Holm'],
    anonymity: [['nurse', 'job']],
    named: ['Elin Varga'],
    contact: 'health@lundecourier.example',
  },
  '05-school-bus-inquiry.html': {
    headline: 'Bus that left pupils on the moor had failed its brake test',
    language: 'en',
    credits: ['author Rory Pike'],
    anonymity: [
      ['Her mother', 'legal'],
      ['A former mechanic of the company', 'not-given'],
    ],
    notices: ['correction'],
  },
  '06-border-market-ko.html': {
    headline: '해 지면 불 꺼지는 솔내 국경 장터… “손님이 절반으로 줄었다”',
    language: 'ko',
    credits: ['author 윤서해', 'editor 문가람', 'picture-credit 가람나루신문'],
    pictures: 1,
    alternate: 'en',
  },
  '07-border-market-en.html': {
    headline: 'Solnae border market goes dark at sunset as traders refuse new permits',
    language: 'en',
    credits: ['author Yoon Seohae', 'translator Hana Reed', 'editor Tom Alder', 'picture-credit Garam Naru'],
    anonymity: [['trader', 'safety-or-reprisal']],
    named: ['Han Doyoon'],
    pictures: 1,
    alternate: 'ko',
    contact: 'desk@karsamonitor.example',
  },
  '08-ferry-timetable-first.html': {
    headline: 'Ferry company halves its winter timetable',
    language: 'en',
    credits: ['author Per Lund', 'photographer Ane Holm'],
    named: ['Marit Solheim', 'Torvald Egge'],
    pictures: 1,
  },
  '09-ferry-timetable-updated.html': {
    headline: 'Ferry company takes back part of its winter cut',
    language: 'en',
    credits: ['author Per Lund', 'photographer Ane Holm'],
    named: ['Marit Solheim', 'Torvald Egge'],
    pictures: 1,
  },
  '10-narumaeul-power-cut-ko.txt': {
    headline: '나루마을 사흘째 정전… “냉장고보다 산소통이 걱정”',
    language: 'ko',
    credits: ['author 정하늘', 'picture-credit 솔내읍 나루마을회'],
  },
  '11-missing-boxes.html': {
    headline: 'Forty boxes of land records are missing from the county archive',
    language: 'en',
    credits: [
      'author Judith Amsel',
      'fact-checker Noor Bellamy',
      'editor Ruth Candler',
      'photographer Clare Wynn',
    ],
    anonymity: [
      ['An archivist', 'not-given'],
      ['A former county official', 'legal'],
    ],
    named: ['Abel Thorne', 'Lucinda Farr'],
    notices: ['editors-note'],
    pictures: 1,
  },
  '12-tram-strike-vote.txt': {
    headline: 'Tram crews in Ostermark vote to strike from Monday',
    language: 'en',
    credits: ['author Nils Ferrow', 'author Ada Quist', 'contributor Lena Ostrow', 'editor Per Lindqvist'],
    anonymity: [['A person familiar with the negotiations', 'not-authorised']],
    named: ['Berit Halloran'],
  },
}

function draft(name: string): CaptureDraft {
  const reading = readBytes(readFileSync(resolve(FOLDER, name)), name)
  if (!reading.ok) throw new Error(`${name}: ${reading.failure.code}`)
  return draftOf(reading.value)
}

describe('the sample library', () => {
  it('holds the samples of this table and nothing else', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(SAMPLES).sort())
  })

  it.each(Object.entries(SAMPLES))('%s: the findings are right', (name, expected) => {
    const { analysis, text, pictureFiles } = draft(name)
    const { facts, sources } = analysis
    expect(facts.headline?.value ?? null).toBe(expected.headline)
    expect(facts.language?.value).toBe(expected.language)
    expect(facts.contact?.value ?? null).toBe(expected.contact ?? null)
    expect(facts.alternates.map((alternate) => alternate.language)).toEqual(
      expected.alternate === undefined ? [] : [expected.alternate],
    )
    expect(analysis.credits.map((credit) => `${credit.role} ${credit.name}`)).toEqual(
      expect.arrayContaining([...expected.credits]),
    )
    expect(pictureFiles).toHaveLength(expected.pictures ?? 0)
    expect(analysis.notices.map((notice) => notice.kind)).toEqual(
      expect.arrayContaining([...(expected.notices ?? [])]),
    )
    for (const [descriptor, reasonClass] of expected.anonymity ?? []) {
      const source = sources.find((one) => one.anonymity !== null && one.descriptor.includes(descriptor))
      expect(source?.anonymity?.reasonClass, descriptor).toBe(reasonClass)
      const grant = source?.anonymity?.grantRange
      if (grant) expect(wordsAt(text, grant)).toBe(source?.anonymity?.grant)
    }
    for (const words of expected.named ?? []) {
      const source = sources.find((one) => one.descriptor.includes(words))
      expect(source?.identification, words).toBe('named-person')
    }
  })

  it.each(Object.keys(SAMPLES).filter((name) => name.endsWith('.html')))(
    '%s: the standfirst is told apart from the story',
    (name) => {
      const { analysis, blocks, text } = draft(name)
      const words = (role: string) =>
        blocks.flatMap(({ range }, index) =>
          analysis.blockRoles[index] === role ? [wordsAt(text, range)] : [],
        )
      expect(words('standfirst')).toHaveLength(1)
      expect(words('story').some((one) => one.length > 100)).toBe(true)
    },
  )

  it('has two captures of one article: the same address, other words, another day', () => {
    const [first, second] = [draft('08-ferry-timetable-first.html'), draft('09-ferry-timetable-updated.html')]
    expect(first.analysis.facts.url?.value).toBe(second.analysis.facts.url?.value)
    expect(first.text).not.toBe(second.text)
    expect(first.analysis.facts.capturedAt?.value).toBe('2025-09-05T07:14:22.000Z')
    expect(second.analysis.facts.capturedAt?.value).toBe('2025-09-08T17:40:03.000Z')
  })

  it('has a translation pair that link to each other', () => {
    const [korean, english] = [draft('06-border-market-ko.html'), draft('07-border-market-en.html')]
    expect(korean.analysis.facts.alternates[0]).toMatchObject({
      relation: 'translation',
      url: english.analysis.facts.url?.value,
    })
    expect(english.analysis.facts.alternates[0]).toMatchObject({
      relation: 'original',
      url: korean.analysis.facts.url?.value,
    })
  })

  it('keeps drawn pictures small, and never an SVG', () => {
    const files = Object.keys(SAMPLES).flatMap((name) => draft(name).pictureFiles)
    expect(files.length).toBeGreaterThanOrEqual(5)
    for (const file of files) {
      expect(file.mediaType).toBe('image/jpeg')
      expect(file.bytes.length).toBeLessThan(60_000)
    }
  })
})
