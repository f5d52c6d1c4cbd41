import { describe, expect, it } from 'vitest'
import { disclosureChecklist, sourceDisclosures } from './checklist'
import { sourcingStrip, sourcingSummary, standInTitle, weigh } from './summary'
import { resolvedSources } from './testing/marked'

const written = [
  '{s1:Jane Roe} {c1:said} {k1:the crane fell}.',
  'Speaking on condition of anonymity for security reasons, {s2:a docker who saw it} {c2:said} {k2:it was loud}.',
  '{s3:The docker} {c3:added}: {k3:“{s4:A clerk} {c4:told} me {k4:to go}.”} The account was confirmed by two other dockers.',
  '{s5:Officials} {c5:said} {k5:nothing was wrong}.',
  '{k6:“We heard nothing.”}',
].join('\n\n')
const { text, sources, attributions } = resolvedSources(written)

describe('the sentence above the cards', () => {
  it('counts sources and statements, and leaves out what stands inside a quotation', () => {
    expect(sourcingSummary({ sources, attributions })).toEqual({
      sources: 3,
      named: 1,
      anonymous: 1,
      anonymousBecause: [{ reasonClass: 'safety-or-reprisal', count: 1 }],
      unnamed: 1,
      statements: 5,
      onUnnamed: 3,
      withoutSource: 1,
    })
    expect(weigh({ sources, attributions })).toEqual({
      namedSources: 1,
      unnamedSources: 2,
      statements: { s1: 2, s2: 1, s3: 1 },
    })
  })

  it('has nothing to count in an article without sources', () => {
    expect(sourcingSummary({ sources: [], attributions: [] })).toMatchObject({
      sources: 0,
      statements: 0,
      anonymousBecause: [],
    })
  })
})

describe('the sourcing strip', () => {
  it('has a band a statement, in the lane of its card', () => {
    const strip = sourcingStrip({ sources, attributions }, text.length)
    expect(strip.map(({ lane, unnamed }) => [lane, unnamed])).toEqual([
      [1, false],
      [0, true],
      [0, true],
      [2, true],
      [null, false],
    ])
    for (const { from, to } of strip) expect(0 <= from && from <= to && to <= 1000).toBe(true)
    expect(sourcingStrip({ sources, attributions }, 0)).toEqual([])
  })
})

describe('the stand-in for a headline', () => {
  it('is the beginning of the story, cut at a word', () => {
    const long = `Crane\n\n${'word '.repeat(60)}end.`
    const title = standInTitle({ blockRoles: ['picture', 'story'] }, long, [
      { range: [0, 5] },
      { range: [7, long.length] },
    ])
    expect(title).toMatch(/^word .*word…$/)
    expect(title.length).toBeLessThanOrEqual(91)
    expect(standInTitle({ blockRoles: [] }, '', [])).toBe('')
    expect(standInTitle({ blockRoles: ['story'] }, 'Short.', [{ range: [0, 6] }])).toBe('Short.')
  })
})

describe('the disclosure checklist', () => {
  it('tells of each source what the article tells, with its evidence', () => {
    const docker = sources[0]
    const checks = docker ? sourceDisclosures(docker) : []
    expect(checks.map(({ question, told }) => [question, told])).toEqual([
      ['who', true],
      ['how-known', true],
      ['why-unnamed', true],
      ['supported', true],
    ])
    expect(checks.map(({ evidence }) => evidence.map((range) => text.slice(...range)).join())).toEqual([
      'a docker who saw it',
      'who saw',
      'for security reasons',
      'confirmed by two other dockers',
    ])
    const roe = sources.find(({ descriptor }) => descriptor === 'Jane Roe')
    expect(roe && sourceDisclosures(roe).map(({ question }) => question)).toEqual([
      'who',
      'how-known',
      'supported',
    ])
  })

  it('is told of an article when it is told of every source', () => {
    expect(
      disclosureChecklist({ sources, notices: [] }).map(({ question, told }) => [question, told]),
    ).toEqual([
      ['who', true],
      ['how-known', false],
      ['why-unnamed', false],
      ['supported', false],
    ])
    expect(disclosureChecklist({ sources: [], notices: [] })).toEqual([])
  })
})
