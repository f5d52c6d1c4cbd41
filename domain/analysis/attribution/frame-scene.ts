import { type Bounds, boundsAt } from './features'
import type { Frame } from './frame'
import { TAG, TAGS, WORD_CLASS, type Words } from './words'

/** A lemma that no token has: beyond the end of the sentence. */
export const NONE = 0x2f6b

/** What lies between the cue and an element, counted outwards from the cue. */
export type Way = {
  commas: Uint8Array
  verbs: Uint8Array
  that: Uint8Array
  /** Quotation boundaries crossed. */
  marks: Uint8Array
  /** Noun phrases begun. */
  phrases: Uint8Array
  /** Bits of `JOINT`. */
  joints: Uint8Array
}

/** What is the same for every element: the cue's words and how quotations stand around it. */
export type Scene = {
  lemma: number
  tag: number
  next: number
  /** Lemma of the auxiliary before. */
  voice: number
  inQuotation: number
  quotation: number
  /** How the sentence is quoted: 0 not, 1 words, 2 a statement before the cue, 3 after, 4 both. */
  quoting: number
  /** A closing mark stands right before the cue (1), or two to six tokens before (2). */
  closes: number
  opens: number
  firstToken: number
  endToken: number
  bounds: Bounds
}

export function sceneOf(words: Words, frame: Frame): Scene {
  const { anchor } = frame
  const { lemma, tag, quotation, quoteState } = words
  const { first: firstToken, end: endToken } = boundsAt(words, anchor)
  const own = quotation[anchor] ?? -1
  let closes = 0
  for (let i = anchor - 1; i >= firstToken && i >= anchor - MARK_REACH && closes === 0; i--) {
    if (quoteState[i] === 4) closes = anchor - i <= 1 ? 1 : 2
  }
  let opens = 0
  for (let i = anchor + 1; i < endToken && i <= anchor + MARK_REACH && opens === 0; i++) {
    if (quoteState[i] === 3) opens = i - anchor <= 2 ? 1 : 2
  }
  let k = anchor - 1
  let voice = 0
  while (k >= firstToken && (tag[k] === TAG.AUX || tag[k] === TAG.ADV || tag[k] === TAG.PART)) {
    if (tag[k] === TAG.AUX && voice === 0) voice = lemma[k] ?? 0
    k -= 1
  }
  return {
    lemma: lemma[anchor] ?? 0,
    tag: tag[anchor] ?? 0,
    next: anchor + 1 < endToken ? (lemma[anchor + 1] ?? NONE) : NONE,
    voice,
    inQuotation: own < 0 ? 0 : quoteState[anchor] === 2 ? 2 : 1,
    quotation: own,
    quoting: quotingOf(words, anchor, firstToken, endToken),
    closes,
    opens,
    firstToken,
    endToken,
    bounds: { first: firstToken, end: endToken },
  }
}

const QUOTING_REACH = 70
const MARK_REACH = 6

/** 0 no quotation beside the cue's own, 1 words, 2 a statement before the cue, 3 after it, 4 both. */
function quotingOf(words: Words, anchor: number, firstToken: number, endToken: number): number {
  const { quotation, quoteState, quotations } = words
  const own = quotation[anchor] ?? -1
  let before = false
  let after = false
  let some = false
  const to = Math.min(endToken, anchor + QUOTING_REACH)
  for (let i = Math.max(firstToken, anchor - QUOTING_REACH); i < to; i++) {
    const q = quotation[i] ?? -1
    if (q < 0 || q === own) continue
    some = true
    if ((quoteState[i] ?? 0) === 2 || quotations[q]?.double !== true) continue
    if (i < anchor) before = true
    else after = true
  }
  return before && after ? 4 : after ? 3 : before ? 2 : some ? 1 : 0
}

export function wayOf(words: Words, frame: Frame): Way {
  const count = frame.from.length
  const way: Way = {
    commas: new Uint8Array(count),
    verbs: new Uint8Array(count),
    that: new Uint8Array(count),
    marks: new Uint8Array(count),
    phrases: new Uint8Array(count),
    joints: new Uint8Array(count),
  }
  walk(words, frame, way, -1)
  walk(words, frame, way, 1)
  return way
}

const PHRASE_TAGS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM'])

/** Counts outwards from the cue; what a token adds to the counts holds from the token after it on. */
function walk(words: Words, frame: Frame, way: Way, direction: -1 | 1): void {
  let [commas, verbs, that, marks, phrases, joints] = [0, 0, 0, 0, 0, 0]
  let inPhrase = false
  const count = frame.from.length
  for (let e = frame.anchorElement + direction; e >= 0 && e < count && !frame.isFragment[e]; e += direction) {
    const i = frame.from[e] ?? 0
    const tag = words.tag[i] ?? 0
    const wordClass = words.wordClass[i]
    const nominal = IN_PHRASE[tag] === 1
    if (nominal && !inPhrase) phrases = Math.min(phrases + 1, 6)
    inPhrase = nominal
    if (words.quoteState[i] === 3 || words.quoteState[i] === 4) marks = Math.min(marks + 1, 4)
    way.commas[e] = commas
    way.verbs[e] = verbs
    way.that[e] = that
    way.marks[e] = marks
    way.phrases[e] = phrases
    way.joints[e] = joints
    if (wordClass === WORD_CLASS.comma) commas = Math.min(commas + 1, 4)
    if (tag === TAG.VERB || tag === TAG.AUX) verbs = Math.min(verbs + 1, 3)
    if (wordClass === WORD_CLASS.that) that = 1
    joints |= words.joint[i] ?? 0
  }
}

/** By number of a tag, 1 for what noun phrases are made of. */
const IN_PHRASE = Uint8Array.from(TAGS, (tag) => (PHRASE_TAGS.has(tag) ? 1 : 0))
