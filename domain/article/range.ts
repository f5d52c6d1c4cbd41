/**
 * A half-open range `[start, end)` in UTF-16 code units into a capture's canonical text.
 *
 * Every finding, credit and note is such a range in the same string, so that evidence, highlighting,
 * comparison and export need no second representation (docs/adr/0002-canonical-text-and-blocks.md).
 */
export type Range = readonly [start: number, end: number]

/** The words of `text` that `range` covers. */
export function wordsAt(text: string, range: Range): string {
  return text.slice(range[0], range[1])
}

/** Whether two ranges share at least one code unit. */
export function overlap(a: Range, b: Range): boolean {
  return a[0] < b[1] && b[0] < a[1]
}

/** Whether `inner` lies wholly inside `outer`. */
export function contains(outer: Range, inner: Range): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1]
}

/** `range` without white space at either end; an all-blank range becomes empty at its start. */
export function trimmed(text: string, range: Range): Range {
  let [start, end] = range
  while (start < end && /\s/.test(text.charAt(start))) start += 1
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1
  return [start, end]
}

/** Sort order: by start, then the longer first. */
export function byPosition(a: Range, b: Range): number {
  return a[0] - b[0] || b[1] - a[1]
}
