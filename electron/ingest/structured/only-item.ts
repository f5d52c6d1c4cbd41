import { isObject, parsedJson } from './json-value'

/**
 * A feed with one of its items, to the letter what stood in the file: all other items are left out. Null when the item cannot
 * be told apart in the text.
 */
export function onlyItem(feed: string, index: number): Uint8Array | null {
  const text = /^\s*\{/.test(feed) ? onlyJsonItem(feed, index) : onlyXmlItem(feed, index)
  return text === null ? null : Buffer.from(text)
}

function onlyJsonItem(feed: string, index: number): string | null {
  const value = parsedJson(feed)
  if (!isObject(value) || !Array.isArray(value.items)) return null
  return JSON.stringify({ ...value, items: [value.items[index]] })
}

/** CDATA sections and comments may hold anything, also what looks like an item. */
const ITEMS = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)(?:\w+:)?(item|entry)(?=[\s/>])[^>]*>/g

function onlyXmlItem(feed: string, index: number): string | null {
  const ranges: { start: number; end: number }[] = []
  let start = -1
  for (const match of feed.matchAll(ITEMS)) {
    if (match[2] === undefined) continue
    if (match[1] === '' && start < 0) start = match.index
    else if (match[1] === '/' && start >= 0) {
      ranges.push({ start, end: match.index + match[0].length })
      start = -1
    }
  }
  const [mine, first, last] = [ranges[index], ranges[0], ranges.at(-1)]
  if (mine === undefined || first === undefined || last === undefined) return null
  return feed.slice(0, first.start) + feed.slice(mine.start, mine.end) + feed.slice(last.end)
}
