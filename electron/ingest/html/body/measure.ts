import { ELEMENT, type HtmlElement, type HtmlNode, isElement, TEXT } from '../document'
import { isBlockLevel, isUnseen } from '../element-kinds'

/**
 * How much an element tells, and in what manner, in *mass*: characters that are not white space, where a
 * character of Hangul, Han or Kana counts for as much as the Latin letters that would say the same.
 */
export type Measure = {
  /** Everything that is seen. */
  mass: number
  /** What of it is inside links. */
  linked: number
  /** What stands in paragraphs: runs of text that are long and not made of links. */
  story: number
  /** Paragraphs. */
  paragraphs: number
}

/** A run of text shorter than this is a heading, a button, a caption or a date; about ten English words. */
const LEAST_PARAGRAPH = 50
/** From this share of links on, a run is a list of links whatever its length. */
const MOST_LINKED = 0.45

const NOTHING: Readonly<Measure> = { mass: 0, linked: 0, story: 0, paragraphs: 0 }

type Run = { mass: number; linked: number }
type Open = { readonly element: HtmlElement; readonly total: Measure; readonly run: Run | null }

/** Measures of every element that is seen under `root`, taken in one walk without recursion. */
export class Measures {
  readonly #of = new Map<HtmlNode, Measure>()

  constructor(root: HtmlElement) {
    this.#walk(root)
  }

  of(element: HtmlElement): Readonly<Measure> {
    return this.#of.get(element) ?? NOTHING
  }

  /** Takes an element out of the page and out of the measures of what it was in. */
  remove(element: HtmlElement): void {
    const gone = this.of(element)
    for (let around = element.parentElement; around !== null; around = around.parentElement) {
      const total = this.#of.get(around)
      if (total === undefined) break
      total.mass -= gone.mass
      total.linked -= gone.linked
      total.story -= gone.story
      total.paragraphs -= gone.paragraphs
    }
    this.#of.delete(element)
    element.remove()
  }

  #walk(root: HtmlElement): void {
    const open: Open[] = []
    let links = 0
    let node: HtmlNode | null = root
    const enter = (element: HtmlElement) => {
      const run = isBlockLevel(element) || element === root ? { mass: 0, linked: 0 } : null
      if (run !== null) settle(open)
      open.push({ element, total: { ...NOTHING }, run })
      if (isWayOut(element)) links += 1
    }
    const leave = () => {
      const last = open.at(-1)
      if (last === undefined) return
      if (last.run !== null) settle(open)
      open.pop()
      if (isWayOut(last.element)) links -= 1
      this.#of.set(last.element, last.total)
      const around = open.at(-1)
      if (around !== undefined) add(around.total, last.total)
    }
    while (node !== null) {
      let inside: HtmlNode | null = null
      if (node.nodeType === TEXT) write(open, massOf(node.textContent ?? ''), links > 0)
      else if (node.nodeType === ELEMENT && isElement(node) && (node === root || !isUnseen(node))) {
        enter(node)
        inside = node.firstChild
        if (inside === null) leave()
      }
      if (inside !== null) {
        node = inside
        continue
      }
      while (node !== null && node !== root && node.nextSibling === null) {
        node = node.parentNode
        leave()
      }
      node = node === null || node === root ? null : node.nextSibling
    }
    while (open.length > 0) leave()
  }
}

/** Links within the page (notes, tables of contents) lead nowhere else. */
function isWayOut(element: HtmlElement): boolean {
  return element.localName === 'a' && !(element.getAttribute('href') ?? '#').startsWith('#')
}

function add(total: Measure, more: Measure): void {
  total.mass += more.mass
  total.linked += more.linked
  total.story += more.story
  total.paragraphs += more.paragraphs
}

function write(open: readonly Open[], mass: number, linked: boolean): void {
  if (mass === 0) return
  const total = open.at(-1)?.total
  if (total !== undefined) {
    total.mass += mass
    if (linked) total.linked += mass
  }
  for (let at = open.length - 1; at >= 0; at -= 1) {
    const run = open[at]?.run
    if (!run) continue
    run.mass += mass
    if (linked) run.linked += mass
    return
  }
}

/** Ends the run of text of the innermost open block: a paragraph, if it is one, belongs to that block. */
function settle(open: readonly Open[]): void {
  for (let at = open.length - 1; at >= 0; at -= 1) {
    const block = open[at]
    if (!block?.run) continue
    const { run, total } = block
    if (run.mass >= LEAST_PARAGRAPH && run.linked < run.mass * MOST_LINKED) {
      total.story += run.mass - run.linked
      total.paragraphs += 1
    }
    run.mass = 0
    run.linked = 0
    return
  }
}

/** The mass of a piece of text. */
export function massOf(words: string): number {
  let mass = 0
  for (let at = 0; at < words.length; at += 1) {
    const code = words.charCodeAt(at)
    if (code <= 0x20 || code === 0xa0) continue
    if (code < 0x1100) mass += 1
    else if (code >= 0xac00 && code <= 0xd7a3) mass += 2
    else if (code >= 0x3040 && code <= 0x9fff) mass += 2.5
    else mass += 1
  }
  return mass
}
