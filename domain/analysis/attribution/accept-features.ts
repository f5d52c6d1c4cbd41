import type { Candidate } from './candidates'
import { CONTENT, CUE, OTHER, SOURCE } from './crf'
import { empty, put, type Sink, settle } from './features'
import type { Words } from './words'

export const ACCEPT_BITS = 15
export const MOST_ACCEPT_FEATURES = 64

/**
 * What a labelled candidate tells about being right as a whole: how sure its two models are, what shape the
 * statement took, and how it stands to the candidates around it. `shapes` are those of all candidates of the text, in text
 * order. Fills `sink`.
 */
export function acceptFeatures(
  words: Words,
  candidates: readonly Candidate[],
  shapes: readonly Shape[],
  index: number,
  sink: Sink,
): void {
  empty(sink)
  const candidate = candidates[index]
  const shape = shapes[index]
  if (!candidate || !shape) return
  const { anchor, frame, labels } = candidate
  const lemma = words.lemma[anchor] ?? 0
  const tag = words.tag[anchor] ?? 0
  const logit = Math.log(candidate.cueProbability / (1 - candidate.cueProbability + 1e-9))
  const sure = Math.max(-8, Math.min(8, Math.round(logit * 2)))
  const steady = Math.round(candidate.contentSure * 20)
  const known = Math.round(candidate.sourceSure * 10)
  const kind = shape.quoted * 4 + shape.sides
  put(sink, 200, 1)
  put(sink, 201, sure)
  put(sink, 202, steady)
  put(sink, 203, sure, steady)
  put(sink, 204, sure, shape.quoted)
  put(sink, 205, steady, shape.quoted)
  put(sink, 206, lemma)
  put(sink, 207, lemma, kind)
  put(sink, 208, tag, kind, shape.source)
  put(sink, 209, lemma, shape.source)
  put(sink, 210, shape.length, kind)
  put(sink, 211, shape.length, tag)
  put(sink, 212, shape.gap, kind)
  put(sink, 213, shape.gap, tag, shape.source)
  put(sink, 214, shape.fragments, shape.quoted)
  put(sink, 215, shape.firstTag, shape.lastTag)
  put(sink, 216, shape.firstLemma, tag)
  put(sink, 217, shape.lastTag, shape.after)
  put(sink, 218, shape.before, shape.firstTag)
  put(sink, 219, shape.firstLemma, lemma)
  put(sink, 220, shape.cueLength, tag)
  put(sink, 221, shape.cueLast, shape.firstTag)
  put(sink, 222, shape.stretches, kind)
  put(sink, 223, words.quoteState[anchor] ?? 0, kind, shape.source)
  put(sink, 224, shape.sourceTag, tag, kind)
  put(sink, 225, shape.sourceLemma, tag)
  put(sink, 226, shape.sourceLength, tag)
  put(sink, 227, frame.from.length > 60 ? 1 : 0, tag, shape.length)
  put(sink, 228, labels[0] ?? 0, labels[labels.length - 1] ?? 0, kind)
  const company = companyOf(candidates, shapes, index)
  put(sink, 230, company.rival, sure)
  put(sink, 231, company.rival, steady)
  put(sink, 232, company.inside, sure)
  put(sink, 233, company.inside, kind, tag)
  put(sink, 234, company.holds, sure)
  put(sink, 235, company.holds, kind, tag)
  put(sink, 236, company.twin, sure)
  put(sink, 237, company.twin, steady)
  put(sink, 242, known, shape.source)
  put(sink, 243, known, steady)
  put(sink, 244, known, sure)
  put(
    sink,
    245,
    Math.round(candidate.contentSure * 8),
    Math.round(candidate.sourceSure * 6),
    Math.max(-4, Math.min(4, Math.round(logit))),
  )
  put(sink, 238, company.rival * 8 + company.twin, company.inside * 8 + company.holds)
  put(sink, 239, company.sameSource, sure, shape.source)
  put(sink, 240, lemma, company.inside)
  put(sink, 241, lemma, company.rival)
  settle(sink)
}

/** How a candidate stands to its neighbours: 0 no such neighbour, else how sure that one is, 1 to 4. */
type Company = { rival: number; inside: number; holds: number; twin: number; sameSource: number }

const NEIGHBOURS = 5
const grade = (probability: number): number =>
  probability < 0.2 ? 1 : probability < 0.4 ? 2 : probability < 0.7 ? 3 : 4

function companyOf(candidates: readonly Candidate[], shapes: readonly Shape[], index: number): Company {
  const company: Company = { rival: 0, inside: 0, holds: 0, twin: 0, sameSource: 0 }
  const own = candidates[index]
  const shape = shapes[index]
  if (!own || !shape) return company
  const to = Math.min(candidates.length - 1, index + NEIGHBOURS)
  for (let k = Math.max(0, index - NEIGHBOURS); k <= to; k++) {
    const other = candidates[k]
    const theirs = shapes[k]
    if (k === index || !other || !theirs) continue
    const sure = grade(other.cueProbability)
    if (shape.cueFirst <= theirs.cueLastToken && theirs.cueFirst <= shape.cueLastToken) {
      company.rival = Math.max(company.rival, sure)
    }
    if (theirs.first <= own.anchor && own.anchor <= theirs.last)
      company.inside = Math.max(company.inside, sure)
    if (shape.first <= other.anchor && other.anchor <= shape.last)
      company.holds = Math.max(company.holds, sure)
    const both = Math.min(shape.last, theirs.last) - Math.max(shape.first, theirs.first) + 1
    const either = Math.max(shape.last, theirs.last) - Math.min(shape.first, theirs.first) + 1
    if (both * 2 > either) company.twin = Math.max(company.twin, sure)
    if (shape.source > 0 && shape.sourceFirst === theirs.sourceFirst) {
      company.sameSource = Math.max(company.sameSource, sure)
    }
  }
  return company
}

/** The outline of a labelled candidate. Positions are token indices. */
export type Shape = {
  first: number
  last: number
  cueFirst: number
  cueLastToken: number
  sourceFirst: number
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

export function shapeOf(words: Words, { frame, labels, anchor }: Candidate): Shape {
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
    first: content.first,
    last: content.last,
    cueFirst: cue.first,
    cueLastToken: cue.last,
    sourceFirst: source.first,
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
