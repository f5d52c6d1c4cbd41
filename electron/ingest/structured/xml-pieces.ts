import { LIMITS } from '../limits'

/** Comments and CDATA sections may hold anything, also what looks like a tag; one that does not end holds the rest. */
const TAGS =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<(\/?)([a-z][\w:.-]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/gi

/** Elements of one list: the largest Zotero libraries have some 100,000 items, each with an attachment or two. */
const MOST_PIECES = 400_000

/** Characters in which a list's root must be; what stands before it goes with each of the pieces. */
const HEAD = 4096

/** A list in XML, as its elements of the first depth, each to the letter. */
export type XmlPieces = {
  readonly pieces: readonly string[]
  /** The same list with these elements alone. */
  readonly within: (pieces: string) => string
}

/**
 * Parts a list in XML. `root` matches its opening tag, the name being the first group. Null when there is none, when it is not well
 * nested, and when a piece has more than `LIMITS.elements`.
 */
export function xmlPieces(text: string, root: RegExp): XmlPieces | null {
  const found = root.exec(text.slice(0, HEAD))
  const pieces = found === null ? null : piecesOf(text.slice(found.index + found[0].length))
  if (found === null || pieces === null) return null
  const head = text.slice(0, found.index + found[0].length)
  return { pieces, within: (inner) => `${head}\n${inner}\n</${found[1]}>\n` }
}

function piecesOf(inner: string): string[] | null {
  const pieces: string[] = []
  let [depth, start, elements] = [0, 0, 0]
  for (const { index, 0: tag, 1: slash, 3: rest = '' } of inner.matchAll(TAGS)) {
    if (slash === undefined) continue
    const closes = slash === '/'
    if (closes && depth === 0) return pieces
    if (depth === 0) [start, elements] = [index, 0]
    elements += 1
    if (elements > LIMITS.elements || pieces.length > MOST_PIECES) return null
    if (closes) depth -= 1
    else if (!rest.endsWith('/')) depth += 1
    if (depth === 0) pieces.push(inner.slice(start, index + tag.length))
  }
  return null
}
