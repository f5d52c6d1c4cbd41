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
  const analysis = analyse(plainReading(TEXT))
  const explained = explain(analysis, TEXT)
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

  it('with the words that it rests on, at their place', () => {
    for (const { range, words, finding } of explained)
      if (range && finding !== 'anonymity') expect(TEXT.slice(...range)).toBe(words)
  })
})
