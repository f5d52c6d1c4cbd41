import { describe, expect, it } from 'vitest'
import type { Analysis } from '../analysis/findings'
import { changesBetween, sourcesCarried } from './changes-between'
import { at, EXTRACTED, TEXT } from './testing/example'

const between = (after: Analysis) => changesBetween(EXTRACTED, after, TEXT)

describe('what another run found otherwise', () => {
  it('is nothing when only ids, rules and order differ', () => {
    const after: Analysis = {
      ...EXTRACTED,
      engine: 'newer',
      sources: EXTRACTED.sources.toReversed().map((each) => ({ ...each, id: `x${each.id}` })),
      attributions: EXTRACTED.attributions.map((each) => ({
        ...each,
        id: `x${each.id}`,
        rule: 'other',
        sourceId: each.sourceId && `x${each.sourceId}`,
      })),
    }
    expect(between(after)).toEqual([])
    expect(sourcesCarried(EXTRACTED, after).get('s2')).toBe('xs2')
  })

  it('is a source that is told of otherwise, and one that is gone with its statement’s speaker', () => {
    const after: Analysis = {
      ...EXTRACTED,
      sources: EXTRACTED.sources
        .filter(({ id }) => id !== 's3')
        .map((each) =>
          each.id === 's1' ? { ...each, role: 'master', mentions: [each.descriptorRange] } : each,
        ),
      attributions: EXTRACTED.attributions.map((each) =>
        each.sourceId === 's3' ? { ...each, sourceId: null } : each,
      ),
    }
    expect(between(after)).toMatchObject([
      { what: 'source', change: 'changed', words: 'A harbour official', fields: ['role', 'mentions'] },
      { what: 'source', change: 'removed', words: 'Jon Vasey' },
      { what: 'statement', change: 'changed', words: 'that nobody was warned', fields: ['source'] },
    ])
  })

  it('is a statement that was added, one that is longer now, and a credit in another role', () => {
    const [first, ...rest] = EXTRACTED.attributions
    const [author, editor] = EXTRACTED.credits
    if (!first || !author || !editor) throw new Error('the example has changed')
    const after: Analysis = {
      ...EXTRACTED,
      attributions: [
        { ...first, content: [at('that the cranes were closed')] },
        { ...first, id: 'a9', content: [at('who runs the dockers')] },
        ...rest,
      ],
      credits: [author, { ...editor, role: 'translator' }],
    }
    expect(between(after)).toMatchObject([
      { what: 'statement', change: 'changed', fields: ['content'] },
      { what: 'statement', change: 'added', words: 'who runs the dockers' },
      { what: 'credit', change: 'changed', words: 'P. Lund', fields: ['role'] },
    ])
  })
})
