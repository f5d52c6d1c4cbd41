import { decodeHTMLStrict } from 'entities'

/**
 * Words without HTML's entities: publishing systems escape JSON-LD although nothing there is HTML, and escape once more
 * what a template escapes again (`&amp;amp;`, `&amp;#8217;`). Entities without their semicolon are left: they are part of
 * an address, mostly.
 */
export function withoutEntities(words: string): string {
  if (!words.includes('&')) return words
  const once = decodeHTMLStrict(words)
  return once === words || !once.includes('&') ? once : decodeHTMLStrict(once)
}
