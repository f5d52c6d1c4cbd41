import { type Bounds, boundsAt, empty, lemmaIn, put, type Sink, settle, tagIn } from './features'
import { TAG, TAGS, WORD_CLASS, type Words } from './words'

/** The table that tells heads of cues ("told", "according", "claim") from other tokens has 2 ** CUE_BITS rows. */
export const CUE_BITS = 19
export const MOST_CUE_FEATURES = 56

const NONE = 0x5bd1
const FIRST_BLOCK = 0x1f3d

/** Parts of speech that head cues; of punctuation only the colon does (handled by its word). */
const HEAD_TAGS: ReadonlySet<string> = new Set('VERB NOUN ADJ ADP AUX ADV PROPN SCONJ INTJ X PART'.split(' '))
const HEADS = Uint8Array.from(TAGS, (tag) => (HEAD_TAGS.has(tag) ? 1 : 0))

export function canHeadCue(words: Words, i: number): boolean {
  return HEADS[words.tag[i] ?? 0] === 1 || words.wordClass[i] === WORD_CLASS.colon
}

/** What the features of one token share. */
type Place = Bounds & {
  readonly i: number
  readonly lemma: number
  readonly tag: number
  readonly quoteState: number
  /** Tag of the nearest token to the left that is no auxiliary, adverb or particle. */
  subjectTag: number
}

/** Fills `sink` with the features of token `i`. */
export function cueFeatures(words: Words, i: number, sink: Sink): void {
  firstCueFeatures(words, i, sink)
  contextFeatures(words, i, sink)
}

/** The first features only, which are enough to rule most tokens out; `contextFeatures` adds the rest. */
export function firstCueFeatures(words: Words, i: number, sink: Sink): void {
  empty(sink)
  wordFeatures(words, placeOf(words, i), sink)
  settle(sink)
}

export function contextFeatures(words: Words, i: number, sink: Sink): void {
  const place = placeOf(words, i)
  subjectFeatures(words, place, sink)
  complementFeatures(words, place, sink)
  quotationFeatures(words, place, sink)
  positionFeatures(words, place, sink)
  settle(sink)
}

function placeOf(words: Words, i: number): Place {
  const { first, end } = boundsAt(words, i)
  return {
    first,
    end,
    i,
    lemma: words.lemma[i] as number,
    tag: words.tag[i] as number,
    quoteState: words.quoteState[i] as number,
    subjectTag: 0,
  }
}

/** The word itself and two to either side. */
function wordFeatures(words: Words, place: Place, sink: Sink): void {
  const { i, lemma, tag, quoteState } = place
  const word = words.word[i] ?? 0
  const before = lemmaIn(words, place, i - 1, NONE)
  const after = lemmaIn(words, place, i + 1, NONE)
  const before2 = lemmaIn(words, place, i - 2, NONE)
  const after2 = lemmaIn(words, place, i + 2, NONE)
  const tagBefore = tagIn(words, place, i - 1)
  const tagAfter = tagIn(words, place, i + 1)
  const tagBefore2 = tagIn(words, place, i - 2)
  const tagAfter2 = tagIn(words, place, i + 2)
  put(sink, 0, 1)
  put(sink, 1, lemma)
  put(sink, 2, word)
  put(sink, 3, lemma, tag)
  put(sink, 4, tag, quoteState)
  put(sink, 5, lemma, quoteState)
  put(sink, 6, words.ending[i] ?? 0, tag)
  put(sink, 7, before, tag)
  put(sink, 8, after, tag)
  put(sink, 9, before2, tag)
  put(sink, 10, after2, tag)
  put(sink, 11, lemma, after)
  put(sink, 12, before, lemma)
  put(sink, 13, lemma, tagAfter, tagBefore)
  put(sink, 14, tagBefore, tag, tagAfter)
  put(sink, 15, tagBefore2, tagBefore, tag)
  put(sink, 16, tag, tagAfter, tagAfter2)
  put(sink, 17, lemma, after, tagAfter2)
  put(sink, 18, lemma, after2)
  put(sink, 19, lemma, before2)
  put(sink, 20, word, tagAfter)
  put(sink, 21, word, tagBefore)
  put(sink, 22, tag, words.shape[i] ?? 0)
}

const FAR_SUBJECT = 12

/** The nearest nominal to the left with the auxiliaries passed on the way to it, and the one before that. */
function subjectFeatures(words: Words, place: Place, sink: Sink): void {
  const { i, first, lemma, tag } = place
  let k = i - 1
  let auxiliary = NONE
  while (k >= first && isBetweenSubjectAndVerb(tagIn(words, place, k))) {
    if (auxiliary === NONE) auxiliary = lemmaIn(words, place, k, NONE)
    k -= 1
  }
  const subject = lemmaIn(words, place, k, NONE)
  const subjectTag = tagIn(words, place, k)
  place.subjectTag = subjectTag
  put(sink, 23, subject, tag)
  put(sink, 24, subject, lemma)
  put(sink, 25, subjectTag, tag, auxiliary)
  put(sink, 26, subjectTag, lemma)
  put(sink, 27, auxiliary, lemma)
  put(sink, 28, auxiliary, words.word[i] ?? 0)
  let far = k - 1
  while (far >= first && far > k - FAR_SUBJECT && !isNominal(tagIn(words, place, far))) far -= 1
  put(sink, 29, lemmaIn(words, place, far, NONE), tag)
  put(sink, 30, subjectTag, tagIn(words, place, far), tag)
}

const COMPLEMENT_REACH = 6

/** What follows: "that", "to", a quotation, a colon, a question word, an object. */
function complementFeatures(words: Words, place: Place, sink: Sink): void {
  const { i, end, lemma, tag } = place
  let kind = 0
  let object = NONE
  for (let f = i + 1; f < end && f <= i + COMPLEMENT_REACH && (kind === 0 || object === NONE); f++) {
    if (kind === 0) kind = complementAt(words, place, f)
    const own = tagIn(words, place, f)
    if (object === NONE && isNominal(own)) object = lemmaIn(words, place, f, NONE)
    if (own === TAG.PUNCT && kind === 0) kind = words.wordClass[f] === WORD_CLASS.comma ? 6 : 7
  }
  put(sink, 31, kind, tag)
  put(sink, 32, kind, lemma)
  put(sink, 33, object, tag)
  put(sink, 34, object, lemma)
}

function complementAt(words: Words, place: Place, f: number): number {
  if (words.quoteState[f] === 3) return 1
  switch (words.wordClass[f]) {
    case WORD_CLASS.that:
      return 2
    case WORD_CLASS.to:
      return tagIn(words, place, f + 1) === TAG.VERB ? 3 : 0
    case WORD_CLASS.colon:
      return 4
    case WORD_CLASS.question:
      return 5
    default:
      return 0
  }
}

const CLOSING_REACH = 8
const SENTENCE_REACH = 60

/** Quotations near by: one that closes before, one that opens right after, any in the sentence. */
function quotationFeatures(words: Words, place: Place, sink: Sink): void {
  const { i, first, end, lemma, tag, quoteState } = place
  const states = words.quoteState
  let before = 0
  for (let b = i - 1; b >= first && b >= i - CLOSING_REACH && before === 0; b--) {
    if (states[b] === 4) before = i - b <= 3 ? 1 : 2
  }
  const from = Math.max(first, i - SENTENCE_REACH)
  const to = Math.min(end, i + SENTENCE_REACH)
  const anywhere =
    within(words.longBefore, from, to) > 0 ? 3 : within(words.shortBefore, from, to) > 0 ? 2 : 0
  const next = states[i + 1] === 3 ? 1 : states[i + 2] === 3 ? 2 : 0
  const scene = before * 16 + anywhere * 4 + next
  put(sink, 35, scene, tag, quoteState)
  put(sink, 36, scene, lemma)
  put(sink, 37, scene, place.subjectTag, tag)
}

const VERBS_COUNTED = 30

/** Where in the sentence and the text, and the verbs around, which may govern it ("said he planned"). */
function positionFeatures(words: Words, place: Place, sink: Sink): void {
  const { i, first, end, lemma, tag } = place
  put(sink, 38, Math.min(3, i - first) * 4 + Math.min(3, end - 1 - i), tag)
  const verbs = Math.min(3, within(words.verbsBefore, Math.max(first, i - VERBS_COUNTED), i))
  put(sink, 39, verbs, tag)
  put(sink, 40, verbs, lemma)
  const isFirstBlock = words.reading.tokens[i]?.block === 0
  put(sink, 41, isFirstBlock ? FIRST_BLOCK : 0, tag, lemma)
  put(sink, 42, isFirstBlock ? 1 : 0, tag)
  const before = lemmaIn(words, place, i - 1, NONE)
  const after = lemmaIn(words, place, i + 1, NONE)
  put(sink, 43, before, lemma, after)
  put(sink, 44, after, lemmaIn(words, place, i + 2, NONE), tag)
  put(sink, 45, lemmaIn(words, place, i - 2, NONE), before, tag)
  const lastVerb = nearestVerb(words, i, -1, first)
  const nextVerb = nearestVerb(words, i, 1, end - 1)
  put(sink, 46, lastVerb, tag)
  put(sink, 47, lastVerb, lemma)
  put(sink, 48, nextVerb, tag)
  put(sink, 49, nextVerb, lemma)
}

/** How many there are in `[from, to)`, by counts before each place. */
function within(before: Int32Array, from: number, to: number): number {
  return (before[to] ?? 0) - (before[from] ?? 0)
}

const VERB_REACH = 12

/** Lemma of the nearest verb in one direction, up to token `last`. */
function nearestVerb(words: Words, i: number, step: number, last: number): number {
  for (let k = i + step; k * step <= last * step && Math.abs(k - i) <= VERB_REACH; k += step) {
    if (words.tag[k] === TAG.VERB) return words.lemma[k] ?? NONE
  }
  return NONE
}

function isNominal(tag: number): boolean {
  return tag === TAG.NOUN || tag === TAG.PROPN || tag === TAG.PRON
}

function isBetweenSubjectAndVerb(tag: number): boolean {
  return tag === TAG.AUX || tag === TAG.ADV || tag === TAG.PART
}
