import type { Correction } from './correction'

/**
 * Corrections in the order in which they were made, which is the order in which they are laid over an extraction. One
 * that was taken away and is done again keeps its instant, and so its place.
 */
export function inOrderMade(corrections: readonly Correction[]): Correction[] {
  return corrections.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0))
}

/**
 * The instant of a correction that is made `now` (ISO 8601 UTC) after `earlier`: later than all of these, even where two
 * are made within a millisecond or the clock was set back.
 */
export function instantAfter(earlier: readonly Correction[], now: string): string {
  const last = inOrderMade(earlier).at(-1)?.createdAt ?? ''
  return now > last ? now : new Date(Date.parse(last) + 1).toISOString()
}
