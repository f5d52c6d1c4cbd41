import type { Range } from '../article/range'
import { groupRange } from './lines'
import { isProperName } from './names'
import type { CaptionRules } from './pack'

/** Longest caption, in UTF-16 code units; a longer line is a paragraph of the story. */
const LONGEST_CAPTION = 700
/** Only the end of a line is searched for a credit. */
const CREDIT_TAIL = 180

/** What a caption tells at its end of who made the picture. */
export type CaptionCredit = {
  readonly credit: string
  readonly range: Range
  readonly photographer: string | null
  readonly photographerRange: Range | null
}

/**
 * The credit at the end of a caption; `offset` is where `words` stands in the text; `isKnown` says that the page itself
 * calls them a caption. Null when it has none.
 */
export function creditOf(
  rules: CaptionRules,
  words: string,
  offset: number,
  isKnown = false,
): CaptionCredit | null {
  const cut = Math.max(0, words.length - CREDIT_TAIL)
  const tail = words.slice(cut)
  if (!isKnown && !rules.hint.test(tail)) return null
  for (const pattern of isKnown ? [...rules.credits, ...rules.creditsOfKnown] : rules.credits) {
    const match = pattern.exec(tail)
    const credit = match?.groups?.credit
    const range = match && groupRange(match, 'credit', offset + cut)
    if (!credit || !range || /^[\p{Ll}\d]/u.test(credit) || credit.split(/\s+/).length > 9) continue
    const photographer = match.groups?.photographer?.trim()
    const whole =
      photographer === undefined && /\bby\s*$/i.test(tail.slice(0, match.indices?.groups?.credit?.[0]))
    const name = photographer ?? (whole ? credit : undefined)
    const named = name !== undefined && isProperName(name)
    const at = photographer === undefined ? range : groupRange(match, 'photographer', offset + cut)
    return {
      credit,
      range,
      photographer: named ? name : null,
      photographerRange: named && at && name ? [at[0], at[0] + name.length] : null,
    }
  }
  return null
}

/** Whether a line of running text reads as the caption of a picture. */
export function isCaption(rules: CaptionRules, words: string): boolean {
  if (words.length > LONGEST_CAPTION) return false
  return rules.opening.test(words) || creditOf(rules, words, 0) !== null
}

/** Share of the longer words of `alt` that the caption has too: an alternative text says the same in short. */
export function wordsShared(alt: string, caption: string): number {
  const words = new Set(longWords(caption))
  const own = longWords(alt)
  return own.length === 0 ? 0 : own.filter((word) => words.has(word)).length / own.length
}

function longWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{3,}|[\uac00-\ud7a3]{2,}/gu) ?? []
}
