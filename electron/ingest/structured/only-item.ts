import { isObject, parsedJson } from './json-value'

/**
 * Tells the items of a feed apart: the feed with the item of this place alone, to the letter what stood in the file, all other
 * items left out. Null when the item cannot be told apart in the text.
 */
export function itemsApart(feed: string): (index: number) => Uint8Array | null {
  const only = /^\s*\{/.test(feed) ? jsonItemsApart(feed) : xmlItemsApart(feed)
  return (index) => {
    const text = only(index)
    return text === null ? null : Buffer.from(text)
  }
}

function jsonItemsApart(feed: string): (index: number) => string | null {
  const value = parsedJson(feed)
  if (!isObject(value) || !Array.isArray(value.items)) return () => null
  const { items } = value
  return (index) => JSON.stringify({ ...value, items: [items[index]] })
}

/** CDATA sections and comments may hold anything, also what looks like an item; one that does not end holds the rest. */
const ITEMS =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<(\/?)(?:\w+:)?(item|entry)(?=[\s/>])[^>]*(?:>|$)/g

function xmlItemsApart(feed: string): (index: number) => string | null {
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
  const [first, last] = [ranges[0], ranges.at(-1)]
  return (index) => {
    const mine = ranges[index]
    if (mine === undefined || first === undefined || last === undefined) return null
    return feed.slice(0, first.start) + feed.slice(mine.start, mine.end) + feed.slice(last.end)
  }
}
