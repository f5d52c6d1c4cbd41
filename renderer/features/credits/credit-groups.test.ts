import { describe, expect, it } from 'vitest'
import type { Analysis, Credit, CreditRole } from '#domain/analysis/findings'
import { creditGroups, lacksByline, pictureCredits } from './credit-groups'

function analysis(
  credits: readonly [CreditRole, string, number | null][],
  byline: string | null = null,
): Analysis {
  const all = credits.map(
    ([role, name, picture]): Credit => ({ role, name, picture, range: null, lineRange: null }),
  )
  return { credits: all, byline: byline && { words: byline, range: null } } as unknown as Analysis
}

describe('credits by role', () => {
  it('keeps the order of roles and leaves pictures to themselves', () => {
    const found = analysis([
      ['editor', 'E', null],
      ['picture-credit', 'P', 0],
      ['translator', 'T', null],
      ['editor', 'F', null],
    ])
    expect(creditGroups(found).map((group) => [group.role, group.credits.map(({ name }) => name)])).toEqual([
      ['translator', ['T']],
      ['editor', ['E', 'F']],
    ])
    expect(pictureCredits(found, 0).map((group) => group.role)).toEqual(['picture-credit'])
    expect(pictureCredits(found, 1)).toEqual([])
  })

  it('knows an article without a byline', () => {
    expect(lacksByline(analysis([['translator', 'T', null]]))).toBe(true)
    expect(lacksByline(analysis([['author', 'A', null]]))).toBe(false)
    expect(lacksByline(analysis([], 'By our staff'))).toBe(false)
  })
})
