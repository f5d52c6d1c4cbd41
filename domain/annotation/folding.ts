import type { Range } from '../article/range'

/**
 * A text made comparable: straight quotation marks, one blank for each run of white space, no invisible
 * characters. Each unit knows the units of the original that it stands for, so that a find maps back.
 */
export type FoldedText = {
  readonly text: string
  /** `starts[i]` and `ends[i]` are the half-open range in the original of folded unit i. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

const DOUBLE_QUOTES = '“”„‟«»″〝〞＂'
const SINGLE_QUOTES = '‘’‚‛′＇`´'
/** Soft hyphen, zero-width space and joiners, word joiner, byte order mark: never typed, often copied. */
const INVISIBLE = '\u00AD\u200B\u200C\u200D\u2060\uFEFF'
const BLANK = /\s/

/** Folds `text`. White space at either end becomes one blank, as anywhere else. */
export function folded(text: string): FoldedText {
  const units: string[] = []
  const starts = new Uint32Array(text.length)
  const ends = new Uint32Array(text.length)
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charAt(i)
    if (INVISIBLE.includes(unit)) continue
    const last = units.length - 1
    if (BLANK.test(unit)) {
      if (last >= 0 && units[last] === ' ') {
        ends[last] = i + 1
        continue
      }
      units.push(' ')
    } else {
      units.push(foldedUnit(unit))
    }
    starts[last + 1] = i
    ends[last + 1] = i + 1
  }
  return { text: units.join(''), starts, ends }
}

function foldedUnit(unit: string): string {
  if (unit < '\u0080' && unit !== '`') return unit
  if (DOUBLE_QUOTES.includes(unit)) return '"'
  if (SINGLE_QUOTES.includes(unit)) return "'"
  return unit
}

/** The range of the original that folded units `[start, end)` stand for; `start < end`. */
export function unfolded(text: FoldedText, start: number, end: number): Range {
  return [text.starts[start] ?? 0, text.ends[end - 1] ?? 0]
}

/** Where `needle` begins in `text`, at most `limit` places. An empty needle is nowhere. */
export function placesOf(text: string, needle: string, limit: number): number[] {
  const places: number[] = []
  if (needle === '') return places
  for (let at = text.indexOf(needle); at >= 0 && places.length < limit; at = text.indexOf(needle, at + 1)) {
    places.push(at)
  }
  return places
}
