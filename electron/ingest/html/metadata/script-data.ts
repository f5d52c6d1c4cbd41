import type { HtmlDocument } from '../document'
import { looksLikeName, peopleIn } from './people'

/**
 * What a page's data for its own scripts tells (analytics layers, framework state): the last resort, as other articles
 * are there too. Only keys that can mean nothing else are read, and an author only where all of them name the same.
 */

/** The words of a page's scripts, JSON-LD left out: it is read for itself. */
function scriptsOf(document: HtmlDocument): string[] {
  return [...document.querySelectorAll('script:not([type*="ld+json"])')].map(
    (script) => script.textContent ?? '',
  )
}

/** The day on which the page was published by its scripts' data, ISO 8601, or null. */
export function dayInScripts(document: HtmlDocument): string | null {
  for (const script of scriptsOf(document)) {
    const match = PUBLISHED.exec(script)
    if (match?.[1]) return match[1]
  }
  return null
}

const PUBLISHED =
  /["']?(?:date_?published|publish(?:ed)?_?(?:date|time|at|on)|publication_?date|first_?published\w*|pub_?date)["']?\s*[:=]\s*["'](\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?)/i

/** The authors whom the page's scripts name, where they agree. */
export function authorsInScripts(document: HtmlDocument): string[] {
  const values = new Set<string>()
  for (const script of scriptsOf(document)) {
    for (const match of script.matchAll(AUTHOR)) values.add(match.groups?.names ?? '')
    if (values.size > 1) return []
  }
  const people = peopleIn([...values][0] ?? '')
  return people.every(looksLikeName) ? people : []
}

const AUTHOR =
  /["']?\b(?:_sf_async_config\.authors|(?:article|page|content|post|story)[._]?authors?(?:_?names?)?|author_?names?|authors?)["']?\s*[:=]\s*\[?\s*["'](?<names>[^"'\\<>{}]{3,120})["']\s*[,;}\]\n]/gi
