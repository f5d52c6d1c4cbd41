import type { Range } from '../../article/range'
import type { Directness } from '../findings'
import { type LanguageReading, readLanguage } from '../language/reading'
import { candidatesOf } from './candidates'
import { chosen, type Weighed, weighed } from './choose'
import { isEvidence } from './evidence'
import { attributionModel } from './model'
import { findQuotations, type Quotation } from './quotes'
import { type Words, wordsOf } from './words'

/** One statement as the engine finds it, before sources are resolved. Ranges are in order and do not overlap. */
export type FoundAttribution = {
  /** Null when nobody is said to have spoken. */
  readonly source: readonly Range[] | null
  readonly cue: readonly Range[] | null
  readonly content: readonly Range[]
  readonly directness: Directness
  /** What produced it, for `analyze --explain`: `learned:say:0.93` (head of the cue, probability) or `quotation`. */
  readonly rule: string
}

export type FindOptions = {
  /** Block ranges of the story, in text order; headline and standfirst attribute too and may be among them. */
  readonly story: readonly Range[]
  /** BCP 47, null when unknown. Anything but English gets structural findings only (quotation marks). */
  readonly language: string | null
  /** The shared reading of the same blocks, when the caller has it already. */
  readonly reading?: LanguageReading
}

/**
 * Every statement of the story: who said what, and with which words the article says so. In text order of content.
 *
 * English is read by a model learned from PolNeAR's training split (docs/technical/attribution.md), which also
 * defines what counts: speech, writing, belief and intention, direct or not. Whole quotations that the
 * model gives to nobody come out without source and cue.
 */
export function findAttributions(text: string, options: FindOptions): FoundAttribution[] {
  if (options.language !== null && !/^en\b/i.test(options.language)) {
    return findQuotations(text, options.story)
      .filter((quotation) => quotation.double)
      .map((quotation) => unattributed(quotation.range))
  }
  const words = wordsOf(options.reading ?? readLanguage(text, options.story))
  const model = attributionModel()
  const candidates = weighed(words, candidatesOf(words, model, model.leastCue), model.accept)
  const found = chosen(candidates, model.least)
    .filter(({ anchor }) => !isEvidence(words, anchor))
    .map((candidate) => attributionOf(words, candidate))
  found.push(...orphans(words, found))
  return found.sort((a, b) => startOf(a) - startOf(b))
}

const startOf = ({ content }: FoundAttribution): number => content[0]?.[0] ?? 0

function attributionOf(words: Words, candidate: Weighed): FoundAttribution {
  const { source, cue, content, anchor, probability } = candidate
  const lemma = words.reading.tokens[anchor]?.lemma ?? ''
  return {
    source: source.length > 0 ? source : null,
    cue: cue.length > 0 ? cue : null,
    content,
    directness: directnessOf(words, candidate),
    rule: `learned:${lemma}:${probability.toFixed(2)}`,
  }
}

/** Words that lead into a quotation without being said: "emphasized that “…”". */
const LEADING = new Set(['that', 'and', 'but'])

/** Direct when every word of the content stands between quotation marks, mixed when some do. */
function directnessOf(words: Words, { frame, content }: Weighed): Directness {
  const first = frame.from[0] ?? 0
  const last = frame.to[frame.to.length - 1] ?? first
  let inside = 0
  let outside = 0
  for (let i = first; i < last; i++) {
    const token = words.reading.tokens[i]
    if (!token || token.tag === 'PUNCT' || LEADING.has(token.lower)) continue
    if (!content.some(([start, end]) => start <= token.start && token.end <= end)) continue
    if ((words.quotation[i] ?? -1) >= 0) inside += 1
    else outside += 1
  }
  if (inside === 0) return 'indirect'
  return outside === 0 ? 'direct' : 'mixed'
}

/** Whole quoted statements that no attribution covers: the article does not say whose words they are. */
function orphans(words: Words, found: readonly FoundAttribution[]): FoundAttribution[] {
  const taken = found
    .flatMap(({ content, source, cue }) => [...content, ...(source ?? []), ...(cue ?? [])])
    .sort((a, b) => a[0] - b[0])
  let next = 0
  const left: FoundAttribution[] = []
  for (const quotation of words.quotations) {
    while (next < taken.length && (taken[next]?.[1] ?? 0) <= quotation.range[0]) next += 1
    const touched = (taken[next]?.[0] ?? Number.POSITIVE_INFINITY) < quotation.range[1]
    if (!touched && isStatement(words.reading.text, quotation)) left.push(unattributed(quotation.range))
  }
  return left
}

const SHORTEST_STATEMENT = 6

/** A whole sentence between marks, as against a title, a term or words held at arm's length. */
function isStatement(text: string, { double, range }: Quotation): boolean {
  if (!double) return false
  const words = text.slice(range[0], range[1]).replace(/^[^\p{L}\p{N}[]+/u, '')
  return (
    /^[\p{Lu}[]/u.test(words) &&
    /[.!?…,—-]["”»']*$/u.test(words) &&
    words.split(/\s+/, SHORTEST_STATEMENT).length >= SHORTEST_STATEMENT
  )
}

function unattributed(range: Range): FoundAttribution {
  return { source: null, cue: null, content: [range], directness: 'direct', rule: 'quotation' }
}
