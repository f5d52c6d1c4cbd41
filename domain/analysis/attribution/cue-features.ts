import { mix } from './hashing'
import { TAG, type Words } from './words'

/** What the words around a token tell about it as the head of a cue ("told", "according", "claim"). */
export const CUE_BITS = 19

const MASK = (1 << CUE_BITS) - 1
const NONE = 0x5bd1
const BLOCK_EDGE = 0x1f3d

/** Parts of speech that head cues; of punctuation only the colon does (handled by its word). */
const HEADS = new Set([
  TAG.VERB,
  TAG.NOUN,
  TAG.ADJ,
  TAG.ADP,
  TAG.AUX,
  TAG.ADV,
  TAG.PROPN,
  TAG.SCONJ,
  TAG.INTJ,
  TAG.X,
  TAG.PART,
])

export function canHeadCue(words: Words, i: number): boolean {
  return HEADS.has(words.tag[i] ?? 0) || words.reading.tokens[i]?.word === ':'
}

/** Writes the feature rows of token `i` into `out` and returns how many there are. */
export function cueFeatures(words: Words, i: number, out: Int32Array): number {
  const { lemma, word, tag, ending, shape, quoteState } = words
  const sentence = words.reading.sentences[words.reading.tokens[i]?.sentence ?? 0]
  const first = sentence?.firstToken ?? i
  const end = sentence?.endToken ?? i + 1
  let n = 0
  const add = (template: number, a: number, b = 0, c = 0) => {
    out[n++] = mix(template, a, b, c) & MASK
  }
  const lemmaAt = (k: number): number => (k < first || k >= end ? NONE : (lemma[k] ?? NONE))
  const tagAt = (k: number): number => (k < first || k >= end ? 31 : (tag[k] ?? 31))
  const l0 = lemmaAt(i)
  const t0 = tagAt(i)
  const w0 = word[i] ?? 0
  const q0 = quoteState[i] ?? 0
  add(0, 1)
  add(1, l0)
  add(2, w0)
  add(3, l0, t0)
  add(4, t0, q0)
  add(5, l0, q0)
  add(6, ending[i] ?? 0, t0)
  add(7, lemmaAt(i - 1), t0)
  add(8, lemmaAt(i + 1), t0)
  add(9, lemmaAt(i - 2), t0)
  add(10, lemmaAt(i + 2), t0)
  add(11, l0, lemmaAt(i + 1))
  add(12, lemmaAt(i - 1), l0)
  add(13, l0, tagAt(i + 1), tagAt(i - 1))
  add(14, tagAt(i - 1), t0, tagAt(i + 1))
  add(15, tagAt(i - 2), tagAt(i - 1), t0)
  add(16, t0, tagAt(i + 1), tagAt(i + 2))
  add(17, l0, lemmaAt(i + 1), tagAt(i + 2))
  add(18, l0, lemmaAt(i + 2))
  add(19, l0, lemmaAt(i - 2))
  add(20, w0, tagAt(i + 1))
  add(21, w0, tagAt(i - 1))
  add(22, t0, shape[i] ?? 0)
  // The subject: the nearest nominal to the left, and the auxiliaries passed on the way to it.
  let k = i - 1
  let auxiliary = NONE
  while (k >= first && (tagAt(k) === TAG.AUX || tagAt(k) === TAG.ADV || tagAt(k) === TAG.PART)) {
    if (auxiliary === NONE) auxiliary = lemmaAt(k)
    k -= 1
  }
  const subject = lemmaAt(k)
  const subjectTag = tagAt(k)
  add(23, subject, t0)
  add(24, subject, l0)
  add(25, subjectTag, t0, auxiliary)
  add(26, subjectTag, l0)
  add(27, auxiliary, l0)
  add(28, auxiliary, w0)
  // The nearest noun phrase head further left, behind commas and relative clauses.
  let far = k - 1
  while (far >= first && far > k - 12 && !isNominal(tagAt(far))) far -= 1
  add(29, lemmaAt(far), t0)
  add(30, subjectTag, tagAt(far), t0)
  // What follows: "that", "to", a quotation, a colon, an object.
  let follow = 0
  let object = NONE
  for (let f = i + 1; f < end && f <= i + 6; f++) {
    const state = quoteState[f] ?? 0
    if (state === 3 && follow === 0) follow = 1
    const lower = words.reading.tokens[f]?.lower
    if (follow === 0 && lower === 'that') follow = 2
    if (follow === 0 && lower === 'to' && tagAt(f + 1) === TAG.VERB) follow = 3
    if (follow === 0 && lower === ':') follow = 4
    if (
      follow === 0 &&
      (lower === 'whether' || lower === 'how' || lower === 'why' || lower === 'what' || lower === 'if')
    )
      follow = 5
    if (object === NONE && isNominal(tagAt(f))) object = lemmaAt(f)
    if (tagAt(f) === TAG.PUNCT && follow === 0) follow = lower === ',' ? 6 : 7
    if (follow !== 0 && object !== NONE) break
  }
  add(31, follow, t0)
  add(32, follow, l0)
  add(33, object, t0)
  add(34, object, l0)
  // Quotations near by: closing right before, opening right after, anywhere in the sentence.
  let before = 0
  for (let b = i - 1; b >= first && b >= i - 8 && before === 0; b--)
    if (quoteState[b] === 4) before = i - b <= 3 ? 1 : 2
  let anywhere = 0
  const from = Math.max(first, i - 60)
  const to = Math.min(end, i + 60)
  for (let s = from; s < to && anywhere !== 3; s++) {
    const state = quoteState[s] ?? 0
    if (state === 1) anywhere = 3
    else if (state === 2) anywhere = 2
  }
  const nextQuote = quoteState[i + 1] === 3 ? 1 : quoteState[i + 2] === 3 ? 2 : 0
  const scene = before * 16 + anywhere * 4 + nextQuote
  add(35, scene, t0, q0)
  add(36, scene, l0)
  add(37, scene, subjectTag, t0)
  // Where in the sentence.
  const early = Math.min(3, i - first)
  const late = Math.min(3, end - 1 - i)
  add(38, early * 4 + late, t0)
  let verbs = 0
  for (let v = Math.max(first, i - 30); v < i; v++) if (tagAt(v) === TAG.VERB) verbs += 1
  add(39, Math.min(verbs, 3), t0)
  add(40, Math.min(verbs, 3), l0)
  const block = words.reading.tokens[i]?.block ?? 0
  add(41, block === 0 ? BLOCK_EDGE : 0, t0, l0)
  add(42, block === 0 ? 1 : 0, t0)
  add(43, lemmaAt(i - 1), l0, lemmaAt(i + 1))
  add(44, lemmaAt(i + 1), lemmaAt(i + 2), t0)
  add(45, lemmaAt(i - 2), lemmaAt(i - 1), t0)
  return n
}

function isNominal(tag: number): boolean {
  return tag === TAG.NOUN || tag === TAG.PROPN || tag === TAG.PRON
}
