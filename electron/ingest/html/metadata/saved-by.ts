import type { PageContext } from '../context'
import { COMMENT, type HtmlDocument, type HtmlNode } from '../document'

/** What the program that saved a page wrote into it. `from` names the program. */
export type SavedBy = {
  readonly url: string | null
  readonly capturedAt: string | null
  readonly from: string
}

/** Comments looked at before giving up; the programs write theirs at the head of the file. */
const MOST_NODES = 60

/**
 * Where and when a page was saved. Its container knows best; else SingleFile's comment tells address and time, and browsers'
 * "saved from url" the address.
 */
export function savedBy(document: HtmlDocument, context: PageContext): SavedBy {
  if (context.url !== null || context.capturedAt !== null) return context
  for (const comment of headComments(document)) {
    const url = /^\s*url:\s*(https?:\S+)/m.exec(comment)?.[1]
    const date = /^\s*saved date:\s*(.+)$/m.exec(comment)?.[1]
    if (/SingleFile/i.test(comment) && url !== undefined) {
      return { url, capturedAt: date === undefined ? null : instant(date), from: 'single-file' }
    }
    const browser = /^\s*saved from url=\(\d+\)(https?:\S+)/.exec(comment)?.[1]
    if (browser !== undefined) return { url: browser, capturedAt: null, from: 'browser' }
  }
  return context
}

function headComments(document: HtmlDocument): string[] {
  const comments: string[] = []
  const look = (parent: HtmlNode | null) => {
    let node = parent?.firstChild ?? null
    for (let count = 0; node !== null && count < MOST_NODES; count += 1) {
      if (node.nodeType === COMMENT) comments.push(node.textContent ?? '')
      node = node.nextSibling
    }
  }
  look(document)
  look(document.documentElement)
  look(document.head)
  return comments
}

/** "Tue Nov 28 2023 09:12:00 GMT+0900 (Korean Standard Time)" as an ISO 8601 UTC instant. */
function instant(date: string): string | null {
  const time = Date.parse(date.replace(/\s*\(.*\)\s*$/, ''))
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
