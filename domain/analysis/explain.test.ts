import { describe, expect, it } from 'vitest'
import { analyse } from './analyse'
import { explain } from './explain'
import { plainReading } from './testing/readings'

const TEXT = `The crane that nobody may touch

By Mara Holt

The crane at the quay was shut on Tuesday, a harbour official said, speaking on condition of anonymity for fear of losing his job.

"We had no choice," the official said.

Translated by Ina Roe

Correction: An earlier version of this article misstated the height of the crane.`

describe('every finding is explained', () => {
  const reading = plainReading(TEXT)
  const analysis = analyse(reading)
  const explained = explain({ ...reading, analysis })
  const rules = (finding: string) =>
    explained.filter((each) => each.finding === finding).map(({ rule }) => rule)

  it('by one line each, and by the rule that it comes from', () => {
    for (const [finding, list] of [
      ['source', analysis.sources],
      ['attribution', analysis.attributions],
      ['notice', analysis.notices],
      ['credit', analysis.credits],
      ['picture', analysis.pictures],
      ['date', analysis.dates],
    ] as const)
      expect(rules(finding)).toHaveLength(list.length)
    expect(rules('attribution')).toEqual(analysis.attributions.map(({ rule }) => rule))
    expect(rules('credit')).toContainEqual(expect.stringMatching(/^en\.creditKeys\[\d\]:translator$/))
    expect(rules('credit')).toContainEqual(expect.stringMatching(/^en\.bylines\[\d\]:author$/))
    expect(rules('notice')).toEqual([expect.stringMatching(/^en\.notices\[\d\]:correction$/)])
    expect(rules('date')).toContain('date:unresolved')
  })

  it('a learned one by the features of the model that carried it, a rule’s by none', () => {
    for (const { finding, rule, features } of explained) {
      const isLearned = finding === 'attribution' && rule.startsWith('learned:')
      expect(features.length > 0).toBe(isLearned)
    }
    const statement = explained.find(({ rule }) => rule.startsWith('learned:say:'))
    const about = (aspect: string) => statement?.features.filter((feature) => feature.about === aspect) ?? []
    for (const aspect of ['cue', 'source', 'content', 'whole'])
      expect(about(aspect)).toEqual(
        [...about(aspect)].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
      )
    expect(about('cue').map(({ name }) => name)).toContainEqual(expect.stringContaining('say'))
    expect(about('cue')[0]?.weight).toBeGreaterThan(0)
  })

  it('with the words that it rests on, at their place', () => {
    for (const { range, words, finding } of explained)
      if (range && finding !== 'anonymity') expect(TEXT.slice(...range)).toBe(words)
  })
})
