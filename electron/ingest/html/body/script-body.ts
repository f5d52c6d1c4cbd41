import type { HtmlDocument } from '../document'
import { massOf } from './measure'

/** Values looked at in one page's data; more is a shop's stock, not an article. */
const MOST_VALUES = 50_000
/** A script's data longer than this (UTF-16 code units) is left. */
const LONGEST_SCRIPT = 4_000_000
/** Mass of the shortest string that is a paragraph: what is shorter is a label, an address, a caption. */
const LEAST_PARAGRAPH = 60
/** Objects within an item of a list of paragraphs, down to its words. */
const MOST_DEPTH = 5
/** Branches of the data in which other people speak, or that lead to other articles. */
const BESIDE =
  /comment|related|recommend|promo|teaser|newsletter|consent|cookie|footer|sidebar|seo|config|translations?$|i18n|locale/i

/**
 * The longest text in the data that a page carries for its scripts (the state of a framework, a publishing system's own record)
 * that reads as an article: one string of several paragraphs, or a list of them. Markup, or text with line breaks; null where
 * there is none. `isWanted` tells whether a text is that of this page.
 */
export function scriptBody(document: HtmlDocument, isWanted: (text: string) => boolean): string | null {
  let best: { text: string; mass: number } | null = null
  for (const data of dataOf(document)) {
    for (const text of proseIn(data)) {
      const mass = massOf(text)
      if ((best === null || mass > best.mass) && isWanted(text)) best = { text, mass }
    }
  }
  return best?.text ?? null
}

/** The data itself: scripts of JSON, and objects that a script puts into a variable. */
function* dataOf(document: HtmlDocument): Generator<unknown> {
  for (const script of document.querySelectorAll('script:not([type*="ld+json"])')) {
    const words = script.textContent ?? ''
    if (words.length > LONGEST_SCRIPT) continue
    const json = /json/i.test(script.getAttribute('type') ?? '') ? words : assigned(words)
    if (json === null) continue
    try {
      yield JSON.parse(json)
    } catch {
      // A script may hold anything.
    }
  }
}

/** `window.state = {…};` and the like, when the object is all that the script holds. */
function assigned(script: string): string | null {
  const start =
    /^\s*(?:(?:window|self|globalThis)[.[]["'\w$.\]]+|(?:var|let|const) [\w$]+)\s*=\s*(?=[{[])/.exec(script)
  if (start === null) return null
  const end = Math.max(script.lastIndexOf('}'), script.lastIndexOf(']'))
  return script.slice(start[0].length, end + 1)
}

/** Strings of several paragraphs, and lists whose items are paragraphs, in no order. */
function* proseIn(data: unknown): Generator<string> {
  const waiting: unknown[] = [data]
  for (let seen = 0; waiting.length > 0 && seen < MOST_VALUES; seen += 1) {
    const value = waiting.pop()
    if (typeof value === 'string' && massOf(value) >= LEAST_PARAGRAPH * 3) yield value
    if (typeof value !== 'object' || value === null) continue
    if (Array.isArray(value)) {
      const paragraphs = value.flatMap(paragraphOf)
      if (paragraphs.length >= 2) yield paragraphs.join('\n')
    }
    for (const [name, inner] of Object.entries(value)) if (!BESIDE.test(name)) waiting.push(inner)
  }
}

/** The longest words of one item of a list, when they are a paragraph's. */
function paragraphOf(item: unknown): string[] {
  let longest = ''
  const look = (value: unknown, depth: number): void => {
    if (typeof value === 'string' && value.length > longest.length && !/^\S*$/.test(value)) longest = value
    if (typeof value !== 'object' || value === null || depth > MOST_DEPTH) return
    const texts = Array.isArray(value) ? value.map(ownText) : []
    if (texts.length > 1 && texts.every((text) => text !== null)) look(texts.join(''), depth)
    else for (const inner of Object.values(value).slice(0, 40)) look(inner, depth + 1)
  }
  look(item, 0)
  return massOf(longest) >= LEAST_PARAGRAPH ? [longest] : []
}

/** The words of a run inside a paragraph, as editors of rich text keep them: `{text}` or `{value}`. */
function ownText(run: unknown): string | null {
  if (typeof run === 'string') return run
  if (typeof run !== 'object' || run === null) return null
  const { text, value } = run as Readonly<Record<string, unknown>>
  if (typeof text === 'string') return text
  return typeof value === 'string' ? value : null
}
