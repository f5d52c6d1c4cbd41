import type { Range } from '../../article/range'
import { english, type Tag } from './english'
import { piecesOf } from './pieces'
import { sentenceEnds } from './sentence-ends'

/** One token of the story: a word, a clitic (`n’t`, `’s`), a number or a punctuation mark. */
export type Token = {
  /** Where it stands in the text, UTF-16 code units, half open. */
  readonly start: number
  readonly end: number
  /** As written; a mark of two characters ('') is one token. */
  readonly word: string
  /** Lower case, with curly apostrophes straightened and doubled ones as one straight mark. */
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

/** What goes on longer is a table, a list or noise; it is cut, so that nothing that looks at sentences grows with it. */
const LONGEST_SENTENCE = 300

function readPiece(text: string, piece: Range, block: number, tokens: Token[], sentences: Sentence[]): void {
  const plain = plainMarks(text.slice(piece[0], piece[1]))
  const read = english(plain)
  const ends = new Set(sentenceEnds(read))
  let position = 0
  let first = tokens.length
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
  }
  read.words.forEach((written, index) => {
    const at = locate(plain, written, position)
    if (at >= 0) {
      position = at + written.length
      const [start, end] = placeOf(text, at + piece[0], written)
      const lower = lowered(written)
      tokens.push({
        start,
        end,
        word: end - start === written.length ? written : text.slice(start, end),
        lower,
        lemma: read.lemmas[index] ?? lower,
        tag: read.tags[index] ?? 'X',
        sentence: sentences.length,
        block,
      })
    }
    if (ends.has(index) || tokens.length - first >= LONGEST_SENTENCE) close()
  })
  close()
}

/**
 * The piece as the tagger reads it best, character by character as long: any blank as a space, and doubled
 * apostrophes or grave accents as one straight mark beside the word they belong to.
 */
function plainMarks(words: string): string {
  // Nearly every blank is a space already.
  const plain = words.replaceAll(/[^\S ]/g, ' ')
  if (!plain.includes("''") && !plain.includes('``')) return plain
  return plain.replaceAll(/(?:''|``)(?!['`])/g, (_, at: number) =>
    /[^\s.,;:!?)]/.test(plain.charAt(at + 2)) && !/[\p{L}\p{N}.,!?]/u.test(plain.charAt(at - 1))
      ? ' "'
      : '" ',
  )
}

/** Where the token is in the text; a straight mark can stand for two characters. */
function placeOf(text: string, start: number, written: string): Range {
  if (written !== '"' || text.charAt(start) === '"') return [start, start + written.length]
  const second = text.charAt(start)
  return text.charAt(start + 1) === second && text.charAt(start - 1) !== second
    ? [start, start + 2]
    : [start - 1, start + 1]
}

function lowered(written: string): string {
  const lower = written.toLowerCase()
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower
}

/** Where `word` begins at or right after `from`; -1 for what is not in the text (blank tokens). */
function locate(text: string, word: string, from: number): number {
  let start = from
  while (start < text.length && isBlank(text.charCodeAt(start))) start += 1
  return text.startsWith(word, start) ? start : -1
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
