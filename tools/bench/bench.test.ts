import { describe, expect, it } from 'vitest'
import { countWords, inventedArticle } from './articles.mjs'
import { analysisMeasures } from './measure-analysis.mjs'
import { median } from './median.mjs'
import { jsonLine, table } from './report.mjs'
import { processorSeconds } from './timed-import.mjs'

describe('invented articles', () => {
  it('are the same in every run, and each different', () => {
    expect(inventedArticle(7, 550)).toBe(inventedArticle(7, 550))
    const articles = new Set(Array.from({ length: 300 }, (_, number) => inventedArticle(number, 550)))
    expect(articles.size).toBe(300)
  })
  it('have the words asked for, give or take a sentence, and no gap left open', () => {
    for (let number = 0; number < 100; number += 1) {
      const article = inventedArticle(number, 550)
      expect(countWords(article)).toBeGreaterThanOrEqual(550)
      expect(countWords(article)).toBeLessThan(590)
      expect(article).not.toMatch(/[{}]|undefined/)
    }
  })
})

describe('figures', () => {
  it('median of odd and even counts', () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(median([4, 1, 3, 2])).toBe(2.5)
  })
  it("processor time from the shell's words", () => {
    expect(processorSeconds('0m0.001s 0m0.002s\n1m2.500s 0m1.250s\n')).toBeCloseTo(63.75)
  })
  it('are printed as a table and as one line of JSON', () => {
    const measure = {
      name: 'a',
      title: 'A',
      value: 2,
      shown: '2.0',
      target: '≤ 1',
      met: false,
      details: { b: 1 },
    }
    expect(table([measure])).toMatch(/A +2\.0 +≤ 1 +MISSED/)
    expect(JSON.parse(jsonLine([measure]))).toEqual({ a: { value: 2, met: false, b: 1 } })
  })
  it('of the analysis are held against their targets', () => {
    const figures = { load: 300, article: 6, wink: 2, book: 5.4, bookWords: 200_000, isNews: true }
    expect(analysisMeasures(figures).map(({ name, value, met }) => [name, value, met])).toEqual([
      ['analysis', 6, true],
      ['analysis-wink', 3, true],
      ['analysis-load', 300, false],
      ['analysis-book', expect.closeTo(0.9), true],
    ])
    expect(analysisMeasures({ ...figures, book: 20 }).at(-1)?.met).toBe(false)
    expect(analysisMeasures({ ...figures, isNews: false })[1]?.met).toBeUndefined()
  })
})
