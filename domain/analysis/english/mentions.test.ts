import { expect, it } from 'vitest'
import { wordsAt } from '../../article/range'
import { resolvedSources } from '../testing/marked'

function mentionsOf(written: string): string[][] {
  const { text, sources } = resolvedSources(written)
  return sources.map(({ mentions }) => mentions.map((range) => wordsAt(text, range)))
}

it('finds a name again where nobody speaks', () => {
  expect(
    mentionsOf('{s1:Jane Roe} {c1:said} {k1:it fell}. The board met Roe on Monday, and Jane Roe left.'),
  ).toEqual([['Jane Roe', 'Roe', 'Jane Roe']])
})

it('finds "the source" again when only one is called so', () => {
  expect(mentionsOf('{s1:A source} {c1:said} {k1:it fell}. The source, a welder, left.')).toEqual([
    ['A source', 'The source'],
  ])
  expect(
    mentionsOf(
      '{s1:A source} {c1:said} {k1:it fell}. {s2:Another source} {c2:said} {k2:no}. The source left.',
    ),
  ).toEqual([['A source'], ['Another source']])
})

it('gives a surname of two sources to neither', () => {
  expect(
    mentionsOf('{s1:Jane Roe} {c1:said} {k1:one}. {s2:Max Roe} {c2:said} {k2:two}. A street is named Roe.'),
  ).toEqual([['Jane Roe'], ['Max Roe']])
})
