import type { Range } from '../../article/range'
import { GRANTS, GROUND, GROUND_BEFORE, GROUND_NEXT, type GrantKind, MAY_GRANT, NOT_A_GRANT } from './grants'
import { sentencesIn } from './sentences'

/** A telling of anonymity in one sentence, before it is known whose it is. */
export type Grant = {
  readonly kind: GrantKind
  readonly range: Range
  readonly sentence: Range
  readonly reasonRange: Range | null
}

/** A ground stands no further than this behind the words of the grant, in UTF-16 code units. */
const GROUND_GAP = 90
/** Only so much of a sentence is read: a longer one is none. */
const LONGEST_SENTENCE = 1_500
/** Kinds whose own words are the ground. */
const IS_GROUND: readonly GrantKind[] = ['not-authorised', 'policy']

/** Tellings in text order, at most one a sentence. */
export function grantsIn(text: string, story: readonly Range[]): Grant[] {
  const grants: Grant[] = []
  for (const block of story) {
    if (!MAY_GRANT.test(text.slice(block[0], block[1]))) continue
    const sentences = sentencesIn(text, block)
    sentences.forEach((sentence, index) => {
      const grant = grantIn(text, sentence, sentences[index + 1] ?? null)
      if (grant) grants.push(grant)
    })
  }
  return grants
}

function grantIn(text: string, sentence: Range, next: Range | null): Grant | null {
  const words = unquoted(text.slice(sentence[0], Math.min(sentence[1], sentence[0] + LONGEST_SENTENCE)))
  if (!MAY_GRANT.test(words) || NOT_A_GRANT.test(words)) return null
  for (const { kind, pattern } of GRANTS) {
    const match = pattern.exec(words)
    if (!match || (kind === 'not-authorised' && !isDenied(words, match))) continue
    const start = sentence[0] + match.index
    const length = IS_GROUND.includes(kind) ? groundLength(match[0]) : match[0].length
    const range = trimmed(text, start, start + length)
    const reasonRange = IS_GROUND.includes(kind) ? range : reasonOf(text, words, sentence, range, next)
    return { kind, range, sentence, reasonRange }
  }
  return null
}

/** "authorized to speak" is a ban only with a denial in it or right before it. */
function isDenied(words: string, match: RegExpExecArray): boolean {
  const own = words.slice(Math.max(0, match.index - 12), match.index + match[0].length)
  return /\b(?:not|never)\b|n[’']t\b|without|lack|no\b|barred|prohibited|forbidden/i.test(own)
}

/** Blanks out what stands between quotation marks, single, double or doubled, keeping every offset. */
function unquoted(words: string): string {
  return words.replaceAll(
    /“[^”]*(?:”|$)|"[^"]*(?:"|$)|''(?:[^']|'(?!'))*(?:''|$)|‘(?:[^‘’]|’(?=\p{L}))*’/gu,
    (quote) => ' '.repeat(quote.length),
  )
}

function trimmed(text: string, start: number, end: number): Range {
  let from = start
  let to = end
  while (from < to && /\s/.test(text.charAt(from))) from += 1
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1
  return [from, to]
}

/** "… anonymity to offer a frank view": the purpose follows at once. "to reporters" is none. */
const PURPOSE =
  /^\s(?:in order )?to (?!(?:the|an?|his|her|their|our|this|that|reporters?|journalists?|media|local|state|foreign|be|all|both|each|everyone|him|them|people)\b)\p{Ll}{2,}/u

function reasonOf(
  text: string,
  words: string,
  sentence: Range,
  grant: Range,
  next: Range | null,
): Range | null {
  const after = grant[1] - sentence[0]
  const tail = words.slice(after)
  const ground = PURPOSE.exec(tail) ?? GROUND.exec(tail)
  if (ground && ground.index <= GROUND_GAP && !/[.;]/.test(tail.slice(0, ground.index))) {
    const start = sentence[0] + after + ground.index
    return trimmed(text, start, start + groundLength(tail.slice(ground.index)))
  }
  const before = GROUND_BEFORE.exec(words.slice(0, grant[0] - sentence[0]))?.groups?.reason
  if (before) {
    const start = sentence[0] + words.indexOf(before)
    return [start, start + before.length]
  }
  if (!next) return null
  const follows = GROUND_NEXT.exec(text.slice(next[0], Math.min(next[1], next[0] + 300)))
  return follows ? trimmed(text, next[0], next[0] + follows[0].length) : null
}

/** A ground ends at the next comma, dash, quotation mark or end of the sentence; a concession in it has one of its own. */
function groundLength(words: string): number {
  const concession =
    /^because (?:even though|although|though|even if)\b[^,.;]*,/i.exec(words)?.[0].length ?? 0
  const end =
    /[,;:—–]|\s-\s|\.(?=\s|$|[”"])|[“”"!?)]|\s{3,}|\s(?:said|told|says|tells|added|confirmed|described|and (?:said|asked|spoke))\b/.exec(
      words.slice(concession),
    )
  return end ? concession + end.index : words.length
}
