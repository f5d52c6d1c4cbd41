import type { Range } from '../article/range'

/** Code units before the first hit, and in the whole passage: two lines of the library's list. */
const BEFORE = 48
const LENGTH = 180
/** How far a cut may move to reach a word's edge; scripts without blanks are cut where they are. */
const REACH = 24
const ELLIPSIS = '…'

export type Snippet = {
  readonly snippet: string
  /** The hits that lie wholly inside, as ranges into `snippet`. */
  readonly ranges: readonly Range[]
}

/**
 * A passage of `text` around the first of `hits` (in text order), cut at words' edges, with line breaks as blanks and an
 * ellipsis where it was cut. Without a hit it is the beginning of the text.
 */
export function snippet(text: string, hits: readonly Range[]): Snippet {
  const first = hits[0] ?? [0, 0]
  const start = startCut(text, Math.max(0, first[0] - BEFORE), first[0])
  const end = endCut(text, Math.max(start + LENGTH, Math.min(first[1], start + 2 * LENGTH)), first[1])
  const lead = start > 0 ? ELLIPSIS : ''
  const shift = lead.length - start
  const ranges = hits
    .filter((hit) => hit[0] >= start && hit[1] <= end)
    .map((hit): Range => [hit[0] + shift, hit[1] + shift])
  const passage = text.slice(start, end).replace(/\s/g, ' ')
  return { snippet: lead + passage + (end < text.length ? ELLIPSIS : ''), ranges }
}

function startCut(text: string, wanted: number, limit: number): number {
  if (wanted === 0) return 0
  for (let at = wanted; at <= Math.min(wanted + REACH, limit); at += 1) {
    if (isBlank(text, at - 1) && !isBlank(text, at)) return at
  }
  return wholeLetter(text, wanted)
}

function endCut(text: string, wanted: number, limit: number): number {
  if (wanted >= text.length) return text.length
  for (let at = wanted; at >= Math.max(wanted - REACH, limit); at -= 1) {
    if (isBlank(text, at) && !isBlank(text, at - 1)) return at
  }
  return wholeLetter(text, wanted)
}

function isBlank(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at))
}

/** Not between the two halves of a surrogate pair. */
function wholeLetter(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at
}
