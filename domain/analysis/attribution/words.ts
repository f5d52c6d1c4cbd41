import type { LanguageReading, Token } from '../language/reading'
import { hashOf } from './hashing'
import { findQuotations, type Quotation } from './quotes'

/** Tags as small numbers: position in this list. */
export const TAGS = [
  'X',
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'SPACE',
] as const
const NUMBER_OF_TAG = new Map<string, number>(TAGS.map((tag, number) => [tag, number]))
export const TAG = Object.fromEntries(TAGS.map((tag, number) => [tag, number])) as Readonly<
  Record<(typeof TAGS)[number], number>
>

/**
 * The reading as flat arrays of numbers, one entry a token, which the features are made of: hashes of lemma, word
 * and ending, the tag, and where the token stands among quotation marks.
 */
export type Words = {
  readonly reading: LanguageReading
  readonly count: number
  readonly lemma: Int32Array
  readonly word: Int32Array
  readonly ending: Int32Array
  readonly tag: Uint8Array
  /** 0 lower case, 1 capitalised, 2 all capitals, 3 has a digit, 4 anything else. */
  readonly shape: Uint8Array
  /** Index into `quotations` of the one the token stands in, marks included; -1 outside. */
  readonly quotation: Int32Array
  /** 0 outside, 1 inside a long quotation, 2 inside a short one (five words or fewer), 3 an opening mark, 4 a closing mark. */
  readonly quoteState: Uint8Array
  readonly quotations: readonly Quotation[]
  /** What the word does for syntax: a number of `WORD_CLASS`, 0 for most. */
  readonly wordClass: Uint8Array
  /** What the word joins: bits of `JOINT`. */
  readonly joint: Uint8Array
  /** 1 in a quotation between double marks that is more than a few words. */
  readonly inLong: Uint8Array
  /** How many verbs, tokens of long and of short quotations come before token `i`: `count + 1` entries. */
  readonly verbsBefore: Int32Array
  readonly longBefore: Int32Array
  readonly shortBefore: Int32Array
}

/** Words that the features look for by name. */
export const WORD_CLASS = { that: 1, to: 2, colon: 3, question: 4, comma: 5 } as const
const CLASS_OF_WORD: ReadonlyMap<string, number> = new Map([
  ['that', WORD_CLASS.that],
  ['to', WORD_CLASS.to],
  [':', WORD_CLASS.colon],
  ['whether', WORD_CLASS.question],
  ['how', WORD_CLASS.question],
  ['why', WORD_CLASS.question],
  ['what', WORD_CLASS.question],
  ['if', WORD_CLASS.question],
  [',', WORD_CLASS.comma],
])

/** Words that part a sentence: a relative pronoun, a mark that breaks it, a conjunction. */
export const JOINT = { relative: 1, break: 2, conjunction: 4 } as const
const JOINT_OF_WORD: ReadonlyMap<string, number> = new Map([
  ...['who', 'which', 'whose', 'where'].map((word) => [word, JOINT.relative] as const),
  ...[':', '—', '–', ';', '--'].map((mark) => [mark, JOINT.break] as const),
])

/** Tokens; a quotation of no more is words in quotation marks. */
const SHORT_QUOTATION = 5
/** UTF-16 code units, marks included, from which on a quotation can be a statement of its own. */
const LONG_QUOTATION = 40

export function wordsOf(reading: LanguageReading): Words {
  const { tokens } = reading
  const count = tokens.length
  const words: Words = {
    reading,
    count,
    lemma: new Int32Array(count),
    word: new Int32Array(count),
    ending: new Int32Array(count),
    tag: new Uint8Array(count),
    shape: new Uint8Array(count),
    quotation: new Int32Array(count).fill(-1),
    quoteState: new Uint8Array(count),
    quotations: findQuotations(reading.text, reading.blocks),
    wordClass: new Uint8Array(count),
    joint: new Uint8Array(count),
    inLong: new Uint8Array(count),
    verbsBefore: new Int32Array(count + 1),
    longBefore: new Int32Array(count + 1),
    shortBefore: new Int32Array(count + 1),
  }
  const known = new Map<string, Spelling>()
  const spelling = (text: string): Spelling => {
    const before = known.get(text)
    if (before !== undefined) return before
    const one = spellingOf(text)
    known.set(text, one)
    return one
  }
  tokens.forEach((token, i) => {
    const { hash, ending, wordClass, joint } = spelling(token.lower)
    const tag = NUMBER_OF_TAG.get(token.tag) ?? 0
    words.lemma[i] = token.lemma === token.lower ? hash : spelling(token.lemma).hash
    words.word[i] = hash
    words.ending[i] = ending
    words.tag[i] = tag
    words.shape[i] = shapeOf(token)
    words.wordClass[i] = wordClass
    words.joint[i] = joint | (tag === TAG.CCONJ || tag === TAG.SCONJ ? JOINT.conjunction : 0)
  })
  markQuotations(words)
  countBefore(words)
  return words
}

/** All that follows from how a word is spelt, found once for all its occurrences. */
type Spelling = {
  readonly hash: number
  readonly ending: number
  readonly wordClass: number
  readonly joint: number
}

function spellingOf(word: string): Spelling {
  return {
    hash: hashOf(word),
    ending: hashOf(word.slice(-3)),
    wordClass: CLASS_OF_WORD.get(word) ?? 0,
    joint: JOINT_OF_WORD.get(word) ?? 0,
  }
}

function shapeOf({ word }: Token): number {
  const first = word.charCodeAt(0)
  if (/\d/.test(word)) return 3
  if (first >= 0x61 && first <= 0x7a) return 0
  if (/^\p{Lu}/u.test(word)) return word.length > 1 && word === word.toUpperCase() ? 2 : 1
  return /^\p{L}/u.test(word) ? 0 : 4
}

function countBefore({ count, tag, quoteState, verbsBefore, longBefore, shortBefore }: Words): void {
  for (let i = 0; i < count; i++) {
    const state = quoteState[i]
    verbsBefore[i + 1] = (verbsBefore[i] as number) + (tag[i] === TAG.VERB ? 1 : 0)
    longBefore[i + 1] = (longBefore[i] as number) + (state === 1 ? 1 : 0)
    shortBefore[i + 1] = (shortBefore[i] as number) + (state === 2 ? 1 : 0)
  }
}

function markQuotations(words: Words): void {
  const { tokens } = words.reading
  let i = 0
  words.quotations.forEach((quotation, index) => {
    const [start, end] = quotation.range
    while (i < tokens.length && (tokens[i]?.end ?? 0) <= start) i += 1
    const first = i
    while (i < tokens.length && (tokens[i]?.start ?? end) < end) i += 1
    const state = i - first - 2 <= SHORT_QUOTATION ? 2 : 1
    if (quotation.double && end - start > LONG_QUOTATION) words.inLong.fill(1, first, i)
    for (let k = first; k < i; k++) {
      words.quotation[k] = index
      words.quoteState[k] = state
    }
    if (i > first) {
      words.quoteState[first] = 3
      if (quotation.closed) words.quoteState[i - 1] = 4
    }
  })
}
