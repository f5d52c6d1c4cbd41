/**
 * Where a key leads in a list: an index, or null when the key means nothing here. Nothing selected (`index` -1)
 * starts at the top, or at the end when going up.
 */
export function nextIndex(
  key: string,
  at: { readonly index: number; readonly count: number; readonly page: number },
): number | null {
  const { index, count, page } = at
  if (count === 0) return null
  const clamp = (wanted: number) => Math.max(0, Math.min(count - 1, wanted))
  switch (key) {
    case 'ArrowDown':
      return clamp(index + 1)
    case 'ArrowUp':
      return index < 0 ? count - 1 : clamp(index - 1)
    case 'PageDown':
      return clamp(index + page)
    case 'PageUp':
      return clamp(index - page)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    case 'Enter':
      return index < 0 ? null : index
    default:
      return null
  }
}
