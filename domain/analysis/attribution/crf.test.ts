import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestLabels, CONTENT, CUE, LABELS, newLattice, OTHER, SOURCE, sumUp } from './crf'

type Shape = { anchorElement: number; isFragment: boolean[]; isBound: boolean[] }

/** Every labelling that the rules of a frame allow. */
function labellings({ anchorElement, isFragment, isBound }: Shape): number[][] {
  const count = isFragment.length
  const all: number[][] = []
  const extend = (labels: number[]) => {
    const e = labels.length
    if (e === count) {
      all.push(labels)
      return
    }
    for (const label of [OTHER, SOURCE, CUE, CONTENT]) {
      const last = labels[e - 1] ?? OTHER
      if (e === anchorElement && label !== CUE) continue
      if (isFragment[e] && e !== anchorElement && (label === SOURCE || label === CUE)) continue
      if (label === SOURCE && last !== SOURCE && labels.includes(SOURCE)) continue
      if (label === CUE && last !== CUE && e > anchorElement) continue
      if (label !== CUE && last === CUE && e <= anchorElement) continue
      if (isBound[e] && (label === CONTENT) !== (last === CONTENT)) continue
      extend([...labels, label])
    }
  }
  extend([])
  return all
}

const frames = fc
  .integer({ min: 1, max: 5 })
  .chain((count) =>
    fc.record({
      anchorElement: fc.integer({ min: 0, max: count - 1 }),
      isFragment: fc.array(fc.boolean(), { minLength: count, maxLength: count }),
      isBound: fc.array(fc.boolean(), { minLength: count, maxLength: count }),
      node: fc.array(fc.double({ min: -4, max: 4, noNaN: true }), {
        minLength: count * LABELS,
        maxLength: count * LABELS,
      }),
      edge: fc.array(fc.double({ min: -4, max: 4, noNaN: true }), {
        minLength: count * LABELS * LABELS,
        maxLength: count * LABELS * LABELS,
      }),
    }),
  )
  .map((frame) => ({
    ...frame,
    // The head of a cue is a word, and a quotation that it stands in binds nothing.
    isFragment: frame.isFragment.map((fragment, e) => fragment && e !== frame.anchorElement),
    isBound: frame.isBound.map(
      (bound, e) => bound && e > 0 && e !== frame.anchorElement && e !== frame.anchorElement + 1,
    ),
  }))

describe('the chain of roles', () => {
  it('sums over exactly the labellings that the rules allow', () => {
    fc.assert(
      fc.property(frames, (frame) => {
        const scores = { node: Float64Array.from(frame.node), edge: Float64Array.from(frame.edge) }
        const scoreOf = (labels: number[]) =>
          labels.reduce((sum, label, e) => {
            const from = labels[e - 1] ?? OTHER
            return (
              sum +
              (scores.node[e * LABELS + label] ?? 0) +
              (scores.edge[(e * LABELS + from) * LABELS + label] ?? 0)
            )
          }, 0)
        const all = labellings(frame)
        fc.pre(all.length > 0)
        const lattice = newLattice()
        const log = sumUp(scores, frame, lattice)
        const total = all.reduce((sum, labels) => sum + Math.exp(scoreOf(labels)), 0)
        expect(log).toBeCloseTo(Math.log(total), 6)
        frame.isFragment.forEach((_, e) => {
          const content = all.filter((labels) => labels[e] === CONTENT)
          const share = content.reduce((sum, labels) => sum + Math.exp(scoreOf(labels)), 0) / total
          expect(lattice.label[e * LABELS + CONTENT]).toBeCloseTo(share, 6)
        })
      }),
    )
  })

  it('labels by the rules', () => {
    fc.assert(
      fc.property(frames, (frame) => {
        const scores = { node: Float64Array.from(frame.node), edge: Float64Array.from(frame.edge) }
        const all = labellings(frame)
        fc.pre(all.length > 0)
        const lattice = newLattice()
        sumUp(scores, frame, lattice)
        const labels = new Uint8Array(frame.isFragment.length)
        bestLabels(frame, lattice, [1, 1, 1, 1], labels)
        expect(all).toContainEqual([...labels])
      }),
    )
  })
})
