/** An absolute http(s) address, or null. `base` is the page's own address when it is known. */
export function absoluteUrl(value: string, base: string | null): string | null {
  const words = value.trim()
  if (words === '') return null
  try {
    const url = new URL(words, base !== null && /^https?:/i.test(base) ? base : undefined)
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null
  } catch {
    return null
  }
}

/** Where a link leads, if it leads anywhere a reader may be sent: http, https or mailto. */
export function linkTarget(value: string, base: string | null): string | null {
  const words = value.trim()
  if (/^mailto:[^\s@]+@[^\s@]+$/i.test(words)) return words
  return words.startsWith('#') ? null : absoluteUrl(words, base)
}
