import { expect, it } from 'vitest'
import type { Analysis } from '../analysis/findings'
import type { Range } from '../article/range'
import { applyCorrections } from './apply'
import { carryCorrections } from './carry'
import type { CorrectionAct, Target } from './correction'
import { sourceTarget, statementTarget } from './targets'
import { corrections, EXTRACTED, TEXT } from './testing/example'

const HEAD = 'Updated. '
const LATER = { text: HEAD + TEXT, analysis: moved(EXTRACTED) }
const FROM = { text: TEXT, analysis: EXTRACTED }

/** The same findings, further on in the text. */
function moved(analysis: Analysis): Analysis {
  const by = ([start, end]: Range): Range => [start + HEAD.length, end + HEAD.length]
  return {
    ...analysis,
    sources: analysis.sources.map((each) => ({
      ...each,
      descriptorRange: by(each.descriptorRange),
      mentions: each.mentions.map(by),
    })),
    attributions: analysis.attributions.map((each) => ({
      ...each,
      source: each.source === null ? null : each.source.map(by),
      content: each.content.map(by),
    })),
    credits: analysis.credits.map((each) => ({ ...each, range: each.range && by(each.range) })),
  }
}

function target(found: Target | null | undefined): Target {
  if (!found) throw new Error('the example has changed')
  return found
}
const [official, man] = EXTRACTED.sources.map((each) => target(sourceTarget(EXTRACTED.sources, each, TEXT)))
const lastStatement = EXTRACTED.attributions.at(-1)
const last = target(lastStatement && statementTarget(EXTRACTED.attributions, lastStatement, TEXT))

let count = 0
const carried = (acts: readonly CorrectionAct[], to = LATER) =>
  carryCorrections(corrections(...acts), FROM, to, () => {
    count += 1
    return `n${count}`
  })

it('corrections find their findings in a later capture, also those that they made themselves', () => {
  const list = carried([
    { kind: 'set-source-field', source: target(official), change: { field: 'role', value: 'master' } },
    { kind: 'split-source', source: target(man), statements: [last] },
    {
      kind: 'set-source-field',
      source: { kind: 'made', by: 'c2' },
      change: { field: 'role', value: 'inspector' },
    },
  ])
  const { analysis, dangling } = applyCorrections(LATER.analysis, list, LATER.text)
  expect(dangling).toEqual([])
  expect(new Set(list.map(({ id }) => id)).size).toBe(3)
  expect(analysis.sources.find(({ id }) => id === 's1')?.role).toBe('master')
  expect(analysis.sources.find(({ id }) => id === `r-${list[1]?.id}`)?.role).toBe('inspector')
})

it('a value stays behind where the later capture tells otherwise, and comes along where it does not', () => {
  const acts: CorrectionAct[] = [
    { kind: 'set-fact', field: 'published', value: '2025-06-05' },
    { kind: 'set-fact', field: 'publisher', value: 'The Ellin Courier' },
  ]
  const told = { value: '2025-06-06', assertedBy: 'article', range: null, from: 'meta' } as const
  const facts = { ...LATER.analysis.facts, published: told }
  const list = carried(acts, { ...LATER, analysis: { ...LATER.analysis, facts } })
  expect(list.map(({ act }) => act)).toEqual([acts[1]])
})

it('what lost its words hangs', () => {
  const text = 'Another story altogether.'
  const analysis = { ...EXTRACTED, sources: [], attributions: [], credits: [], byline: null, dates: [] }
  const list = carried([{ kind: 'join-sources', source: target(man), into: target(official) }], {
    text,
    analysis,
  })
  expect(applyCorrections(analysis, list, text).dangling).toEqual(list)
})
