import { overlap } from '../../article/range'
import { ACCEPT_BITS, acceptFeatures, MOST_ACCEPT_FEATURES, shapeOf } from './accept-features'
import type { Candidate, Weights } from './candidates'
import { sinkFor } from './features'
import type { Words } from './words'

/** A candidate with the probability that it is right as a whole. */
export type Weighed = Candidate & { readonly probability: number }

/** Weighs every candidate. */
export function weighed(words: Words, candidates: readonly Candidate[], accept: Weights): Weighed[] {
  const sink = sinkFor(ACCEPT_BITS, MOST_ACCEPT_FEATURES)
  const shapes = candidates.map((candidate) => shapeOf(words, candidate))
  return candidates.map((candidate, index) => {
    acceptFeatures(words, candidates, shapes, index, sink)
    let score = 0
    for (let k = 0; k < sink.count; k++) score += accept.table[sink.rows[k] as number] as number
    return { ...candidate, probability: 1 / (1 + Math.exp(-score * accept.scale)) }
  })
}

/**
 * The candidates worth reporting: at least as probable as `least`, and of those that share words of their cue only the
 * most probable. In text order.
 */
export function chosen(candidates: readonly Weighed[], least: number): Weighed[] {
  const kept: Weighed[] = []
  let cluster: Weighed[] = []
  const flush = () => {
    cluster.sort((a, b) => b.probability - a.probability || a.anchor - b.anchor)
    const taken: Weighed[] = []
    for (const candidate of cluster) {
      const clash = taken.some((other) => candidate.cue.some((a) => other.cue.some((b) => overlap(a, b))))
      if (!clash) taken.push(candidate)
    }
    kept.push(...taken.sort((a, b) => a.anchor - b.anchor))
    cluster = []
  }
  let reach = -1
  for (const candidate of candidates) {
    if (candidate.probability < least) continue
    const start = candidate.cue[0]?.[0] ?? 0
    if (start >= reach) flush()
    cluster.push(candidate)
    reach = Math.max(reach, candidate.cue[candidate.cue.length - 1]?.[1] ?? start)
  }
  flush()
  return kept
}
