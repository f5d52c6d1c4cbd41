import type { TextLine } from './lines'

/** What the document as a whole tells of how its lines are broken. */
export type WordEvidence = {
  /** Words that are written with a hyphen inside a line somewhere. */
  readonly hyphenated: ReadonlySet<string>
  /** Whether lines that end between words have a blank there: then those without one end inside a word. */
  readonly hasBlanksAtEnds: boolean
}

const HYPHEN_AT_END = /(\p{L}+)[-\u2010\u00AD]$/u
/** Scripts without blanks between words, and Hangul, whose lines end inside words in some programs and not in others. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。，「」]/u
const HANGUL = /\p{Script=Hangul}/u

export function evidenceOf(lines: readonly TextLine[]): WordEvidence {
  const inside = lines.flatMap(({ words }) => words.match(/\p{L}+-\p{L}+/gu) ?? [])
  const korean = lines.filter(({ words }) => HANGUL.test(words.slice(-1)))
  const blanks = korean.filter(({ blankAfter }) => blankAfter).length
  return {
    hyphenated: new Set(inside.map((word) => word.toLowerCase())),
    hasBlanksAtEnds: blanks > korean.length / 5,
  }
}

/** The lines of a paragraph as running text, words that were broken at a line's end made whole. */
export function joinedWords(lines: readonly TextLine[], evidence: WordEvidence): string {
  let words = ''
  let blankAfter = false
  for (const line of lines) {
    words = words === '' ? line.words : joinedPair(words, line.words, blankAfter, evidence)
    blankAfter = line.blankAfter
  }
  return words
}

function joinedPair(before: string, after: string, blankAfter: boolean, evidence: WordEvidence): string {
  const broken = HYPHEN_AT_END.exec(before)
  if (broken !== null && /^\p{L}/u.test(after)) {
    const rest = /^\p{L}+/u.exec(after)?.[0] ?? ''
    const isCompound = /^\p{Lu}/u.test(rest) || evidence.hyphenated.has(`${broken[1]}-${rest}`.toLowerCase())
    return (isCompound ? before : before.slice(0, -1)) + after
  }
  const [end = '', start = ''] = [before.slice(-1), after.slice(0, 1)]
  if (UNSPACED.test(end) && UNSPACED.test(start)) return before + after
  const isInsideWord = HANGUL.test(end) && HANGUL.test(start) && evidence.hasBlanksAtEnds && !blankAfter
  return isInsideWord ? before + after : `${before} ${after}`
}
