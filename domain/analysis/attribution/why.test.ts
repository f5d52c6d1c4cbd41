import { describe, expect, it } from 'vitest'
import type { Range } from '../../article/range'
import { readLanguage } from '../language/reading'
import { ACCEPT_BITS, acceptFeatures, MOST_ACCEPT_FEATURES, shapeOf } from './accept-features'
import { candidatesOf, headScores, newScratch } from './candidates'
import { CUE_BITS, canHeadCue, cueFeatures, MOST_CUE_FEATURES } from './cue-features'
import { levelsOf } from './cue-levels'
import { CUE_NAMES, EDGE_NAMES, NODE_NAMES, namedFeature, WHOLE_NAMES } from './feature-names'
import { madeAt, type Sink, sinkFor } from './features'
import { emptyRows, frameRows } from './frame-features'
import { attributionModel } from './model'
import { featuresAt, whysOf } from './why'
import { wordsOf } from './words'

const TEXT = `“We have waited. Nobody came,” the mayor, who was born here, said on Friday, and the guards believe that he was right.

According to two officials: “The quay is shut (for good). Go away!” They told “some” of us to wait; others were asked why.`
const BLOCKS: Range[] = TEXT.split('\n\n').map((words) => {
  const start = TEXT.indexOf(words)
  return [start, start + words.length]
})

const words = wordsOf(readLanguage(TEXT, BLOCKS))
const model = attributionModel()
const candidates = candidatesOf(words, model, model.leastCue)

/** Templates of all features that the text makes, by the table that they are looked up in. */
function templates() {
  const levels = levelsOf(headScores(words, model.cue, model.leastCue, newScratch()))
  const cue = sinkFor(CUE_BITS, MOST_CUE_FEATURES)
  const whole = sinkFor(ACCEPT_BITS, MOST_ACCEPT_FEATURES)
  const shapes = candidates.map((candidate) => shapeOf(words, candidate))
  const rows = emptyRows()
  const used = {
    cue: new Set<number>(),
    node: new Set<number>(),
    edge: new Set<number>(),
    whole: new Set<number>(),
  }
  const take = (into: Set<number>, sink: Sink) => {
    for (let k = 0; k < sink.count; k++) into.add(madeAt(sink, k)[0])
  }
  for (let i = 0; i < words.count; i++) {
    if (!canHeadCue(words, i)) continue
    cueFeatures(words, i, cue)
    take(used.cue, cue)
  }
  candidates.forEach((candidate, index) => {
    frameRows(words, levels, candidate.frame, rows)
    take(used.node, rows.nodes)
    take(used.edge, rows.edges)
    acceptFeatures(words, candidates, shapes, index, whole)
    take(used.whole, whole)
  })
  return used
}

describe('the names of features', () => {
  it('are there for every feature that is made, and for no other', () => {
    const used = templates()
    const numbers = (names: object) => Object.keys(names).map(Number)
    expect([...used.cue].sort((a, b) => a - b)).toEqual(numbers(CUE_NAMES))
    expect([...used.node].sort((a, b) => a - b)).toEqual(numbers(NODE_NAMES))
    expect([...used.edge].sort((a, b) => a - b)).toEqual(numbers(EDGE_NAMES))
    expect([...used.whole].sort((a, b) => a - b)).toEqual(numbers(WHOLE_NAMES))
  })

  it('tell values as words, parts of speech and numbers', () => {
    const wordOf = (hash: number) => (hash === 7 ? 'say' : undefined)
    expect(namedFeature(CUE_NAMES, [3, 7, 16, 0], wordOf)).toBe('lemma, tag = say, VERB')
    expect(namedFeature(CUE_NAMES, [11, 7, 9, 0], wordOf)).toBe('lemma, lemma after = say, none')
    expect(namedFeature(EDGE_NAMES, [102, 16 * 32 + 8, 4, 0], wordOf)).toBe(
      'tags at the step, side = VERB NOUN, 4',
    )
    expect(namedFeature(CUE_NAMES, [0, 1, 0, 0], wordOf)).toBe('any word')
  })
})

describe('why a statement was found', () => {
  const whys = whysOf(TEXT, BLOCKS)

  it('is told at its cue, and nowhere else', () => {
    const said = TEXT.indexOf('said')
    expect(featuresAt(whys, [[said, said + 4]]).length).toBeGreaterThan(0)
    expect(featuresAt(whys, [[0, 1]])).toEqual([])
    expect(featuresAt(whys, null)).toEqual([])
  })
})
