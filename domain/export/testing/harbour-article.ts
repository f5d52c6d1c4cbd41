import type { Capture } from '../../article/capture'
import { at, captureOf, factsOf, sourceOf, told } from './invented-capture'

export const HARBOUR_TITLE = 'Harbour fees to rise “by half”, officials say'

/** An invented report with a little of everything: a described source with a stated reason, a named one, no one. */
export function harbourArticle(): Capture {
  const capture = captureOf([
    { text: 'A lighthouse seen from the harbour', role: 'picture' },
    { text: HARBOUR_TITLE, kind: 'heading', level: 1, role: 'headline' },
    { text: 'Skippers say they were never asked.', role: 'standfirst' },
    { text: 'By Mina Okafor', role: 'byline' },
    {
      text: 'SALTMOOR — Fees will *double*, a harbour clerk told the Courier on Monday, asking not to be named for fear of losing work.',
    },
    { text: 'The catch', kind: 'heading', level: 3, role: 'subhead' },
    { text: '“Nobody asked us,” said Jonas Feld, who mends nets.\n\n1. Not a list.' },
    { text: 'boats', kind: 'list-item', level: 1 },
    { text: 'nets', kind: 'list-item', level: 2 },
    { text: 'Old fees were fair.', kind: 'quotation' },
    { text: 'So were old nets.', kind: 'quotation' },
    { text: 'Boat\tFee\nskiff | small\t2\ncutter\t', kind: 'table' },
    { text: '  kept   as it is\n\n# even this', kind: 'preformatted' },
    { text: 'Names of workers are withheld for their safety.', role: 'notice' },
  ])
  const marks: Capture['marks'] = [
    { kind: 'strong', range: at(capture, 'a harbour clerk told ') },
    { kind: 'link', range: at(capture, 'Jonas Feld'), href: 'https://courier.example/jonas\u202E feld' },
    { kind: 'link', range: at(capture, 'mends nets'), href: 'javascript:alert(1)' },
  ]
  return { ...capture, marks, analysis: { ...capture.analysis, ...findings(capture) } }
}

function findings(capture: Capture): Partial<Capture['analysis']> {
  const statement = { cue: null, rule: 'test' } as const
  const notice = at(capture, 'Names of workers are withheld for their safety.')
  const byline = at(capture, 'By Mina Okafor')
  return {
    facts: factsOf({
      headline: told(HARBOUR_TITLE),
      publisher: told('Saltmoor Courier'),
      language: told('en'),
      dateline: told('SALTMOOR'),
      url: told('https://courier.example/fees'),
      alternates: [
        { language: 'cy', relation: 'original', label: null, url: 'https://courier.example/cy/fees' },
      ],
    }),
    byline: { words: 'By Mina Okafor', range: byline },
    sources: [
      sourceOf({
        id: 's1',
        descriptor: 'a harbour clerk',
        identification: 'described-unnamed',
        addressee: 'the Courier',
        when: 'on Monday',
        anonymity: {
          grant: 'asking not to be named',
          grantRange: null,
          reasonClass: 'job',
          reason: 'for fear of losing work',
          reasonRange: null,
        },
      }),
      sourceOf({ id: 's2', descriptor: 'Jonas Feld', identification: 'named-person', role: 'mends nets' }),
    ],
    attributions: [
      {
        ...statement,
        id: 'a1',
        source: [at(capture, 'a harbour clerk')],
        content: [at(capture, 'Fees will *double*')],
        sourceId: 's1',
        directness: 'indirect',
      },
      {
        ...statement,
        id: 'a2',
        source: [at(capture, 'Jonas Feld')],
        content: [at(capture, '“Nobody asked us,”')],
        sourceId: 's2',
        directness: 'direct',
      },
      {
        ...statement,
        id: 'a3',
        source: null,
        content: [at(capture, 'Old fees were fair.')],
        sourceId: null,
        directness: 'direct',
      },
    ],
    credits: [
      { role: 'author', name: 'Mina Okafor', range: byline, lineRange: byline, picture: null },
      { role: 'translator', name: 'Ifor Pugh', range: null, lineRange: null, picture: null },
      { role: 'editor', name: 'Ada Lindqvist', range: null, lineRange: null, picture: null },
    ],
    pictures: [
      {
        alt: 'A lighthouse seen from the harbour',
        caption: null,
        credit: 'Courier',
        photographer: null,
        filePhoto: true,
        date: 'May 2024',
        place: null,
        range: null,
        src: null,
      },
    ],
    notices: [
      {
        kind: 'anonymous-sources',
        range: notice,
        reason: 'for their safety',
        reasonRange: null,
        reasonClass: 'safety-or-reprisal',
      },
    ],
  }
}
