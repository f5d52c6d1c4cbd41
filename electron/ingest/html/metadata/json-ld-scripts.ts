import { jsonrepair } from 'jsonrepair'
import type { HtmlDocument } from '../document'
import { withoutEntities } from './entities'

/** Broken scripts longer than this (UTF-16 code units) are left: what mends them is slow on what is no JSON at all. */
const LONGEST_MENDED = 200_000

/** What each JSON-LD script of a page says, in order; scripts that cannot be read are left out. */
export function jsonLdScripts(document: HtmlDocument): unknown[] {
  return [...document.querySelectorAll('script[type*="ld+json"]')].flatMap((script) => {
    const value = parsed(withoutWrapping(script.textContent ?? ''))
    return value === undefined ? [] : [value]
  })
}

/** Pages wrap JSON-LD in comments, for readers of other times. */
function withoutWrapping(script: string): string {
  return script
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/, '')
    .trim()
    .replace(/;$/, '')
}

/** As it stands; with line breaks inside strings made blanks; with HTML's entities undone; mended. Undefined when none helps. */
function parsed(json: string): unknown {
  if (json === '') return undefined
  const readings = [
    () => json,
    // Control characters are not allowed inside JSON's strings, and mean nothing outside of them.
    () => json.replace(/\p{Cc}+/gu, ' '),
    () => (/^\s*[[{]\s*&(?:quot|#34);/.test(json) ? withoutEntities(json) : ''),
    () => (json.length <= LONGEST_MENDED && /^\s*[[{]/.test(json) ? jsonrepair(json) : ''),
  ]
  for (const reading of readings) {
    try {
      return JSON.parse(reading())
    } catch {
      // The next reading is tried.
    }
  }
  return undefined
}
