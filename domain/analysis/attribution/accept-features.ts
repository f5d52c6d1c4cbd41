import type { Candidate } from './candidates'
import { CONTENT, CUE, OTHER, SOURCE } from './crf'
import { mix } from './hashing'
import type { Words } from './words'

export const ACCEPT_BITS = 15
const MASK = (1 << ACCEPT_BITS) - 1

/**
 * What a labelled candidate tells about being right as a whole: how sure its two models are, and what shape the
 * statement took. Writes rows into `out` and returns how many there are.
 */
export function acceptFeatures(words: Words, candidate: Candidate, out: Int32Array): number {
  let n = 0
  const add = (template: number, a: number, b = 0, c = 0) => {
    out[n++] = mix(200 + template, a, b, c) & MASK
  }
  const { anchor, frame, labels } = candidate
  const lemma = words.lemma[anchor] ?? 0
  const tag = words.tag[anchor] ?? 0
  const logit = Math.log(candidate.cueProbability / (1 - candidate.cueProbability + 1e-9))
  const sure = Math.max(-8, Math.min(8, Math.round(logit * 2)))
  const steady = Math.max(-24, Math.round(candidate.certainty * 3))
  const shape = shapeOf(words, candidate)
  const kind = shape.quoted * 4 + shape.sides
  add(0, 1)
  add(1, sure)
  add(2, steady)
  add(3, sure, steady)
  add(4, sure, shape.quoted)
  add(5, steady, shape.quoted)
  add(6, lemma)
  add(7, lemma, kind)
  add(8, tag, kind, shape.source)
  add(9, lemma, shape.source)
  add(10, shape.length, kind)
  add(11, shape.length, tag)
  add(12, shape.gap, kind)
  add(13, shape.gap, tag, shape.source)
  add(14, shape.fragments, shape.quoted)
  add(15, shape.firstTag, shape.lastTag)
  add(16, shape.firstLemma, tag)
  add(17, shape.lastTag, shape.after)
  add(18, shape.before, shape.firstTag)
  add(19, shape.firstLemma, lemma)
  add(20, shape.cueLength, tag)
  add(21, shape.cueLast, shape.firstTag)
  add(22, shape.stretches, kind)
  add(23, words.quoteState[anchor] ?? 0, kind, shape.source)
  add(24, shape.sourceTag, tag, kind)
  add(25, shape.sourceLemma, tag)
  add(26, shape.sourceLength, tag)
  add(27, frame.from.length > 60 ? 1 : 0, tag, shape.length)
  add(28, labels[0] ?? 0, labels[labels.length - 1] ?? 0, kind)
  return n
}

type Shape = {
  /** 0 no quotation in the content, 1 some of it, 2 all. */
  quoted: number
  /** 1 content before the cue, 2 after, 3 both. */
  sides: number
  /** 0 none, 1 right before the cue, 2 further before, 3 after. */
  source: number
  length: number
  gap: number
  fragments: number
  stretches: number
  firstTag: number
  lastTag: number
  firstLemma: number
  before: number
  after: number
  cueLength: number
  cueLast: number
  sourceTag: number
  sourceLemma: number
  sourceLength: number
}

const SCALE = [1, 2, 3, 5, 8, 12, 18, 26, 40, 60, 100]
const onScale = (size: number): number => SCALE.findIndex((step) => size <= step)

function shapeOf(words: Words, { frame, labels, anchor }: Candidate): Shape {
  const content = extentOf(frame.from, frame.to, labels, CONTENT)
  const cue = extentOf(frame.from, frame.to, labels, CUE)
  const source = extentOf(frame.from, frame.to, labels, SOURCE)
  let quoted = 0
  let before = 0
  let after = 0
  let fragments = 0
  labels.forEach((label, e) => {
    if (label !== CONTENT) return
    for (let i = frame.from[e] ?? 0; i < (frame.to[e] ?? 0); i++) {
      if ((words.quotation[i] ?? -1) >= 0) quoted += 1
      if (i < anchor) before += 1
      else after += 1
    }
    if (frame.isFragment[e]) fragments += 1
  })
  const size = before + after
  const gap = content.first > cue.last ? content.first - cue.last : cue.first - content.last
  return {
    quoted: quoted === 0 ? 0 : quoted >= size - 1 ? 2 : 1,
    sides: (before > 0 ? 1 : 0) + (after > 0 ? 2 : 0),
    source: source.count === 0 ? 0 : source.first > anchor ? 3 : cue.first - source.last <= 2 ? 1 : 2,
    length: onScale(size),
    gap: Math.max(-1, Math.min(gap, 8)),
    fragments: Math.min(fragments, 5),
    stretches: Math.min(content.stretches, 3),
    firstTag: words.tag[content.first] ?? 31,
    lastTag: words.tag[content.last] ?? 31,
    firstLemma: words.lemma[content.first] ?? 0,
    before: words.tag[content.first - 1] ?? 31,
    after: words.tag[content.last + 1] ?? 31,
    cueLength: Math.min(cue.count, 5),
    cueLast: words.lemma[cue.last] ?? 0,
    sourceTag: words.tag[source.last] ?? 31,
    sourceLemma: source.count > 0 ? (words.lemma[source.last] ?? 0) : OTHER,
    sourceLength: onScale(source.count),
  }
}

function extentOf(from: readonly number[], to: readonly number[], labels: Uint8Array, label: number) {
  let first = -1
  let last = -1
  let count = 0
  let stretches = 0
  labels.forEach((own, e) => {
    if (own !== label) return
    if (first < 0) first = from[e] ?? -1
    if (labels[e - 1] !== label) stretches += 1
    last = (to[e] ?? 0) - 1
    count += (to[e] ?? 0) - (from[e] ?? 0)
  })
  return { first, last, count, stretches }
}
