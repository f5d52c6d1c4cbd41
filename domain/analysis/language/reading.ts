import type { Range } from '../../article/range'
import { english, type Tag } from './english'
import { piecesOf } from './pieces'

/** One token of the story: a word, a clitic (`n’t`, `’s`), a number or a punctuation mark. */
export type Token = {
  /** Where it stands in the text, UTF-16 code units, half open. */
  readonly start: number
  readonly end: number
  /** As written. */
  readonly word: string
  /** Lower case, with curly apostrophes straightened. */
  readonly lower: string
  /** Dictionary form in lower case ("said" -> "say"). */
  readonly lemma: string
  /** Universal part of speech. */
  readonly tag: Tag
  /** Index into `LanguageReading.sentences`. */
  readonly sentence: number
  /** Index into `LanguageReading.blocks`. */
  readonly block: number
}

/** One sentence. It never crosses a block; closing quotation marks belong to the sentence before them. */
export type Sentence = {
  readonly range: Range
  /** Tokens `[firstToken, endToken)` of `LanguageReading.tokens`. */
  readonly firstToken: number
  readonly endToken: number
  readonly block: number
}

/**
 * Tokens, tags, lemmas and sentences of a story, read once an article and shared by everything that looks at
 * its words. Tokens and sentences are in text order.
 */
export type LanguageReading = {
  readonly text: string
  /** The ranges that were read, as given. */
  readonly blocks: readonly Range[]
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
}

/**
 * Reads the blocks at `ranges` (in text order) as English: one pass of wink-nlp over each.
 *
 * Linear in the length of the text: runs of characters without a blank are cut before the tagger sees them, so a
 * megabyte of quotation marks costs no more than a megabyte of words.
 */
export function readLanguage(text: string, ranges: readonly Range[]): LanguageReading {
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  ranges.forEach((range, block) => {
    for (const piece of piecesOf(text, range)) readPiece(text, piece, block, tokens, sentences)
  })
  return { text, blocks: ranges, tokens, sentences }
}

function readPiece(text: string, piece: Range, block: number, tokens: Token[], sentences: Sentence[]): void {
  const read = english(text.slice(piece[0], piece[1]).replaceAll(/\s/g, ' '))
  let position = piece[0]
  let first = tokens.length
  let sentence = sentences.length
  let nextEnd = 0
  const close = () => {
    const opening = tokens[first]
    const closing = tokens[tokens.length - 1]
    if (!opening || !closing || first === tokens.length) return
    sentences.push({
      range: [opening.start, closing.end],
      firstToken: first,
      endToken: tokens.length,
      block,
    })
    first = tokens.length
    sentence = sentences.length
  }
  read.words.forEach((word, index) => {
    const at = locate(text, word, position, piece[1])
    if (at) {
      position = at[1]
      const lower = word.toLowerCase().replaceAll('’', "'")
      tokens.push({
        start: at[0],
        end: at[1],
        word,
        lower,
        lemma: read.lemmas[index] ?? lower,
        tag: read.tags[index] ?? 'X',
        sentence,
        block,
      })
    }
    if (index === read.sentenceEnds[nextEnd]) {
      nextEnd += 1
      close()
    }
  })
  close()
}

/** The range of `word` at or right after `from`; null for what is not in the text (blank tokens). */
function locate(text: string, word: string, from: number, limit: number): Range | null {
  let start = from
  while (start < limit && isBlank(text.charCodeAt(start))) start += 1
  if (text.startsWith(word, start)) return [start, start + word.length]
  return null
}

function isBlank(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  )
}
