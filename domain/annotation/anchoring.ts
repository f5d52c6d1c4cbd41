import search from 'approx-string-match'
import type { Range } from '../article/range'
import { type FoldedText, folded, placesOf, unfolded } from './folding'
import type { Anchor } from './note'

/**
 * Anchoring: remembering where a note stands by its words and their surroundings, and finding that place again
 * in the same text or in a later capture. The rule above all others is never to take a lookalike: a note that
 * is lost with a reason can be put back by a person, one that moved silently cannot.
 */

/** Code units kept on either side of a quote, as in Hypothesis' client. */
export const CONTEXT_LENGTH = 32

/**
 * Code units that must stand unchanged right beside a quote before it is taken for the one that was anchored:
 * some on both sides (all, where the text's edge was nearer), and so many together. One side is not enough:
 * when a line of a list goes, its predecessor gets its successor.
 */
const EACH_SIDE_STANDS = 8
const TOGETHER_STAND = 24
/** A quote of this length that stood once and stands once needs no surroundings: it may have moved. */
const TELLING_QUOTE = 32
/** By how many standing units the best of several equal quotes must surpass the next (64 are possible). */
const CLEAR_MARGIN = 16
/** Changed words are taken only between contexts that stand in full, and are at least this long. */
const FRAME_LENGTH = 16
/** Share of a quote's units that may have changed between two standing sides (one unit in four). */
const CHANGED_SHARE = 0.25
/** A quote that occurs more often than this is not told apart by 32 units of context. */
const MOST_PLACES = 2_000

/**
 * Where an anchor stands. `by` says on what it rests: the remembered position, the same words elsewhere, or
 * changed words between unchanged surroundings.
 */
export type Found =
  | { readonly kind: 'found'; readonly range: Range; readonly by: 'position' | 'quote' | 'surroundings' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'ambiguous' }

/**
 * Anchors `range` (UTF-16 code units, not empty, inside `text`). A range that would cut a character outside
 * the Basic Multilingual Plane in two is widened to hold it whole.
 */
export function anchorAt(text: string, range: Range): Anchor {
  const [start, end] = wholeCharacters(text, range)
  if (start < 0 || end > text.length || start >= end) {
    throw new RangeError(`no words at [${range[0]}, ${range[1]}) in a text of ${text.length}`)
  }
  const from = Math.max(0, start - CONTEXT_LENGTH)
  const to = Math.min(text.length, end + CONTEXT_LENGTH)
  return {
    exact: text.slice(start, end),
    prefix: text.slice(splitsPair(text, from) ? from + 1 : from, start),
    suffix: text.slice(end, splitsPair(text, to) ? to - 1 : to),
    position: [start, end],
  }
}

/**
 * Finds `anchor` in `text`, which may be a later capture of the article it was made in. `stoodAlone`: whether
 * the quote is known to have stood only once in the old text; a long one is then found even if it moved.
 */
export function findAnchor(text: string, anchor: Anchor, stoodAlone = false): Found {
  return standsWhereItStood(text, anchor) ?? findInFolded(folded(text), anchor, stoodAlone)
}

/** As `findAnchor`, for many anchors in one text that has been folded once. */
export function findAnchorIn(
  text: string,
  foldedText: FoldedText,
  anchor: Anchor,
  stoodAlone = false,
): Found {
  return standsWhereItStood(text, anchor) ?? findInFolded(foldedText, anchor, stoodAlone)
}

/** Whether the anchor's quote stands exactly once in `text`. */
export function standsAlone(text: FoldedText, anchor: Anchor): boolean {
  return placesOf(text.text, folded(anchor.exact).text.trim(), 2).length === 1
}

function standsWhereItStood(text: string, anchor: Anchor): Found | null {
  const [start, end] = anchor.position
  const stands =
    end - start === anchor.exact.length &&
    text.startsWith(anchor.exact, start) &&
    text.slice(0, start).endsWith(anchor.prefix) &&
    text.startsWith(anchor.suffix, end) &&
    // An edge of the old text must still be one, or its missing context would agree with anything.
    (anchor.prefix !== '' || start === 0) &&
    (anchor.suffix !== '' || end === text.length)
  return stands ? { kind: 'found', range: anchor.position, by: 'position' } : null
}

type Quote = { readonly exact: string; readonly prefix: string; readonly suffix: string }
type Candidate = { readonly start: number; readonly end: number; readonly standing: number }

function findInFolded(text: FoldedText, anchor: Anchor, stoodAlone: boolean): Found {
  const quote = foldedQuote(anchor)
  const places = placesOf(text.text, quote.exact, MOST_PLACES)
  if (places.length === 0) return amongSurroundings(text, quote)
  const aloneTelling = stoodAlone && places.length === 1 && quote.exact.length >= TELLING_QUOTE
  const supported = places.flatMap((start): Candidate[] => {
    const end = start + quote.exact.length
    const before = unitsStandingBefore(text.text, start, quote.prefix)
    const after = unitsStandingAfter(text.text, end, quote.suffix)
    const stands =
      before >= Math.min(EACH_SIDE_STANDS, quote.prefix.length) &&
      after >= Math.min(EACH_SIDE_STANDS, quote.suffix.length) &&
      before + after >= TOGETHER_STAND
    return stands || aloneTelling ? [{ start, end, standing: before + after }] : []
  })
  const best = clearBest(supported)
  if (best !== null) return { kind: 'found', range: unfolded(text, best.start, best.end), by: 'quote' }
  return places.length > 1 ? { kind: 'ambiguous' } : { kind: 'not-found' }
}

/**
 * The words are no longer there: takes what now stands between the whole of both contexts, if it is still like
 * them and has the same names and figures. Lists of people are worded alike in all but these.
 */
function amongSurroundings(text: FoldedText, quote: Quote): Found {
  const { prefix, suffix, exact } = quote
  if (prefix.length < FRAME_LENGTH || suffix.length < FRAME_LENGTH) return { kind: 'not-found' }
  const mostErrors = Math.floor(exact.length * CHANGED_SHARE)
  const found = placesOf(text.text, prefix, MOST_PLACES).flatMap((place) => {
    const start = place + prefix.length
    const end = text.text.indexOf(suffix, start)
    if (end <= start || end - start > exact.length + mostErrors) return []
    const now = text.text.slice(start, end)
    const alike = namesAndFigures(now) === namesAndFigures(exact)
    return alike && changedUnits(now, exact, mostErrors) <= mostErrors ? [{ start, end }] : []
  })
  const [only] = found
  if (only === undefined) return { kind: 'not-found' }
  if (found.length > 1) return { kind: 'ambiguous' }
  return { kind: 'found', range: unfolded(text, only.start, only.end), by: 'surroundings' }
}

function namesAndFigures(words: string): string {
  return (words.match(/\p{Lu}[\p{L}\p{M}]*|\p{Nd}+/gu) ?? []).join(' ')
}

/** Edit distance of the whole of `now` from `then`, or Infinity above `mostErrors`. */
function changedUnits(now: string, then: string, mostErrors: number): number {
  // The library matches anywhere inside `now`; walls dearer than any match make it the whole.
  const wall = '\0'.repeat(mostErrors + 1)
  const matches = search(wall + now + wall, wall + then + wall, mostErrors)
  return Math.min(Number.POSITIVE_INFINITY, ...matches.map((match) => match.errors))
}

function clearBest(candidates: readonly Candidate[]): Candidate | null {
  const [best, next] = [...candidates].sort((a, b) => b.standing - a.standing)
  if (best === undefined) return null
  return next === undefined || best.standing - next.standing >= CLEAR_MARGIN ? best : null
}

function unitsStandingBefore(text: string, start: number, prefix: string): number {
  let units = 0
  while (units < prefix.length && text[start - 1 - units] === prefix[prefix.length - 1 - units]) units += 1
  return units
}

function unitsStandingAfter(text: string, end: number, suffix: string): number {
  let units = 0
  while (units < suffix.length && text[end + units] === suffix[units]) units += 1
  return units
}

/** The quote without white space at its ends, which then counts as context, so that a note's edges do not matter. */
function foldedQuote(anchor: Anchor): Quote {
  const lead = /^[\s\u00AD\u200B-\u200D\u2060\uFEFF]*/.exec(anchor.exact)?.[0] ?? ''
  // Folding reads from left to right, so the fold of a beginning is the beginning of the fold.
  const prefix = folded(anchor.prefix + lead).text
  const exact = folded(anchor.exact).text.trim()
  const whole = folded(anchor.prefix + anchor.exact + anchor.suffix).text
  return { exact, prefix, suffix: whole.slice(prefix.length + exact.length) }
}

function wholeCharacters(text: string, [start, end]: Range): Range {
  return [splitsPair(text, start) ? start - 1 : start, splitsPair(text, end) ? end + 1 : end]
}

/** Whether a cut before unit `at` would part a surrogate pair. */
function splitsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}
