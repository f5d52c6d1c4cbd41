import type { Range } from '../article/range'

/** One term as it lies in the index, and where its letters stand in the original text (UTF-16 code units). */
export type Token = { readonly term: string; readonly range: Range }

/**
 * Number of the rules below. The index remembers the number it was built with and is rebuilt when they differ,
 * because entries can only be taken out of it with exactly the terms that were put in.
 */
export const TOKEN_RULES = 1

/** Longer runs of letters are data, not words (Lucene's StandardTokenizer draws the line at the same length). */
const LONGEST_TERM = 255

/** Soft hyphen, zero-width space and joiners stand inside words of saved pages and are no part of them. */
const RUN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00AD\u200B-\u200D\u2060]*/gu

/** A letter with all that belongs to it: its marks, the jamo of one syllable, a half-width voicing mark. */
const LETTER =
  /[\u1100-\u115F\uA960-\uA97C][\u1160-\u11A7\uD7B0-\uD7C6]+[\u11A8-\u11FF\uD7CB-\uD7FB]*|[\s\S](?:\p{M}|[\u00AD\u200B-\u200D\u2060\uFF9E\uFF9F])*/gu

/** Marks over Latin, Greek and Cyrillic letters; voicing marks of kana and vowel signs are letters of their own. */
const DIACRITICS = /[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE00-\uFE0F\uFE20-\uFE2F]/g
const NOT_A_LETTER = /[^\p{L}\p{N}\p{M}]/gu
const CJK = /^[\p{scx=Hang}\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/u

/**
 * Splits text into the terms of the full-text index. The one tokeniser, for what is indexed and for what is sought.
 *
 * Words are runs of letters and digits, in NFKC, lower case, without diacritics. Runs of Hangul, Han and Kana become
 * overlapping pairs, a letter that stands alone itself, as Lucene's CJKAnalyzer (CJKBigramFilter) does; so two
 * syllables are found inside any longer run. Ranges are in text order and lie in the text as it was given.
 */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  for (const match of text.matchAll(RUN)) {
    const run = match[0]
    const start = match.index
    if (isEvery(run, isAscii))
      found.push({ term: cut(run.toLowerCase()), range: [start, start + run.length] })
    else if (isEvery(run, isPlainCjk)) pairsOfPlainRun(run, start, found)
    else tokensOfRun(run, start, found)
  }
  return found
}

/** The terms alone, joined by blanks: what a column of the index is given. */
export function terms(text: string): string {
  return tokens(text)
    .map((token) => token.term)
    .join(' ')
}

/** Whether a term belongs to a script that is indexed in pairs. */
export function isCjk(term: string): boolean {
  return CJK.test(term)
}

type Letter = { readonly folded: string; readonly start: number; readonly end: number; readonly cjk: boolean }

/** The usual Korean or Chinese run, whose letters are one code unit each and their own folding. */
function pairsOfPlainRun(run: string, offset: number, found: Token[]): void {
  if (run.length === 1) found.push({ term: run, range: [offset, offset + 1] })
  for (let at = 0; at + 1 < run.length; at += 1) {
    found.push({ term: run.slice(at, at + 2), range: [offset + at, offset + at + 2] })
  }
}

function tokensOfRun(run: string, offset: number, found: Token[]): void {
  let group: Letter[] = []
  for (const letter of lettersOf(run, offset)) {
    if (group[0] !== undefined && group[0].cjk !== letter.cjk) {
      flush(group, found)
      group = []
    }
    group.push(letter)
  }
  flush(group, found)
}

function lettersOf(run: string, offset: number): Letter[] {
  const letters: Letter[] = []
  for (const match of run.matchAll(LETTER)) {
    const folded = fold(match[0])
    if (folded === '') continue
    const start = offset + match.index
    letters.push({ folded, start, end: start + match[0].length, cjk: isCjk(folded) })
  }
  return letters
}

function fold(letter: string): string {
  if (isEvery(letter, isPlainCjk)) return letter
  return letter
    .normalize('NFKD')
    .replace(DIACRITICS, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(NOT_A_LETTER, '')
}

/** Precomposed Hangul syllables and the common Han block: normalisation leaves them as they are. */
function isPlainCjk(unit: number): boolean {
  return (unit >= 0xac00 && unit <= 0xd7a3) || (unit >= 0x4e00 && unit <= 0x9fff)
}

function flush(group: readonly Letter[], found: Token[]): void {
  const first = group[0]
  const last = group.at(-1)
  if (first === undefined || last === undefined) return
  if (!first.cjk || first === last) {
    const term = group.map((letter) => letter.folded).join('')
    found.push({ term: cut(term), range: [first.start, last.end] })
    return
  }
  let before = first
  for (const letter of group.slice(1)) {
    found.push({ term: before.folded + letter.folded, range: [before.start, letter.end] })
    before = letter
  }
}

function isAscii(unit: number): boolean {
  return unit <= 0x7f
}

function isEvery(run: string, is: (unit: number) => boolean): boolean {
  for (let at = 0; at < run.length; at += 1) if (!is(run.charCodeAt(at))) return false
  return true
}

function cut(term: string): string {
  return term.length > LONGEST_TERM ? Array.from(term).slice(0, LONGEST_TERM).join('') : term
}
