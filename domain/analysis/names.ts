import type { Range } from '../article/range'

/** A name found in a text. */
export type Name = { readonly name: string; readonly range: Range }

const SEPARATOR = /\s*(?:[,;،、·]\s*(?:and\s+|&\s*)?|\s(?:and|with|&)\s|\s?\/\s?)/g
const PARTICLES = new Set(
  'de da do dos das du del della der den di la le van von bin ibn al el ben bint ter ten y e of the'.split(
    ' ',
  ),
)

/**
 * Whether words read as a proper name: one to six capitalised words, particles allowed inside, no sentence.
 * Scripts without capitals pass by their letters alone.
 */
export function isProperName(words: string): boolean {
  if (words.length < 2 || words.length > 70) return false
  const tokens = words.split(/\s+/)
  if (tokens.length > 6) return false
  let capitals = 0
  for (const token of tokens) {
    if (PARTICLES.has(token)) continue
    if (!/^[\p{Lu}\p{Lo}][\p{L}\p{M}.'’\-‐]*$/u.test(token) && !/^(?:al|el)-\p{Lu}/u.test(token)) return false
    capitals += 1
  }
  const last = tokens[tokens.length - 1] ?? ''
  return capitals > 0 && !PARTICLES.has(last)
}

/** Splits "Jane Roe, Max Moe and Ann Poe" into its parts, each with its range (`offset` = start of `words`). */
export function splitNames(words: string, offset: number): Name[] {
  const names: Name[] = []
  let start = 0
  const push = (end: number) => {
    const name = tidy(words, start, end)
    if (name) names.push({ name: name.words, range: [offset + name.start, offset + name.end] })
  }
  for (const match of words.matchAll(SEPARATOR)) {
    push(match.index)
    start = match.index + match[0].length
  }
  push(words.length)
  return names
}

/** Cuts blanks and closing punctuation off, but not the full stop of an initial ("R. A."). */
function tidy(words: string, from: number, to: number) {
  let start = from
  let end = to
  while (start < end && /[\s,;:|([]/.test(words.charAt(start))) start += 1
  while (end > start && /[\s,;:|.)\]]/.test(words.charAt(end - 1))) {
    if (words.charAt(end - 1) === '.' && /(?:^|[\s.])\p{Lu}$|\b(?:Jr|Sr)$/u.test(words.slice(start, end - 1)))
      break
    end -= 1
  }
  return start < end ? { words: words.slice(start, end), start, end } : null
}
