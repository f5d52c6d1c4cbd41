import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Correction } from './correction'
import { inOrderMade, instantAfter } from './order'

const made = (createdAt: string, id = createdAt): Correction => ({
  id,
  createdAt,
  act: { kind: 'set-fact', field: 'headline', value: id },
})

describe('the order of corrections', () => {
  it('is that in which they were made, whatever the clock says and whichever are taken away and done again', () => {
    const clock = fc.array(
      fc
        .date({ min: new Date('2024-01-01'), max: new Date('2024-01-02'), noInvalidDate: true })
        .map((at) => at.toISOString()),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(clock, fc.infiniteStream(fc.boolean()), (times, takenAway) => {
        const all: Correction[] = []
        for (const now of times) all.push(made(instantAfter(all, now), `c${all.length}`))
        const gone = all.filter(() => takenAway.next().value)
        const left = all.filter((one) => !gone.includes(one))
        expect(inOrderMade([...left, ...gone])).toEqual(all)
      }),
    )
  })

  it('takes the clock as it is when that is later', () => {
    expect(instantAfter([made('2024-01-01T00:00:00.000Z')], '2024-01-01T00:00:05.000Z')).toBe(
      '2024-01-01T00:00:05.000Z',
    )
    expect(instantAfter([], '2024-01-01T00:00:05.000Z')).toBe('2024-01-01T00:00:05.000Z')
  })
})
