import { describe, expect, it } from 'vitest'
import { resolvedSources } from '../testing/marked'

/** Whom the last statement rests on, by the descriptor of its card; null when it has none. */
function lastSource(written: string): string | null {
  const { sources, attributions } = resolvedSources(written)
  const id = attributions.at(-1)?.sourceId
  return sources.find((source) => source.id === id)?.descriptor ?? null
}

describe('whom "he" and "she" mean', () => {
  it.each([
    [
      'who spoke, and not who was spoken of',
      '{s1:Henry Voss} {c1:said} {k1:the pier of Oscar Lund had sunk}. {s2:He} {c2:added} {k2:two}.',
      'Henry Voss',
    ],
    [
      'with whom the sentence begins',
      'Henry Voss met Oscar Lund on the pier. {s1:He} {c1:said} {k1:one}.',
      'Henry Voss',
    ],
    [
      'the one of that gender',
      'Henry Voss met Clara Lund on the pier. {s1:She} {c1:said} {k1:one}.',
      'Clara Lund',
    ],
    [
      'the one whom a form of address tells',
      'Mr. Quillan met Ms. Quayle. Tarn Quayle and Fenn Quillan argued. {s1:She} {c1:said} {k1:one}.',
      'Tarn Quayle',
    ],
    [
      'nobody who is only named inside a quotation',
      '{s1:Henry Voss} {c1:spoke}: {k1:“Oscar Lund will pay.”} {s2:He} {c2:added} {k2:two}.',
      'Henry Voss',
    ],
    [
      'nobody of whom the statement itself tells',
      '{s1:Henry Voss} {c1:said} {k1:one}.\n\n{k2:Oscar Lund had sold the pier}, {s2:he} {c2:said}.',
      'Henry Voss',
    ],
    [
      'nobody who is named behind the same pronoun',
      'Henry Voss won. But he mocked Oscar Lund, whom {s1:he} {c1:called} {k1:slow}.',
      'Henry Voss',
    ],
    [
      'who comes behind the clause',
      '{s1:Oscar Lund} {c1:said} {k1:one}. Even as {s2:he} {c2:praised} {k2:the pier}, Henry Voss left.',
      'Henry Voss',
    ],
    [
      'the spokeswoman',
      '{s1:A spokeswoman} {c1:said} {k1:one}. {s2:She} {c2:added} {k2:two}.',
      'A spokeswoman',
    ],
    ['no spokeswoman', '{s1:A spokeswoman} {c1:said} {k1:one}. {s2:He} {c2:added} {k2:two}.', null],
    ['no community', '{s1:The community} {c1:said} {k1:one}. {s2:He} {c2:added} {k2:two}.', null],
    ['no man', '{s1:Louis Amsel} {c1:said} {k1:one}. {s2:She} {c2:added} {k2:two}.', null],
    ['no medal', 'The crew kept a replica Copper Anchor. {s1:She} {c1:said} {k1:one}.', null],
    [
      'nobody, when a role goes before the name',
      'The former mayor has fallen behind Henry Voss. {s1:He} {c1:said} {k1:one}.',
      null,
    ],
    [
      'nobody, when two are named alike',
      'On the pier stood Henry Voss and Oscar Lund. {s1:He} {c1:said} {k1:one}.',
      null,
    ],
  ])('%s', (_, written, descriptor) => {
    expect(lastSource(written)).toBe(descriptor)
  })
})

describe('whom "who" means', () => {
  it.each([
    ['the plural before it', 'Henry Voss warned dockers {s1:who} {c1:said} {k1:one}.', 'dockers'],
    [
      'the person to whom the words before it are an apposition',
      'It rained on Henry Voss, a trader, {s1:who} {c1:said} {k1:one}.',
      'Henry Voss',
    ],
    ['the name before it', 'It rained on Henry Voss, {s1:who} {c1:said} {k1:one}.', 'Henry Voss'],
    ['none of several', 'Dockers such as Henry Voss, {s1:who} are {c1:said to think} {k1:one}.', null],
  ])('%s', (_, written, descriptor) => {
    expect(lastSource(written)).toBe(descriptor)
  })
})

describe('names', () => {
  it('do not take the mentions of a namesake', () => {
    const { sources } = resolvedSources(
      '{s1:Jane Roe} {c1:said} {k1:one}. Bill Roe left. {s2:Roe} {c2:said} {k2:two}.',
    )
    expect(sources.map(({ mentions }) => mentions.length)).toEqual([2])
  })

  it('are one mention of one source when two statements rest on the same words', () => {
    const { sources } = resolvedSources(
      '{s1:{s2:A crane driver}} {c1:said} {k1:it fell} and {c2:denied} {k2:it leaked}.',
    )
    expect(sources.map(({ descriptor }) => descriptor)).toEqual(['A crane driver'])
  })

  it.each([
    ['Wall Street', 'organisation'],
    ['The Salt Coast Republican', 'described-unnamed'],
    ['coastal Republicans', 'described-unnamed'],
    ['House Speaker Jane Roe', 'named-person'],
    ['FBI Director Jane Roe', 'named-person'],
    ['a worker named Jane Roe', 'named-person'],
    ['his speech', 'document'],
    ['early results of the count', 'document'],
  ])('%s: %s', (mention, identification) => {
    const { sources } = resolvedSources(`{s1:${mention}} {c1:said} {k1:one}.`)
    expect(sources.map((source) => source.identification)).toEqual([identification])
  })

  it.each([
    'Only',
    'About half of the voters',
    'Large majorities of dockers',
    '4 in 10 dockers',
    'The dispute',
    'This dynamic of strife',
    'Virtually no one',
  ])('%s is nobody', (mention) => {
    expect(resolvedSources(`{s1:${mention}} {c1:said} {k1:one}.`).sources).toEqual([])
  })
})
