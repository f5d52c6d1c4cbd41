import { bareSource } from '../../analysis/bare-source'
import type { Analysis, Attribution, Credit, Source } from '../../analysis/findings'
import { NO_FACTS } from '../../article/facts'
import type { Range } from '../../article/range'
import type { Correction, CorrectionAct } from '../correction'

/** A short report of an invented paper, with the findings that tests of corrections start from. */
export const TEXT = `Ellin, Tuesday: the cranes stand still
By Mara Holt
A harbour official said on Tuesday that the cranes were closed. "We had no choice," the official said.
Jon Vasey, who runs the dockers' union, told the Ellin Courier that nobody was warned.
"The cranes are sound," a man in the office said. He added that an inspection was due in late May.
Editing by P. Lund`

/** Where `words` stand for the `nth` time, counted from 0. */
export function at(words: string, nth = 0): Range {
  let start = TEXT.indexOf(words)
  for (let seen = 0; seen < nth; seen += 1) start = TEXT.indexOf(words, start + 1)
  if (start < 0) throw new Error(`not in the example: ${words}`)
  return [start, start + words.length]
}

function source(id: string, descriptor: string, more: Partial<Source>): Source {
  const descriptorRange = at(descriptor)
  const mentions = [descriptorRange]
  const identification = 'described-unnamed'
  return { ...bareSource({ id, identification, descriptor, descriptorRange, mentions }), ...more }
}

function statement(id: string, sourceId: string | null, words: Range | null, content: Range): Attribution {
  const directness = TEXT.charAt(content[0]) === '"' ? 'direct' : 'indirect'
  return { id, source: words && [words], cue: null, content: [content], sourceId, directness, rule: 'test' }
}

const official = source('s1', 'A harbour official', {
  role: 'official',
  when: 'on Tuesday',
  whenRange: at('on Tuesday'),
  mentions: [at('A harbour official'), at('the official')],
  joined: [{ mention: at('the official'), rule: 'definite-again' }],
})
const man = source('s2', 'a man in the office', {
  place: 'the office',
  mentions: [at('a man in the office'), at('He')],
  joined: [{ mention: at('He'), rule: 'pronoun' }],
})
const vasey = source('s3', 'Jon Vasey', { identification: 'named-person', addressee: 'the Ellin Courier' })

const credits: Credit[] = [
  { role: 'author', name: 'Mara Holt', range: at('Mara Holt'), lineRange: at('By Mara Holt'), picture: null },
  {
    role: 'editor',
    name: 'P. Lund',
    range: at('P. Lund'),
    lineRange: at('Editing by P. Lund'),
    picture: null,
  },
]

export const EXTRACTED: Analysis = {
  engine: 'test',
  pack: 'en',
  blockRoles: ['headline', 'byline', 'story', 'story', 'story', 'credit-line'],
  facts: {
    ...NO_FACTS,
    headline: {
      value: 'Ellin, Tuesday: the cranes stand still',
      assertedBy: 'extracted',
      range: [0, 38],
      from: 'text',
    },
  },
  byline: { words: 'By Mara Holt', range: at('By Mara Holt') },
  sources: [official, man, vasey],
  attributions: [
    statement('a1', 's1', at('A harbour official'), at('on Tuesday that the cranes were closed')),
    statement('a2', 's1', at('the official'), at('"We had no choice,"')),
    statement('a3', 's3', at('Jon Vasey'), at('that nobody was warned')),
    statement('a4', 's2', at('a man in the office'), at('"The cranes are sound,"')),
    statement('a5', 's2', at('He'), at('that an inspection was due in late May')),
  ],
  notices: [],
  credits,
  pictures: [],
  dates: [
    { words: 'Tuesday', range: at('Tuesday', 1), date: null },
    { words: 'late May', range: at('late May'), date: null },
  ],
}

/** Corrections with ids `c1`, `c2`, …, made one minute after the other. */
export function corrections(...acts: readonly CorrectionAct[]): Correction[] {
  return acts.map((act, index) => ({
    id: `c${index + 1}`,
    createdAt: `2026-01-01T00:${String(index).padStart(2, '0')}:00.000Z`,
    act,
  }))
}
