/** A hash's letters in groups of four, as people copy them by hand. */
export function spacedMark(mark: string): string {
  return mark.match(/.{1,4}/g)?.join(' ') ?? ''
}
