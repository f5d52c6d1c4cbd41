import type { Range } from '#domain/article/range'

/** Typographic variants a person types the plain way, each one code unit for one so that offsets stay. */
const PLAIN: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2013': '-',
  '\u2014': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\n': ' ',
  '\t': ' ',
}

/** Lower-cases and plainens `text` without ever changing its length, so that offsets in it are offsets in the text. */
export function foldForFind(text: string): string {
  const lower = text.toLowerCase()
  const same = lower.length === text.length ? lower : [...unitsOf(text)].map(lowerUnit).join('')
  return same.replace(
    /[\u2018\u2019\u201c\u201d\u2013\u2014\u00a0\u202f\n\t]/g,
    (char) => PLAIN[char] ?? char,
  )
}

function* unitsOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += 1) yield text.charAt(at)
}

/** Some letters grow when lower-cased (İ): those stay as they are. */
function lowerUnit(unit: string): string {
  const lower = unit.toLowerCase()
  return lower.length === 1 ? lower : unit
}

/**
 * Every place where `query` stands, without regard to case or to the kind of quotation marks, dashes and blanks.
 * @param folded the text after `foldForFind`
 * @returns ranges in text order that do not overlap; none for a blank query
 */
export function findAll(folded: string, query: string): readonly Range[] {
  const wanted = foldForFind(query.normalize('NFC').trim())
  if (wanted === '') return []
  const found: Range[] = []
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    found.push([at, at + wanted.length])
  }
  return found
}

/** Hits drawn at once around the current one: a letter in a very long text has a hundred thousand. */
export const HITS_DRAWN = 600

/** The hits worth drawing: those nearest to the current one. */
export function drawnHits(hits: readonly Range[], current: number): readonly Range[] {
  if (hits.length <= HITS_DRAWN) return hits
  const half = HITS_DRAWN / 2
  // Steps of half a window, so that going to the next hit rarely redraws anything but the two hits themselves.
  const middle = Math.floor(Math.max(current, 0) / half) * half
  return hits.slice(Math.max(0, middle - half), middle + HITS_DRAWN)
}

/** The first hit at or after `offset`; the first of all when none follows. */
export function hitFrom(hits: readonly Range[], offset: number): number {
  return Math.max(
    0,
    hits.findIndex((hit) => hit[0] >= offset),
  )
}
