import type { PhrasingContent } from 'mdast'
import type { Mark } from '../article/block'
import { byPosition, contains, overlap, type Range, trimmed, wordsAt } from '../article/range'

/** A footnote call after the code unit before `at`. */
export type Call = { readonly at: number; readonly label: string }

/** What lies over the text: the article's own marks, the reader's highlights, the calls of their notes. */
export type Layers = {
  readonly marks: readonly Mark[]
  /** In text order, not overlapping. */
  readonly highlights: readonly Range[]
  readonly calls: readonly Call[]
}

/**
 * The words of `range` with all that lies over them, as well-formed phrasing: highlights outermost, so that a mark
 * that crosses a highlight's edge is cut there; blanks at the edges of marks stay outside them, where Markdown wants
 * them. No word is lost or doubled.
 */
export function phrasing(text: string, range: Range, layers: Layers): PhrasingContent[] {
  const content: PhrasingContent[] = []
  const marks = layers.marks.filter((mark) => overlap(mark.range, range) && isShown(mark))
  let from = range[0]
  const plain = (until: number) => {
    if (from < until) content.push(...inline(text, [from, until], marks, callsIn(layers.calls, from, until)))
    from = Math.max(from, until)
  }
  for (const highlight of layers.highlights) {
    const lit = trimmed(text, clipped(highlight, [from, range[1]]))
    if (lit[0] >= lit[1]) continue
    plain(lit[0])
    const calls = callsIn(layers.calls, lit[0], lit[1])
    const inside = calls.filter((call) => call.at < lit[1])
    content.push({ type: 'highlight', children: inline(text, lit, marks, inside) })
    content.push(...calls.filter((call) => call.at === lit[1]).map(callNode))
    from = lit[1]
  }
  plain(range[1])
  return content
}

/** Marks and calls inside a stretch without highlights. Marks are in nesting order: the outer before the inner. */
function inline(
  text: string,
  range: Range,
  marks: readonly Mark[],
  calls: readonly Call[],
  around: readonly Mark['kind'][] = [],
): PhrasingContent[] {
  const content: PhrasingContent[] = []
  const inside = [...marks].sort((a, b) => byPosition(a.range, b.range))
  let from = range[0]
  const plain = (until: number) => {
    content.push(...plainText(text, [from, until], callsIn(calls, from, until), around.includes('link')))
    from = until
  }
  inside.forEach((mark, index) => {
    const covered = trimmed(text, clipped(mark.range, [from, range[1]]))
    if (covered[0] >= covered[1] || around.includes(mark.kind)) return
    plain(covered[0])
    const within = callsIn(calls, covered[0], covered[1])
    const inner = inside.slice(index + 1).filter((other) => overlap(other.range, covered))
    content.push(...marked(text, covered, mark, inner, within, around))
    from = covered[1]
  })
  plain(range[1])
  return content
}

function marked(
  text: string,
  range: Range,
  mark: Mark,
  inner: readonly Mark[],
  calls: readonly Call[],
  around: readonly Mark['kind'][],
): PhrasingContent[] {
  const now = [...around, mark.kind]
  switch (mark.kind) {
    case 'code':
      return [
        { type: 'inlineCode', value: wordsAt(text, range).replace(/\s*\n\s*/g, ' ') },
        ...calls.map(callNode),
      ]
    case 'link': {
      // A call inside a link would be a link inside a link.
      const children = inline(text, range, inner, [], now)
      return [{ type: 'link', url: safeAddress(mark.href), children }, ...calls.map(callNode)]
    }
    default: {
      const atEnd = calls.filter((call) => call.at === range[1])
      const before = calls.filter((call) => call.at < range[1])
      return [{ type: mark.kind, children: inline(text, range, inner, before, now) }, ...atEnd.map(callNode)]
    }
  }
}

/**
 * An address in running text; as an autolink its underscores need no escape, which would become part of it. ASCII only:
 * Hangul that follows without a blank is a particle. One with `%` or punycode stays text: some readers show it decoded.
 */
const ADDRESS = /https?:\/\/[\w\-.~:/?#@!$&*+,;=%]*[\w\-~/#@$&*+=%]/g
const SHOWN_OTHERWISE = /%|xn--/i

function plainText(text: string, range: Range, calls: readonly Call[], inLink: boolean): PhrasingContent[] {
  const content: PhrasingContent[] = []
  let from = range[0]
  for (const call of calls) {
    content.push(...textNodes(text.slice(from, call.at), inLink), callNode(call))
    from = call.at
  }
  content.push(...textNodes(text.slice(from, range[1]), inLink))
  return content
}

function textNodes(words: string, inLink: boolean): PhrasingContent[] {
  // Blanks around a line break would be written out as character references; they show nothing.
  const value = words.replace(/[ \t]*\n\s*/g, '\n')
  if (inLink) return value === '' ? [] : [{ type: 'text', value }]
  const nodes: PhrasingContent[] = []
  let from = 0
  for (const match of value.matchAll(ADDRESS)) {
    const url = match[0]
    if (SHOWN_OTHERWISE.test(url)) continue
    if (match.index > from) nodes.push({ type: 'text', value: value.slice(from, match.index) })
    nodes.push({ type: 'link', url, children: [{ type: 'text', value: url }] })
    from = match.index + url.length
  }
  if (from < value.length) nodes.push({ type: 'text', value: value.slice(from) })
  return nodes
}

function callNode(call: Call): PhrasingContent {
  return { type: 'footnoteReference', identifier: call.label, label: call.label }
}

function callsIn(calls: readonly Call[], from: number, until: number): Call[] {
  return calls.filter((call) => call.at > from && call.at <= until)
}

/** Links that do nothing but lead somewhere; of the others only the words stay. */
function isShown(mark: Mark): boolean {
  return mark.kind !== 'link' || /^(?:https?:\/\/|mailto:)/i.test(mark.href)
}

/** Blanks, controls and everything invisible percent-encoded. */
function safeAddress(href: string): string {
  return href.replace(/[\p{C}\p{Z}<>"\\^`{|}]/gu, (character) =>
    /\p{Cs}/u.test(character) ? '' : encodeURIComponent(character),
  )
}

function clipped(range: Range, into: Range): Range {
  return [Math.max(range[0], into[0]), Math.min(range[1], into[1])]
}

/** The union of ranges: in text order, not overlapping, not touching. */
export function union(ranges: readonly Range[]): Range[] {
  const merged: Range[] = []
  for (const range of [...ranges].sort(byPosition)) {
    const last = merged.at(-1)
    if (last !== undefined && contains([last[0], last[1]], [range[0], range[0]])) {
      merged[merged.length - 1] = [last[0], Math.max(last[1], range[1])]
    } else if (range[0] < range[1]) {
      merged.push(range)
    }
  }
  return merged
}
