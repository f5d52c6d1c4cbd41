import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Range, wordsAt } from '../../article/range'
import { findAttributions } from './find'

const paragraphs = (text: string): Range[] =>
  [...text.matchAll(/\S(?:[^\n]|\n(?!\s*\n))*/g)].map(({ 0: words, index }) => [
    index,
    index + words.trimEnd().length,
  ])

const found = (text: string) => findAttributions(text, { story: paragraphs(text), language: 'en' })
const sourcesOf = (text: string) =>
  found(text).flatMap(({ source }) => source?.map((range) => wordsAt(text, range)) ?? [])

/** What is no prose, and in which nobody says anything. */
const SILENT: Readonly<Record<string, string>> = {
  'a table': `| Quay | Boats | Tonnes |\n| --- | --- | --- |\n${'| North | 12 | 340 |\n| South | 9 | 125 |\n'.repeat(40)}`,
  'tabs and numbers': 'Berth\tDepth\tDraught\n1\t9.4\t8.1\n2\t7.0\t6.5\n'.repeat(60),
  code: `const quay = (boats: Boat[]) => {\n  if (boats.length === 0) return "none";\n  return boats.map((b) => b.name).join(", ");\n};\n`.repeat(
    40,
  ),
  'mark-up': '<div class="quay"><a href="#one">One</a><span>&nbsp;</span></div>\n'.repeat(80),
  'a poem': `Grey water under the grey wall,\nthree gulls, a rope, no boat at all.\n\nThe tide comes in, the tide goes out,\na bucket rolls and rolls about.`,
  'words without sentences': 'rope tar salt anchor chain bucket sail mast keel rudder net buoy '.repeat(300),
  'one endless word': 'a'.repeat(200_000),
  'nothing but marks': '“”"\'’‘«»„'.repeat(20_000),
  'a megabyte of quotation marks': '"'.repeat(1_000_000),
  'a megabyte of opening marks': '“'.repeat(1_000_000),
  'marks in pairs': '“ ” " " '.repeat(50_000),
  emoji: '😀👩‍👩‍👧 🚢 '.repeat(5_000),
  'blank lines': '\n \n\t\n'.repeat(50_000),
}

describe('what is no prose', () => {
  for (const [name, text] of Object.entries(SILENT)) {
    it(`invents no source in ${name}`, () => {
      expect(sourcesOf(text)).toEqual([])
    }, 60_000)
  }
})

describe('prose that is out of shape', () => {
  it('reads capitals throughout', () => {
    expect(sourcesOf('THE FERRIES WILL NOT RUN BEFORE FRIDAY, THE HARBOUR MASTER SAID.')).toEqual([
      'THE HARBOUR MASTER',
    ])
  })

  it('does not let a mark that is never closed swallow the next paragraph', () => {
    const text =
      '“We have waited for three days, said the harbour master.\n\nThe mayor said that the quay would open on Friday.'
    const second = text.indexOf('The mayor')
    const statement = found(text).find(({ cue }) => (cue?.[0]?.[0] ?? 0) > second)
    expect(statement?.source?.map((range) => wordsAt(text, range))).toEqual(['The mayor'])
    expect(statement?.content.every(([start]) => start > second)).toBe(true)
  })

  it('reads an English statement between paragraphs of other languages', () => {
    const text =
      'Der Hafen bleibt heute zu.\n\nThe mayor said that the quay would open on Friday.\n\n항구는 오늘 닫혀 있다.'
    expect(sourcesOf(text)).toEqual(['The mayor'])
  })
})

/** Processor time in milliseconds: what else the machine does is not counted. */
function timeOf(text: string): number {
  const started = process.cpuUsage()
  findAttributions(text, { story: [[0, text.length]], language: 'en' })
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1000
}

describe('cost', () => {
  const UNIT = 4_000
  const TIMES = 8
  /** A cost that grows with the square would be 64 times as high. */
  const MOST = TIMES * 3
  /** Below it the clock is too coarse for a ratio. */
  const LEAST = 20

  for (const piece of [
    '"',
    '“',
    '" ',
    "' said ",
    '“SAID “',
    'he said ',
    'he said "',
    'that said who, ',
    'if (a) { b() }\n',
    '| said | “a” | told |\n',
    'The mayor said that the quay would open. ',
    '“Wait,” he said. “No. ',
  ]) {
    it(`grows no faster than the text of ${JSON.stringify(piece)} repeated`, () => {
      timeOf(piece.repeat(UNIT))
      const once = Math.max(LEAST, timeOf(piece.repeat(UNIT)))
      expect(timeOf(piece.repeat(UNIT * TIMES)) / once).toBeLessThan(MOST)
    }, 120_000)
  }
})

const SPEECH = ['said', 'told', 'warned that', 'according to', 'believes', ':', '“', '”', '"', "''", '‘', '’']
const noise = fc
  .array(
    fc.oneof(fc.constantFrom(...SPEECH, '\n\n', '…', '—', '(', '%', '12', '$'), fc.string({ maxLength: 8 })),
    {
      maxLength: 80,
    },
  )
  .map((parts) => parts.join(' '))

describe('whatever the text', () => {
  it('gives no source without a word in it', () => {
    fc.assert(
      fc.property(noise, (text) => {
        for (const words of sourcesOf(text)) expect(words).toMatch(/[\p{L}\p{N}]/u)
      }),
      { numRuns: 200 },
    )
  })
})
