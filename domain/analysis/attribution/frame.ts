import type { Words } from './words'

/**
 * The stretch of text in which one cue's source and content are looked for: the tokens of the cue's sentence
 * one by one, and the sentences around it as whole fragments (cut where a quotation opens or closes).
 */
export type Frame = {
  /** Token index of the cue's head. */
  readonly anchor: number
  /** Element of the anchor. */
  readonly anchorElement: number
  /** Tokens `[from[e], to[e])` of element `e`. */
  readonly from: readonly number[]
  readonly to: readonly number[]
  /** Element `e` is a fragment: of another sentence, or of a very long one far from the cue. */
  readonly isFragment: readonly boolean[]
  /** Element `e` and the one before it stand in one quotation, which the cue does not: it is content as a whole or not at all. */
  readonly isBound: readonly boolean[]
}

const TOKENS_EITHER_SIDE = 70
const FRAGMENTS_BEFORE = 6
const FRAGMENTS_AFTER = 10

export function frameAround(words: Words, anchor: number): Frame {
  const { tokens, sentences } = words.reading
  const home = tokens[anchor]?.sentence ?? 0
  const sentence = sentences[home]
  const sentenceFirst = sentence?.firstToken ?? anchor
  const sentenceEnd = sentence?.endToken ?? anchor + 1
  const first = Math.max(sentenceFirst, anchor - TOKENS_EITHER_SIDE)
  const end = Math.min(sentenceEnd, anchor + TOKENS_EITHER_SIDE)
  const from: number[] = []
  const to: number[] = []
  const isFragment: boolean[] = []
  const before: [number, number][] = first > sentenceFirst ? [[sentenceFirst, first]] : []
  const block = sentence?.block ?? 0
  for (let s = home - 1; s >= 0 && before.length < FRAGMENTS_BEFORE && sentences[s]?.block === block; s--) {
    before.push(...fragmentsOf(words, s).reverse())
  }
  for (const [a, b] of before.slice(0, FRAGMENTS_BEFORE).reverse()) {
    from.push(a)
    to.push(b)
    isFragment.push(true)
  }
  const anchorElement = from.length + anchor - first
  for (let i = first; i < end; i++) {
    from.push(i)
    to.push(i + 1)
    isFragment.push(false)
  }
  if (end < sentenceEnd) {
    from.push(end)
    to.push(sentenceEnd)
    isFragment.push(true)
  }
  let after = 0
  for (let s = home + 1; s < sentences.length && after < FRAGMENTS_AFTER; s++) {
    if (sentences[s]?.block !== block && !runsOver(words, s)) break
    for (const [a, b] of fragmentsOf(words, s)) {
      if (after++ >= FRAGMENTS_AFTER) break
      from.push(a)
      to.push(b)
      isFragment.push(true)
    }
  }
  return { anchor, anchorElement, from, to, isFragment, isBound: boundOf(words, anchor, from, to) }
}

function boundOf(words: Words, anchor: number, from: readonly number[], to: readonly number[]): boolean[] {
  const own = words.quotation[anchor] ?? -1
  return from.map((start, e) => {
    const index = words.quotation[start] ?? -1
    if (e === 0 || index < 0 || index === own || words.quotations[index]?.double !== true) return false
    return words.quotation[(to[e - 1] ?? 0) - 1] === index
  })
}

/** Whether sentence `s` opens a block that goes on the quotation, or answers the colon, of the block before. */
function runsOver(words: Words, s: number): boolean {
  const { tokens, sentences } = words.reading
  const here = sentences[s]
  const previous = sentences[s - 1]
  if (!here || !previous) return false
  if (here.block === previous.block) return true
  const quotation = words.quotations[words.quotation[here.firstToken] ?? -1]
  return quotation?.continues === true || tokens[previous.endToken - 1]?.word === ':'
}

/** Sentence `s` cut before every opening and after every closing mark of a quotation of some length. */
function fragmentsOf(words: Words, s: number): [number, number][] {
  const sentence = words.reading.sentences[s]
  if (!sentence) return []
  const cuts: [number, number][] = []
  let from = sentence.firstToken
  for (let i = sentence.firstToken + 1; i < sentence.endToken; i++) {
    if (words.inLong[i] !== words.inLong[i - 1]) {
      cuts.push([from, i])
      from = i
    }
  }
  cuts.push([from, sentence.endToken])
  return cuts
}
