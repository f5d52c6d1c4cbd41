import { type HtmlElement, parseHtml } from '../document'
import { massOf } from './measure'

/** JSON-LD's text replaces the page's when it says this much more; less is spelling and captions. */
const FULLER = 1.6
/** Mass of the shortest text that is an article and not a summary. */
const LEAST_MASS = 400

/**
 * The article's text as its JSON-LD has it, as an element with paragraphs, when the page itself shows far less of
 * it: behind a wall, or written by a script that never ran in the saved file. Otherwise null.
 */
export function fullerBody(linkedBody: string | null, container: HtmlElement | null): HtmlElement | null {
  if (linkedBody === null) return null
  const mass = massOf(linkedBody)
  const shown = container === null ? 0 : massOf(container.textContent ?? '')
  if (mass < LEAST_MASS || mass < shown * FULLER) return null
  return parseHtml(markupOf(linkedBody))?.body ?? null
}

/** Publishing systems put plain text, text with line breaks, or markup there. */
function markupOf(linkedBody: string): string {
  if (/<\/?(?:p|br|div|h[1-6])\b/i.test(linkedBody)) return `<article>${linkedBody}</article>`
  const paragraphs = linkedBody.split(/\s*\n\s*/).filter((words) => words !== '')
  const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<article>${paragraphs.map((words) => `<p>${escaped(words)}</p>`).join('')}</article>`
}
