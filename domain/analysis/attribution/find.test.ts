import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Range } from '../../article/range'
import { type FoundAttribution, findAttributions } from './find'

const SEED = new URL('../../../../shared/seeds/000_71d6dece4c8f211b.txt', import.meta.url)

/** Runs of text between blank lines. */
function paragraphs(text: string): Range[] {
  return [...text.matchAll(/\S(?:[^\n]|\n(?!\s*\n))*/g)].map((match) => [
    match.index,
    match.index + match[0].trimEnd().length,
  ])
}

const found = (text: string, language: string | null = 'en') =>
  findAttributions(text, { story: paragraphs(text), language })

/** The words of an attribution, for reading. */
function words(text: string, { source, cue, content, directness }: FoundAttribution) {
  const of = (ranges: readonly Range[] | null) =>
    ranges?.map((range) => text.slice(...range)).join(' … ') ?? null
  return { source: of(source), cue: of(cue), content: of(content), directness }
}

const read = (text: string) => found(text).map((attribution) => words(text, attribution))

describe('findAttributions', () => {
  it('finds a direct quotation before its cue and source', () => {
    expect(read('“The ferries will not run before Friday,” said Ada Birch, the harbour master.')).toEqual([
      expect.objectContaining({
        source: expect.stringContaining('Ada Birch'),
        cue: 'said',
        content: '“The ferries will not run before Friday,”',
        directness: 'direct',
      }),
    ])
  })

  it('joins the two halves of a quotation around its cue', () => {
    const [first] = read('“We were ready,” Mr. Birch said. “Nobody told us to sail. We waited all night.”')
    expect(first).toMatchObject({ source: 'Mr. Birch', cue: 'said' })
    expect(first?.content).toContain('We were ready')
    expect(first?.content).toContain('Nobody told us to sail')
    expect(first?.content).toContain('We waited all night')
  })

  it('finds an indirect statement', () => {
    expect(read('Officials said that the bridge would stay closed until the spring.')).toEqual([
      {
        source: 'Officials',
        cue: 'said',
        content: 'that the bridge would stay closed until the spring',
        directness: 'indirect',
      },
    ])
  })

  it('finds who an "according to" names', () => {
    const [only] = read('The bridge will stay closed until spring, according to two officials at the port.')
    expect(only).toMatchObject({ source: 'two officials at the port', cue: 'according to' })
    expect(only?.content).toContain('The bridge will stay closed')
  })

  it('tells a statement that is quoted in part', () => {
    expect(read('The mayor said the plan was “a gift to nobody” and would be dropped.')[0]).toMatchObject({
      source: 'The mayor',
      directness: 'mixed',
    })
  })

  it('reads straight and doubled marks as it reads curly ones', () => {
    for (const [open, close] of [
      ['“', '”'],
      ['"', '"'],
      ["''", "''"],
    ]) {
      const text = `${open}The ferries will not run before Friday,${close} the harbour master said.`
      expect(read(text)).toEqual([
        expect.objectContaining({ source: 'the harbour master', directness: 'direct' }),
      ])
    }
  })

  it('gives a whole quotation to nobody when nobody is said to have spoken', () => {
    const text =
      'The harbour was closed.\n\n“We have waited for three days and nobody has told us why we wait.”'
    expect(read(text)).toEqual([
      { source: null, cue: null, content: expect.stringContaining('We have waited'), directness: 'direct' },
    ])
  })

  it('takes words at arm’s length for no statement', () => {
    expect(read('The so-called “free port” of the old town lies empty.')).toEqual([])
  })

  it('finds quotation marks only in a language without a pack', () => {
    const text = 'Der Hafen bleibt zu. „Wir warten seit drei Tagen“, sagte der Hafenmeister.'
    expect(found(text, 'de')).toEqual([
      expect.objectContaining({ source: null, cue: null, rule: 'quotation' }),
    ])
  })

  it('names what it rests on', () => {
    expect(found('Officials said that the bridge would stay closed.')[0]?.rule).toMatch(
      /^learned:say:[01]\.\d\d$/,
    )
  })
})

const FRAGMENTS = [
  '“',
  '”',
  '"',
  "'",
  '‘',
  '’',
  "''",
  '«',
  '»',
  '„',
  '(',
  ')',
  '—',
  ':',
  ',',
  '.',
  '?',
  '!',
  '\n\n',
  '\n',
  ' ',
  '\t',
  '\u00a0',
  'said',
  'told',
  'Ada Birch',
  'according to',
  'the officials',
  'that',
  'WARNED',
  'believes',
  'if (x) { return }',
  '| a | b |',
  '한국어',
  '😀',
]
const junk = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 120 }).map((parts) => parts.join(' '))
const glued = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 120 }).map((parts) => parts.join(''))

describe('whatever the text', () => {
  it('keeps ranges inside it, in order, and source, cue and content apart', () => {
    fc.assert(
      fc.property(fc.oneof(junk, glued, fc.string({ unit: 'binary', maxLength: 300 })), (text) => {
        for (const { source, cue, content } of found(text)) {
          expect(content.length).toBeGreaterThan(0)
          const all = [...(source ?? []), ...(cue ?? []), ...content]
          for (const ranges of [source ?? [], cue ?? [], content]) {
            ranges.forEach(([start, end], n) => {
              expect(start).toBeGreaterThanOrEqual(ranges[n - 1]?.[1] ?? 0)
              expect(end).toBeGreaterThan(start)
              expect(end).toBeLessThanOrEqual(text.length)
            })
          }
          all.sort((a, b) => a[0] - b[0])
          all.forEach((range, n) => {
            expect(range[0]).toBeGreaterThanOrEqual(all[n - 1]?.[1] ?? 0)
          })
        }
      }),
      { numRuns: 150 },
    )
  })

  it('finds the same again', () => {
    fc.assert(
      fc.property(junk, (text) => {
        expect(found(text)).toEqual(found(text))
      }),
      { numRuns: 40 },
    )
  })
})

describe.skipIf(!existsSync(SEED))('the seed article (skipped where ../shared/seeds is absent)', () => {
  const text = existsSync(SEED) ? readFileSync(SEED, 'utf8') : ''
  const all = existsSync(SEED) ? read(text) : []
  const by = (source: RegExp) => all.filter((attribution) => source.test(attribution.source ?? ''))

  it('gives two direct quotations to the bare source', () => {
    const quotations = by(/^(?:a|the) source$/i)
    expect(quotations).toHaveLength(2)
    for (const quotation of quotations) expect(quotation.directness).toBe('direct')
  })

  it('finds the described, unnamed officials', () => {
    expect(by(/Officials at the Dalian branch/)).toEqual([expect.objectContaining({ directness: 'direct' })])
    expect(by(/state security agents in Dandong/)).toEqual([
      expect.objectContaining({ directness: 'direct', cue: expect.stringContaining('emphasized') }),
    ])
    expect(by(/Chinese anti-espionage officials/).map(({ cue, directness }) => [cue, directness])).toEqual([
      [expect.stringContaining('warned'), 'indirect'],
      [expect.stringContaining('urged'), 'indirect'],
    ])
  })

  it('leaves the last quotation to nobody', () => {
    expect(all.filter(({ source, cue }) => source === null && cue === null)).toEqual([
      expect.objectContaining({ content: expect.stringMatching(/^“Even though/), directness: 'direct' }),
    ])
  })
})
