import { describe, expect, it } from 'vitest'
import { wordsAt } from '../../article/range'
import { resolvedSources } from '../testing/marked'

/** The one source of a marked text. */
function only(written: string) {
  const { sources } = resolvedSources(written)
  const [source] = sources
  if (!source || sources.length > 1)
    throw new Error(`${sources.length} sources: ${sources.map((s) => s.descriptor)}`)
  return source
}

describe('what a source is', () => {
  const kinds: [mention: string, identification: string, descriptor: string, count: unknown][] = [
    ['Jane Roe', 'named-person', 'Jane Roe', 'one'],
    ['Police Chief Jane Roe', 'named-person', 'Jane Roe', 'one'],
    ['Vermont Sen. Jane Roe', 'named-person', 'Jane Roe', 'one'],
    ['spokesman Max Moe', 'named-person', 'Max Moe', 'one'],
    ['Jane Roe, a spokeswoman for the Harbor Board,', 'named-person', 'Jane Roe', 'one'],
    ['Jane Roe and Max Moe', 'named-person', 'Jane Roe and Max Moe', 2],
    ['the Ministry of Fisheries', 'organisation', 'the Ministry of Fisheries', 'one'],
    ['the Harbor Authority', 'organisation', 'the Harbor Authority', 'one'],
    ['the agency the Harbor Authority', 'organisation', 'Harbor Authority', 'one'],
    ['NATO', 'organisation', 'NATO', 'one'],
    ['police', 'organisation', 'police', 'one'],
    ['the government', 'organisation', 'the government', 'one'],
    ['China', 'organisation', 'China', 'one'],
    ['a police report', 'document', 'a police report', 'one'],
    ['court documents', 'document', 'court documents', 'plural-unspecified'],
    ['The indictment', 'document', 'The indictment', 'one'],
    ['a source', 'bare-unnamed', 'a source', 'one'],
    ['Sources', 'bare-unnamed', 'Sources', 'plural-unspecified'],
    ['Two sources', 'bare-unnamed', 'Two sources', 2],
    ['a source in North Quay', 'described-unnamed', 'a source in North Quay', 'one'],
    ['a source familiar with the matter', 'described-unnamed', 'a source familiar with the matter', 'one'],
    ['a diplomatic source', 'described-unnamed', 'a diplomatic source', 'one'],
    ['officials', 'described-unnamed', 'officials', 'plural-unspecified'],
    ['three dockers at the north quay', 'described-unnamed', 'three dockers at the north quay', 3],
    ['people briefed on the plan', 'described-unnamed', 'people briefed on the plan', 'plural-unspecified'],
    ['One of the dockers', 'described-unnamed', 'One of the dockers', 'one'],
    ['a 34-year-old welder', 'described-unnamed', 'a 34-year-old welder', 'one'],
    ['Chinese customs officers', 'described-unnamed', 'Chinese customs officers', 'plural-unspecified'],
    ['three dockers who saw it and to rosters', 'described-unnamed', 'three dockers who saw it', 3],
  ]
  it.each(kinds)('"%s" is %s', (mention, identification, descriptor, count) => {
    const source = only(`{s1:${mention}} {c1:said} {k1:the crane fell}.`)
    expect(source).toMatchObject({ identification, descriptor, count })
  })

  it.each(['many', 'Some', '64 percent of those asked', 'Six in 10', 'We', 'this newspaper', 'unmet'])(
    '"%s" is none',
    (mention) => {
      const { sources, attributions } = resolvedSources(`{s1:${mention}} {c1:said} {k1:the crane fell}.`)
      expect(sources).toEqual([])
      expect(attributions[0]?.sourceId).toBeNull()
    },
  )

  it('is the whole phrase where only its end was marked', () => {
    const { sources, attributions, text } = resolvedSources(
      'At the same time, state customs officers in {s1:Saltmouth} {c1:said} {k1:the crane fell}.',
    )
    expect(sources.map(({ descriptor }) => descriptor)).toEqual(['state customs officers in Saltmouth'])
    expect(attributions[0]?.source?.map((range) => wordsAt(text, range))).toEqual([
      'state customs officers in Saltmouth',
    ])
  })

  it('the outlet itself is none', () => {
    expect(
      resolvedSources('{s1:The Tern} {c1:has learned} {k1:that it fell}.', 'The Harbor Tern').sources,
    ).toEqual([])
    expect(resolvedSources('{s1:The Tern} {c1:has learned} {k1:that it fell}.', 'The Tern').sources).toEqual(
      [],
    )
  })

  it('whom a source quotes in turn is none', () => {
    const { sources, attributions } = resolvedSources(
      '{s1:Jane Roe} {c1:said}: {k1:“{s2:A clerk} {c2:claimed} {k2:that it fell}.”}',
    )
    expect(sources.map(({ descriptor }) => descriptor)).toEqual(['Jane Roe'])
    expect(attributions.map(({ sourceId }) => sourceId).toSorted()).toEqual([null, 's1'].toSorted())
  })
})

describe('facets', () => {
  it('reads role, affiliation and place in the words themselves', () => {
    expect(only('{s1:Officials at the Harbor Authority} {c1:said} {k1:no}.')).toMatchObject({
      role: 'Officials',
      affiliation: 'the Harbor Authority',
    })
    expect(only('{s1:security guards in Saltmouth} {c1:said} {k1:no}.')).toMatchObject({
      role: 'security guards',
      place: 'Saltmouth',
    })
    expect(only('{s1:Jane Roe, a spokeswoman for the Harbor Board,} {c1:said} {k1:no}.')).toMatchObject({
      role: 'spokeswoman',
      affiliation: 'the Harbor Board',
    })
    expect(only('{s1:China’s customs office} {c1:said} {k1:no}.')).toMatchObject({ affiliation: 'China' })
  })

  it('reads a role that is told after the name, or before it', () => {
    expect(only('{s1:Jane Roe}, an engineer at the Harbor Board, {c1:said} {k1:no}.')).toMatchObject({
      role: 'engineer',
      affiliation: 'the Harbor Board',
    })
    expect(only('{s1:A spokesman, Max Moe,} {c1:said} {k1:no}.')).toMatchObject({
      identification: 'named-person',
      descriptor: 'Max Moe',
      role: 'spokesman',
    })
  })

  it('reads who was told, and when', () => {
    const written = '{s1:A docker} {c1:told} the Harbor Tern on Tuesday that {k1:“it fell”}.'
    const source = only(written)
    expect(source).toMatchObject({ addressee: 'the Harbor Tern', when: 'on Tuesday' })
    const { text } = resolvedSources(written)
    expect(source.addresseeRange && wordsAt(text, source.addresseeRange)).toBe('the Harbor Tern')
    expect(only('{s1:Officials} {c1:told} local residents that {k1:it fell}.').addressee).toBe(
      'local residents',
    )
  })

  it('does not take what is told for the telling', () => {
    expect(only('{s1:A docker} {c1:said} {k1:the crane fell on Monday}.').when).toBeNull()
    expect(only('{s1:A docker} {c1:said}: {k1:“He told the mayor so.”}').addressee).toBeNull()
  })

  const bases: [frame: string, basis: string][] = [
    ['{s1:a docker who saw the crane fall} {c1:said} {k1:it was loud}.', 'witnessed'],
    ['{s1:a witness} {c1:said} {k1:it was loud}.', 'witnessed'],
    ['{s1:an engineer who took part in the repair} {c1:said} {k1:it was loud}.', 'participant'],
    ['{s1:an aide who has seen the report} {c1:said} {k1:it was long}.', 'documents'],
    ['{s1:a clerk briefed on the plan} {c1:said} {k1:it was long}.', 'told-by-others'],
    ['{s1:a source familiar with the matter} {c1:said} {k1:it was long}.', 'not-stated'],
  ]
  it.each(bases)('%s', (written, basisOfKnowledge) => {
    expect(only(written).basisOfKnowledge).toBe(basisOfKnowledge)
  })

  it('reads motive, corroboration and the terms agreed', () => {
    expect(
      only('{s1:The clerk} {c1:said} {k1:it fell}, and came forward because no one had listened.').motive,
    ).toBe('because no one had listened')
    const backed = only(
      '{s1:The clerk} {c1:said} {k1:it fell}. The account was confirmed by two other officials.',
    )
    expect(backed.corroboration).toBe('other-sources')
    const open = only('{s1:The clerk} {c1:said} {k1:it fell}. The claim could not be independently verified.')
    expect(open.corroboration).toBe('none-stated')
    expect(open.corroborationRange).not.toBeNull()
    expect(only('{s1:An aide}, speaking on background, {c1:said} {k1:it fell}.').attributionLevel).toBe(
      'background',
    )
    expect(only('{s1:An aide} {c1:said} {k1:it fell}.').attributionLevel).toBe('not-stated')
  })
})

describe('joining', () => {
  const joins: [written: string, sources: string[], rules: string[]][] = [
    ['{s1:Jane Roe} {c1:said} {k1:one}. {s2:Roe} {c2:added} {k2:two}.', ['Jane Roe'], ['surname']],
    ['{s1:Jane Roe} {c1:said} {k1:one}. {s2:She} {c2:added} {k2:two}.', ['Jane Roe'], ['pronoun']],
    ['{s1:Jane Roe} {c1:said} {k1:one}. {s2:Ms. Roe} {c2:added} {k2:two}.', ['Jane Roe'], ['surname']],
    [
      '{s1:Jane Roe} {c1:said} {k1:one}.\n\n{s2:Jane A. Roe} {c2:added} {k2:two}.',
      ['Jane A. Roe'],
      ['same-name'],
    ],
    [
      '{s1:A source} {c1:said} {k1:one}.\n\nRain fell.\n\n{s2:The source} {c2:added} {k2:two}.',
      ['A source'],
      ['definite-again'],
    ],
    [
      '{s1:A source in Saltmouth} {c1:said} {k1:one}.\n\n{s2:The source} {c2:added} {k2:two}.',
      ['A source in Saltmouth'],
      ['definite-again'],
    ],
    [
      '{s1:The Ministry of Fisheries} {c1:said} {k1:one}. {s2:The ministry} {c2:added} {k2:two}.',
      ['The Ministry of Fisheries'],
      ['definite-again'],
    ],
    [
      '{s1:The Ministry of Fisheries} {c1:said} {k1:one}. {s2:It} {c2:added} {k2:two}.',
      ['The Ministry of Fisheries'],
      ['pronoun'],
    ],
    [
      '{s1:The Harbor Safety Board} {c1:said} {k1:one}. {s2:HSB} {c2:added} {k2:two}.',
      ['The Harbor Safety Board'],
      ['same-name'],
    ],
    [
      '{s1:Officials} {c1:said} {k1:one}.\n\n{s2:officials} {c2:added} {k2:two}.',
      ['Officials'],
      ['same-words'],
    ],
    [
      '{s1:Senator Jane Roe} {c1:said} {k1:one}. {s2:The senator} {c2:added} {k2:two}.',
      ['Jane Roe'],
      ['epithet'],
    ],
    ['Jane Roe runs the quay. {s1:She} {c1:said} {k1:one}.', ['Jane Roe'], ['pronoun']],
    ['Jane Roe runs the quay. {s1:Roe} {c1:said} {k1:one}.', ['Jane Roe'], ['surname']],
  ]
  it.each(joins)('%s', (written, descriptors, rules) => {
    const { sources } = resolvedSources(written)
    expect(sources.map(({ descriptor }) => descriptor)).toEqual(descriptors)
    expect(sources.flatMap(({ joined }) => joined.map(({ rule }) => rule))).toEqual(rules)
  })

  it.each([
    ['two indefinite mentions', '{s1:A source} {c1:said} {k1:one}. {s2:A source} {c2:added} {k2:two}.'],
    ['another', '{s1:A source} {c1:said} {k1:one}. {s2:Another source} {c2:added} {k2:two}.'],
    ['bare plurals of no kind', '{s1:Sources} {c1:said} {k1:one}.\n\n{s2:sources} {c2:added} {k2:two}.'],
    ['one and several', '{s1:An official} {c1:said} {k1:one}. {s2:Officials} {c2:added} {k2:two}.'],
    ['two persons of one surname', '{s1:Jane Roe} {c1:said} {k1:one}. {s2:Max Roe} {c2:added} {k2:two}.'],
    [
      'officials of two places',
      '{s1:Officials in Saltmouth} {c1:said} {k1:one}. {s2:Officials in Dunwick} {c2:said} {k2:two}.',
    ],
    [
      'the official, after a named person',
      '{s1:Jane Roe} {c1:said} {k1:one}. {s2:The official} {c2:said} {k2:two}.',
    ],
    [
      'the source, when two could be meant and neither spoke last',
      '{s1:A source} {c1:said} {k1:one}.\n\n{s2:Another source} {c2:said} {k2:two}.\n\n{s3:Jane Roe} {c3:said} {k3:so}.',
    ],
  ])('keeps apart: %s', (_, written) => {
    const { sources, attributions } = resolvedSources(written)
    expect(sources).toHaveLength(attributions.length)
  })

  it('leaves a pronoun that nothing explains without a card', () => {
    const { sources, attributions } = resolvedSources('{s1:He} {c1:said} {k1:one}.')
    expect(sources).toEqual([])
    expect(attributions[0]).toMatchObject({ sourceId: null, source: [[0, 2]] })
  })

  it('takes no place for the person that a pronoun means', () => {
    const { sources } = resolvedSources('The bus stopped on Harrow Moor. {s1:She} {c1:said} {k1:one}.')
    expect(sources).toEqual([])
  })

  it('puts the source with most statements first', () => {
    const { sources } = resolvedSources(
      '{s1:Jane Roe} {c1:said} {k1:one}.\n\n{s2:A source} {c2:said} {k2:two}.\n\n{s3:The source} {c3:said} {k3:three}.',
    )
    expect(sources.map(({ id, descriptor }) => [id, descriptor])).toEqual([
      ['s1', 'A source'],
      ['s2', 'Jane Roe'],
    ])
  })
})

describe('whose anonymity it is', () => {
  /** Descriptors of the sources that have an entry. */
  const granted = (written: string) =>
    resolvedSources(written)
      .sources.filter(({ anonymity }) => anonymity !== null)
      .map(({ descriptor, anonymity }) => [descriptor, anonymity?.reasonClass])

  const cases: [written: string, expected: unknown][] = [
    [
      'Speaking on condition of anonymity for security reasons, {s1:a source} {c1:said} {k1:one}.',
      [['a source', 'safety-or-reprisal']],
    ],
    [
      '{k1:“One,”} {c1:said} {s1:a docker, who asked not to be named for fear of losing his job}.',
      [['a docker', 'job']],
    ],
    [
      '{s1:Jane Roe} {c1:said} {k1:one}. {s2:An aide} who was not authorized to speak publicly {c2:said} {k2:two}.',
      [['An aide', 'not-authorised']],
    ],
    [
      '{s1:A docker} {c1:said} {k1:one}. He spoke on condition of anonymity because he feared reprisals.',
      [['A docker', 'safety-or-reprisal']],
    ],
    [
      '{s1:A docker} {c1:said} {k1:one}.\n\n{s2:A clerk} {c2:said} {k2:two}. Both asked not to be named.',
      [
        ['A docker', 'not-given'],
        ['A clerk', 'not-given'],
      ],
    ],
    [
      '{s1:A docker} {c1:said} {k1:one}.\n\n{s2:A clerk} {c2:said} {k2:two}.\n\n{s3:Jane Roe} {c3:said} {k3:three}.\n\nAll the sources in this story spoke on condition of anonymity.',
      [
        ['A docker', 'not-given'],
        ['A clerk', 'not-given'],
      ],
    ],
    [
      '{s1:Two officials} {c1:said} {k1:one}. The officials spoke on condition of anonymity to discuss private talks.',
      [['Two officials', 'sensitive-talks']],
    ],
    ['{s1:Jane Roe} {c1:said} {k1:one}. She was not authorized to speak publicly.', []],
    ['{s1:A docker} {c1:said} {k1:one}.', []],
  ]
  it.each(cases)('%s', (written, expected) => {
    expect(granted(written)).toEqual(expected)
  })

  it('makes a pseudonym of a changed name', () => {
    const source = only('{s1:Min Park}, whose name has been changed for her safety, {c1:said} {k1:one}.')
    expect(source).toMatchObject({
      identification: 'pseudonym',
      anonymity: { reasonClass: 'safety-or-reprisal' },
    })
  })

  it('makes a card of an unnamed source that is told of without a statement', () => {
    const { sources } = resolvedSources('A second welder, who asked not to be named, showed the bolts.')
    expect(sources).toMatchObject([
      { descriptor: 'A second welder', anonymity: { reasonClass: 'not-given' } },
    ])
  })

  it.each([
    ['A girl, whom the Tern is not naming because she is a minor, waited in the snow.', 'A girl'],
    ['Mira, a pseudonym, has cooked at the clinic for six years.', 'Mira'],
    ['Jonas, who asked to be identified only by his first name, waited in the snow.', 'Jonas'],
  ])('knows from there on whom it presents: %s', (told, descriptor) => {
    const who = descriptor === 'Jonas' ? 'He' : 'She'
    const { sources, attributions } = resolvedSources(
      `{s1:A nurse} {c1:said} {k1:that beds were short}.\n\n${told} {s2:${who}} {c2:said} {k2:it was cold}.`,
    )
    expect(sources.find(({ id }) => id === attributions[1]?.sourceId)?.descriptor).toBe(descriptor)
  })
})
