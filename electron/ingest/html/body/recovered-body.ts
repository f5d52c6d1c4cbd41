import type { BodyOrigin } from '#domain/article/facts'
import { type HtmlDocument, type HtmlElement, parseHtml } from '../document'
import { hiddenBody } from './hidden-body'
import { Measures, massOf } from './measure'
import { scriptBody } from './script-body'

/** What stands elsewhere in the file replaces what the page shows when it says this much more; less is spelling and captions. */
const FULLER = 1.6
/** Mass of the shortest text that is an article and not a summary. */
const LEAST_MASS = 400
/** A page that shows this much shows its article: only JSON-LD, which names it as such, is compared then. */
const ENOUGH_SHOWN = 800

export type Recovered = { readonly element: HtmlElement; readonly from: BodyOrigin }

/**
 * The article's text from elsewhere in the file, when the page shows far less of it (`shown`, in mass): behind a wall, or
 * written by a script that never ran in the saved file. Its JSON-LD is believed at its word; what is hidden in the page, and the data for its scripts,
 * only where they say what headline and description (`subject`) say. Otherwise null.
 */
export function recoveredBody(
  document: HtmlDocument,
  shown: number,
  known: { readonly linkedBody: string | null; readonly subject: () => string },
): Recovered | null {
  const isFuller = (words: string) => massOf(words) >= Math.max(LEAST_MASS, shown * FULLER)
  const { linkedBody } = known
  if (linkedBody !== null && isFuller(linkedBody)) return recovered(parsed(linkedBody), 'json-ld')
  if (shown >= ENOUGH_SHOWN || document.body === null) return null
  const subject = known.subject()
  const isWanted = (words: string) => isFuller(words) && agrees(words, subject)
  const hidden = hiddenBody(document.body, isWanted)
  if (hidden !== null) return { element: hidden, from: 'hidden' }
  const scripted = scriptBody(document, isWanted)
  return scripted === null ? null : recovered(parsed(scripted), 'scripts')
}

function recovered(element: HtmlElement | null, from: BodyOrigin): Recovered | null {
  if (element === null || new Measures(element).of(element).story === 0) return null
  return { element, from }
}

/** Publishing systems put plain text, text with line breaks, or markup there. */
function parsed(text: string): HtmlElement | null {
  if (/<\/?(?:p|br|div|h[1-6])\b/i.test(text)) return parseHtml(`<article>${text}</article>`)?.body ?? null
  const paragraphs = text.split(/\s*\n\s*/).filter((words) => words !== '')
  const escaped = (words: string) => words.replace(/&(?![a-z]+;|#\w+;)/gi, '&amp;').replaceAll('<', '&lt;')
  return (
    parseHtml(`<article>${paragraphs.map((words) => `<p>${escaped(words)}</p>`).join('')}</article>`)?.body ??
    null
  )
}

/** Share of the subject's words that a text about it has. */
const SAME_SUBJECT = 0.5
/** Words shorter than this are the same in all texts; those of Hangul, Han and Kana are never long. */
const WORD = /[\p{sc=Hangul}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]{2,}|\p{L}{5,}/gu

/** Whether a text speaks of a subject; false where the page does not tell its subject. */
function agrees(text: string, subject: string): boolean {
  const wanted = new Set(subject.toLowerCase().match(WORD) ?? [])
  const words = text.toLowerCase()
  const found = [...wanted].filter((word) => words.includes(word)).length
  return found >= 2 && found >= wanted.size * SAME_SUBJECT
}
