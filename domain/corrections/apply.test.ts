import { describe, expect, it } from 'vitest'
import type { Analysis, Source } from '../analysis/findings'
import { sourcingSummary } from '../analysis/summary'
import { anchorAt } from '../annotation/anchoring'
import { wordsAt } from '../article/range'
import { applyCorrections } from './apply'
import type { CorrectionAct, SourceChange, Target } from './correction'
import { creditTarget, sourceTarget, statementTarget } from './targets'
import { at, corrections, EXTRACTED, TEXT } from './testing/example'

const source = (id: string): Target => {
  const found = EXTRACTED.sources.find((each) => each.id === id)
  const target = found ? sourceTarget(EXTRACTED.sources, found, TEXT) : null
  if (target === null) throw new Error(`no source ${id}`)
  return target
}
const statement = (id: string): Target => {
  const found = EXTRACTED.attributions.find((each) => each.id === id)
  const target = found ? statementTarget(EXTRACTED.attributions, found, TEXT) : null
  if (target === null) throw new Error(`no statement ${id}`)
  return target
}
const credit = (index: number) => {
  const found = EXTRACTED.credits[index]
  if (found === undefined) throw new Error(`no credit ${index}`)
  return creditTarget(found, TEXT)
}
const made = (by: string): Target => ({ kind: 'made', by })
const applied = (...acts: CorrectionAct[]) => applyCorrections(EXTRACTED, corrections(...acts), TEXT)
const set = (id: string, change: SourceChange): CorrectionAct => ({
  kind: 'set-source-field',
  source: source(id),
  change,
})
const sourceIn = (analysis: Analysis, id: string) => analysis.sources.find((each) => each.id === id)
const ownersOf = (analysis: Analysis) => analysis.attributions.map((each) => `${each.id}:${each.sourceId}`)

describe('a field of a source', () => {
  it('is the reader’s, and what was extracted is kept beside it', () => {
    const {
      analysis,
      applied: done,
      dangling,
    } = applied(set('s1', { field: 'role', value: 'harbour master' }))
    expect(sourceIn(analysis, 's1')?.role).toBe('harbour master')
    expect(done).toMatchObject([{ subject: { kind: 'source', id: 's1' }, extracted: 'official' }])
    expect(dangling).toEqual([])
    expect(sourceIn(EXTRACTED, 's1')?.role).toBe('official')
  })

  it.each<[SourceChange, Partial<Source>]>([
    [{ field: 'identification', value: 'pseudonym' }, { identification: 'pseudonym' }],
    [{ field: 'count', value: 3 }, { count: 3 }],
    [{ field: 'attributionLevel', value: 'background' }, { attributionLevel: 'background' }],
    [{ field: 'basisOfKnowledge', value: 'witnessed' }, { basisOfKnowledge: 'witnessed' }],
    [{ field: 'corroboration', value: 'documents' }, { corroboration: 'documents' }],
    [{ field: 'affiliation', value: 'Port of Ellin' }, { affiliation: 'Port of Ellin' }],
    [{ field: 'place', value: 'Ellin' }, { place: 'Ellin' }],
    [
      { field: 'motive', value: 'a grudge' },
      { motive: 'a grudge', motiveRange: null },
    ],
  ])('can be %j', (change, expected) => {
    expect(sourceIn(applied(set('s1', change)).analysis, 's1')).toMatchObject(expected)
  })

  it('rests on the text where its words stand there, at the nearest place', () => {
    const { analysis } = applied(set('s2', { field: 'when', value: 'late May' }))
    expect(sourceIn(analysis, 's2')?.whenRange).toEqual(at('late May'))
  })

  it('may be a ground for anonymity that the engine missed, and may be taken away again', () => {
    const given = applied(set('s2', { field: 'reason', value: 'for fear of his job' }))
    expect(sourceIn(given.analysis, 's2')?.anonymity).toMatchObject({
      reason: 'for fear of his job',
      reasonRange: null,
      reasonClass: 'other',
    })
    const classed = applied(
      set('s2', { field: 'reasonClass', value: 'job' }),
      set('s2', { field: 'reasonClass', value: null }),
    )
    expect(sourceIn(classed.analysis, 's2')?.anonymity).toBeNull()
  })

  it('is that of the right one of two sources which the same words describe, whatever their order', () => {
    const twins = EXTRACTED.sources.flatMap((each) =>
      each.id === 's1' ? [{ ...each, id: 's9', role: null }, each] : [each],
    )
    const [ninth] = twins
    const act = ninth && sourceTarget(twins, ninth, TEXT)
    if (!act) throw new Error('no target')
    const list = corrections({
      kind: 'set-source-field',
      source: act,
      change: { field: 'role', value: 'pilot' },
    })
    for (const sources of [twins, twins.toReversed()]) {
      const { analysis } = applyCorrections({ ...EXTRACTED, sources }, list, TEXT)
      expect([sourceIn(analysis, 's9')?.role, sourceIn(analysis, 's1')?.role]).toEqual(['pilot', 'official'])
    }
  })

  it('is found by any mention of a source whose words another engine chose otherwise', () => {
    const other = EXTRACTED.sources.map((each) =>
      each.id === 's1' ? { ...each, descriptor: 'the official', descriptorRange: at('the official') } : each,
    )
    const act = set('s1', { field: 'role', value: 'harbour master' })
    const { analysis } = applyCorrections({ ...EXTRACTED, sources: other }, corrections(act), TEXT)
    expect(sourceIn(analysis, 's1')?.role).toBe('harbour master')
  })
})

describe('joining and splitting', () => {
  const join: CorrectionAct = { kind: 'join-sources', source: source('s2'), into: source('s1') }

  it('gives the statements and mentions of one source to the other, by the reader’s rule', () => {
    const { analysis, applied: done } = applied(join)
    expect(analysis.sources.map(({ id }) => id)).toEqual(['s1', 's3'])
    expect(ownersOf(analysis)).toEqual(['a1:s1', 'a2:s1', 'a3:s3', 'a4:s1', 'a5:s1'])
    const joined = sourceIn(analysis, 's1')
    expect(joined?.joined.at(-1)).toEqual({ mention: at('a man in the office'), rule: 'reader' })
    expect(joined?.mentions.map((range) => wordsAt(TEXT, range))).toEqual([
      'A harbour official',
      'the official',
      'a man in the office',
      'He',
    ])
    expect(joined).toMatchObject({ role: 'official', place: 'the office' })
    expect(done[0]?.extracted).toBe('a man in the office')
  })

  it('a field that was set on the joined source has no card of its own any more', () => {
    const { applied: done, dangling } = applied(set('s2', { field: 'role', value: 'clerk' }), join)
    expect(done[0]?.subject).toEqual({ kind: 'none' })
    expect(dangling).toEqual([])
  })

  it('splits a statement off into a new source, which can be corrected like any other', () => {
    const { analysis } = applied(
      { kind: 'split-source', source: source('s2'), statements: [statement('a5')] },
      { kind: 'set-source-field', source: made('c1'), change: { field: 'role', value: 'inspector' } },
    )
    expect(sourceIn(analysis, 'r-c1')).toMatchObject({ descriptor: 'He', role: 'inspector', place: null })
    expect(ownersOf(analysis).slice(3)).toEqual(['a4:s2', 'a5:r-c1'])
    expect(sourceIn(analysis, 's2')?.mentions).toEqual([at('a man in the office')])
    expect(sourceIn(analysis, 's2')?.joined).toEqual([])
  })

  it('weighs the sources anew', () => {
    const { analysis } = applied({ kind: 'move-statement', statement: statement('a1'), to: source('s2') })
    expect(analysis.sources.map(({ id }) => id)).toEqual(['s2', 's1', 's3'])
  })
})

describe('statements', () => {
  it('go to another source with the words that name their speaker', () => {
    const { analysis } = applied({ kind: 'move-statement', statement: statement('a2'), to: source('s2') })
    expect(ownersOf(analysis)[1]).toBe('a2:s2')
    expect(sourceIn(analysis, 's1')?.mentions).toEqual([at('A harbour official')])
    expect(sourceIn(analysis, 's2')?.mentions).toContainEqual(at('the official'))
  })

  it('go to nobody, and come from nobody', () => {
    const none: CorrectionAct = { kind: 'move-statement', statement: statement('a3'), to: null }
    const gone = applied(none).analysis
    expect(gone.attributions[2]).toMatchObject({ source: null, sourceId: null })
    expect(sourcingSummary(gone).withoutSource).toBe(1)
    const back = applied(none, { kind: 'move-statement', statement: statement('a3'), to: source('s2') })
    expect(back.analysis.attributions[2]).toMatchObject({ source: null, sourceId: 's2' })
    expect(sourcingSummary(back.analysis).withoutSource).toBe(0)
  })

  it('that were missed are added in text order, of a known source, of a new one, or of nobody', () => {
    const content = anchorAt(TEXT, at('who runs the dockers'))
    const add = (by: Extract<CorrectionAct, { kind: 'add-statement' }>['by']): CorrectionAct => ({
      kind: 'add-statement',
      content,
      by,
      directness: 'indirect',
    })
    const known = applied(add({ kind: 'source', source: source('s3') })).analysis
    expect(known.attributions[2]).toMatchObject({ id: 'r-c1', sourceId: 's3', rule: 'reader' })
    const words = anchorAt(TEXT, at('the Ellin Courier'))
    const fresh = applied(add({ kind: 'words', anchor: words, identification: 'organisation' })).analysis
    expect(sourceIn(fresh, 'r-c1')).toMatchObject({
      descriptor: 'the Ellin Courier',
      identification: 'organisation',
    })
    expect(applied(add(null)).analysis.attributions[2]).toMatchObject({ source: null, sourceId: null })
  })

  it('never cover the words that name their speaker', () => {
    const { analysis } = applied({
      kind: 'add-statement',
      content: anchorAt(TEXT, at('"The cranes are sound," a man in the office said. He added')),
      by: {
        kind: 'words',
        anchor: anchorAt(TEXT, at('a man in the office')),
        identification: 'bare-unnamed',
      },
      directness: 'mixed',
    })
    const added = analysis.attributions.find(({ id }) => id === 'r-c1')
    expect(added?.content.map((range) => wordsAt(TEXT, range))).toEqual([
      '"The cranes are sound," ',
      ' said. He added',
    ])
  })
})

describe('facts and credits', () => {
  it('a publication date is the reader’s and resolves the date words', () => {
    const { analysis, applied: done } = applied({ kind: 'set-fact', field: 'published', value: '2025-06-05' })
    expect(analysis.facts.published).toEqual({
      value: '2025-06-05',
      assertedBy: 'reader',
      range: null,
      from: 'reader',
    })
    expect(analysis.dates.map(({ date }) => date)).toEqual(['2025-06-03', '2025-05'])
    expect(done[0]?.extracted).toBeNull()
  })

  it('a false headline is taken away, and what it was is kept', () => {
    const { analysis, applied: done } = applied({ kind: 'set-fact', field: 'headline', value: null })
    expect(analysis.facts.headline).toBeNull()
    expect(done[0]?.extracted).toBe('Ellin, Tuesday: the cranes stand still')
  })

  it('a byline can be set where there was none', () => {
    const { analysis } = applied({ kind: 'set-fact', field: 'byline', value: 'P. Lund' })
    expect(analysis.byline).toEqual({ words: 'P. Lund', range: at('P. Lund') })
  })

  it('credits are renamed twice, given another role, added and taken away', () => {
    const { analysis, applied: done } = applied(
      { kind: 'change-credit', credit: credit(0), change: { field: 'name', value: 'Mara Holte' } },
      { kind: 'change-credit', credit: credit(0), change: { field: 'name', value: 'M. Holte' } },
      { kind: 'mark-false', finding: { kind: 'credit', credit: credit(1) } },
      { kind: 'add-credit', role: 'translator', name: 'I. Roe' },
    )
    expect(analysis.credits.map(({ role, name }) => [role, name])).toEqual([
      ['author', 'M. Holte'],
      ['translator', 'I. Roe'],
    ])
    expect(done.map(({ subject }) => subject)).toEqual([
      { kind: 'credit', index: 0 },
      { kind: 'credit', index: 0 },
      { kind: 'none' },
      { kind: 'credit', index: 1 },
    ])
    expect(done.map(({ extracted }) => extracted)).toEqual(['Mara Holt', 'Mara Holt', 'P. Lund', null])
  })
})

describe('a false finding', () => {
  it('is shown no more: a statement, a source, a date', () => {
    const { analysis } = applied(
      { kind: 'mark-false', finding: { kind: 'statement', statement: statement('a1') } },
      { kind: 'mark-false', finding: { kind: 'source', source: source('s3') } },
      { kind: 'mark-false', finding: { kind: 'date', anchor: anchorAt(TEXT, at('late May')) } },
    )
    expect(ownersOf(analysis)).toEqual(['a2:s1', 'a3:null', 'a4:s2', 'a5:s2'])
    expect(analysis.attributions[1]?.source).toEqual([at('Jon Vasey')])
    expect(analysis.dates.map(({ words }) => words)).toEqual(['Tuesday'])
  })

  it('may be a picture, whose place in the list stays empty', () => {
    const caption = at('By Mara Holt')
    const picture = { ...NO_DETAILS, caption: 'By Mara Holt', range: caption }
    const shown = { role: 'picture-credit', name: 'x', range: null, lineRange: null, picture: 0 } as const
    const given = { ...EXTRACTED, pictures: [picture], credits: [...EXTRACTED.credits, shown] }
    const act: CorrectionAct = {
      kind: 'mark-false',
      finding: { kind: 'picture', anchor: anchorAt(TEXT, caption), picture: 0 },
    }
    const { analysis } = applyCorrections(given, corrections(act), TEXT)
    expect(analysis.pictures).toEqual([NO_DETAILS])
    expect(analysis.credits).toHaveLength(2)
  })
})

const NO_DETAILS = {
  alt: null,
  caption: null,
  credit: null,
  photographer: null,
  filePhoto: false,
  date: null,
  place: null,
  range: null,
  src: null,
}

describe('what is no longer found', () => {
  it('is dangling, and changes nothing', () => {
    const without = { ...EXTRACTED, sources: EXTRACTED.sources.slice(0, 2) }
    const list = corrections(set('s3', { field: 'role', value: 'docker' }))
    const { analysis, applied: done, dangling } = applyCorrections(without, list, TEXT)
    expect([analysis, done, dangling]).toEqual([without, [], list])
  })

  it('hangs as well when the correction that made it was taken away', () => {
    const { dangling } = applied({
      kind: 'set-source-field',
      source: made('c9'),
      change: { field: 'role', value: 'x' },
    })
    expect(dangling).toHaveLength(1)
  })
})
