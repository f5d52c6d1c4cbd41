import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Analysis, SourceCount } from '../analysis/findings'
import { anchorAt } from '../annotation/anchoring'
import type { Range } from '../article/range'
import { applyCorrections } from './apply'
import { changesBetween } from './changes-between'
import type { Correction, CorrectionAct, SourceChange, Target } from './correction'
import { creditTarget, sourceTarget, statementTarget } from './targets'
import { corrections, EXTRACTED, TEXT } from './testing/example'

const RUNS = 400

const made = fc.integer({ min: 1, max: 6 }).map((nth): Target => ({ kind: 'made', by: `c${nth}` }))
const known = <T>(targets: readonly (T | null)[]) =>
  fc.constantFrom(...targets.flatMap((each) => (each === null ? [] : [each])))
const source = fc.oneof(
  {
    weight: 4,
    arbitrary: known(EXTRACTED.sources.map((each) => sourceTarget(EXTRACTED.sources, each, TEXT))),
  },
  { weight: 1, arbitrary: made },
)
const statement = fc.oneof(
  {
    weight: 4,
    arbitrary: known(
      EXTRACTED.attributions.map((each) => statementTarget(EXTRACTED.attributions, each, TEXT)),
    ),
  },
  { weight: 1, arbitrary: made },
)
const credit = known(EXTRACTED.credits.map((each) => creditTarget(each, TEXT)))
const anchor = fc
  .tuple(fc.nat(TEXT.length - 1), fc.integer({ min: 1, max: 60 }))
  .map(([start, length]) => anchorAt(TEXT, [start, Math.min(TEXT.length, start + length)]))
const words = fc.constantFrom('on Tuesday', 'He', 'the docks', 'Mara Holt')

const change: fc.Arbitrary<SourceChange> = fc.oneof(
  fc.record({ field: fc.constantFrom('role', 'when', 'reason', 'motive'), value: fc.option(words) }),
  fc.record({ field: fc.constant('descriptor'), value: words }),
  fc.record({ field: fc.constant('reasonClass'), value: fc.constantFrom('job', 'other', null) }),
  fc.record({ field: fc.constant('count'), value: fc.constantFrom<SourceCount>('one', 2, 7) }),
)
const act: fc.Arbitrary<CorrectionAct> = fc.oneof(
  fc.record({ kind: fc.constant('set-source-field'), source, change }),
  fc.record({
    kind: fc.constant('set-fact'),
    field: fc.constantFrom('headline', 'byline', 'published', 'publisher'),
    value: fc.option(fc.constantFrom('2025-06-05', 'Mara Holt')),
  }),
  fc.record({
    kind: fc.constant('change-credit'),
    credit,
    change: fc.record({ field: fc.constant('name'), value: words }),
  }),
  fc.record({ kind: fc.constant('add-credit'), role: fc.constantFrom('editor', 'author'), name: words }),
  fc.record({ kind: fc.constant('join-sources'), source, into: source }),
  fc.record({
    kind: fc.constant('split-source'),
    source,
    statements: fc.array(statement, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({ kind: fc.constant('move-statement'), statement, to: fc.option(source) }),
  fc.record({
    kind: fc.constant('mark-false'),
    finding: fc.oneof(
      fc.record({ kind: fc.constant('statement'), statement }),
      fc.record({ kind: fc.constant('source'), source }),
      fc.record({ kind: fc.constant('credit'), credit }),
      fc.record({ kind: fc.constant('date'), anchor }),
    ),
  }),
  fc.record({
    kind: fc.constant('add-statement'),
    content: anchor,
    by: fc.option(
      fc.oneof(
        fc.record({ kind: fc.constant('source'), source }),
        fc.record({ kind: fc.constant('words'), anchor, identification: fc.constant('organisation') }),
      ),
    ),
    directness: fc.constant('indirect'),
  }),
) as fc.Arbitrary<CorrectionAct>
const list = fc.array(act, { maxLength: 8 }).map((acts) => corrections(...acts))

const apply = (of: readonly Correction[], to: Analysis = EXTRACTED) => applyCorrections(to, of, TEXT)

function rangesOf(analysis: Analysis): Range[] {
  const maybe = [
    ...analysis.sources.flatMap((each) => [
      each.descriptorRange,
      each.addresseeRange,
      each.whenRange,
      each.motiveRange,
      each.anonymity?.reasonRange,
      ...each.mentions,
      ...each.joined.map(({ mention }) => mention),
    ]),
    ...analysis.attributions.flatMap((each) => [...(each.source ?? []), ...each.content]),
    ...analysis.credits.map(({ range }) => range),
    analysis.byline?.range,
  ]
  return maybe.filter((range) => range !== null && range !== undefined)
}

describe('any corrections', () => {
  it('none are the extraction itself', () => {
    expect(apply([]).analysis).toBe(EXTRACTED)
  })

  it('keep every range inside the text, every id its own, every statement of a source that is there', () => {
    fc.assert(
      fc.property(list, (given) => {
        const { analysis } = apply(given)
        for (const [start, end] of rangesOf(analysis)) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(TEXT.length)
        }
        const sources = analysis.sources.map(({ id }) => id)
        const statements = analysis.attributions.map(({ id }) => id)
        expect(new Set(sources).size).toBe(sources.length)
        expect(new Set(statements).size).toBe(statements.length)
        for (const { sourceId } of analysis.attributions)
          if (sourceId !== null) expect(sources).toContain(sourceId)
        for (const { content, source: named } of analysis.attributions) {
          for (const [start, end] of content)
            for (const [from, to] of named ?? []) expect(end <= from || to <= start).toBe(true)
        }
        const starts = analysis.attributions.map(({ content }) => content[0]?.[0] ?? 0)
        expect(starts).toEqual([...starts].sort((a, b) => a - b))
      }),
      { numRuns: RUNS },
    )
  })

  it('lose none: each was applied or is dangling, in the order given', () => {
    fc.assert(
      fc.property(list, (given) => {
        const { applied, dangling } = apply(given)
        const ids = [...applied.map(({ correction }) => correction.id), ...dangling.map(({ id }) => id)]
        expect(ids.sort()).toEqual(given.map(({ id }) => id).sort())
      }),
      { numRuns: RUNS },
    )
  })

  it('leave the extraction as it was, and taking the last away gives the state before it', () => {
    fc.assert(
      fc.property(list, act, (given, last) => {
        const before = structuredClone(EXTRACTED)
        const state = apply(given).analysis
        apply([...given, { id: 'last', createdAt: '', act: last }])
        expect(apply(given).analysis).toEqual(state)
        expect(EXTRACTED).toEqual(before)
      }),
      { numRuns: RUNS },
    )
  })

  it('of fields, facts and credits stand in any order, where no two are of one field', () => {
    const fields = fc.record({ kind: fc.constant('set-source-field'), source, change })
    const facts = fc.record({
      kind: fc.constant('set-fact'),
      field: fc.constantFrom('headline', 'published', 'publisher'),
      value: fc.constantFrom('2025-06-05', null),
    })
    const apart = fc
      .uniqueArray(fc.oneof(fields, facts) as fc.Arbitrary<CorrectionAct>, {
        maxLength: 6,
        selector: (each) =>
          each.kind === 'set-source-field'
            ? JSON.stringify([each.source, groupOf(each.change.field)])
            : JSON.stringify(each.kind === 'set-fact' ? each.field : each),
      })
      .map((acts) => corrections(...acts))
    fc.assert(
      fc.property(apart, fc.nat(), (given, seed) => {
        const other = [...given].sort(
          (a, b) => ((a.id.charCodeAt(1) * 7 + seed) % 5) - ((b.id.charCodeAt(1) * 7 + seed) % 5),
        )
        expect(apply(other).analysis).toEqual(apply(given).analysis)
      }),
      { numRuns: RUNS },
    )
  })

  it('are changes that can be told, and the same analysis twice tells none', () => {
    fc.assert(
      fc.property(list, (given) => {
        const { analysis } = apply(given)
        expect(changesBetween(analysis, analysis, TEXT)).toEqual([])
      }),
      { numRuns: RUNS },
    )
  })
})

/** Fields that speak of one thing: the class and the words of a ground; words whose place depends on the descriptor's. */
function groupOf(field: SourceChange['field']): string {
  return field === 'reason' || field === 'reasonClass' ? 'anonymity' : field === 'count' ? field : 'words'
}
