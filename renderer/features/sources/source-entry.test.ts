import { describe, expect, it } from 'vitest'
import type { Attribution } from '#domain/analysis/findings'
import { dayOf, neighbour, wordsOf } from './source-entry'

const statements = ['a', 'b', 'c'].map(
  (id): Attribution => ({
    id,
    source: null,
    cue: null,
    content: [[0, 1]],
    sourceId: 's',
    directness: 'direct',
    rule: 'test',
  }),
)

describe('walking the statements of a source', () => {
  it('starts at either end and goes round', () => {
    expect(neighbour(statements, null, 1)?.id).toBe('a')
    expect(neighbour(statements, null, -1)?.id).toBe('c')
    expect(neighbour(statements, 'c', 1)?.id).toBe('a')
    expect(neighbour(statements, 'a', -1)?.id).toBe('c')
    expect(neighbour([], 'a', 1)).toBeNull()
  })
})

describe('what a card says of its source', () => {
  it('gives the day of its date words, also when they stand inside longer words', () => {
    const dates = [{ words: 'Tuesday', range: [13, 20], date: '2023-11-28' } as const]
    expect(dayOf([10, 20], dates)).toBe('2023-11-28')
    expect(dayOf([30, 40], dates)).toBeNull()
    expect(dayOf(null, dates)).toBeNull()
  })

  it('shows where words were left out of a statement', () => {
    expect(
      wordsOf('One, she said, two.', [
        [0, 3],
        [15, 18],
      ]),
    ).toBe('One … two')
  })
})
