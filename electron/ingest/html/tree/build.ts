import { Parser } from 'htmlparser2'
import { TreeComment, TreeDocument, TreeElement, type TreeNode, TreeText } from './nodes'

export type TreeLimits = {
  /** Elements that a document may have. */
  readonly mostElements: number
  /** Elements deeper than this stand beside the one that holds them, so that no later step is sent down a well. Outer elements that the page leaves out are not counted. */
  readonly mostDepth: number
}

/**
 * Builds the tree of a page, with the `html`, `head` and `body` that a browser would add. Null when it has more elements than it may. Nothing
 * runs and nothing is fetched.
 */
export function buildPage(html: string, limits: TreeLimits): TreeDocument | null {
  return built(html, new TreeBuilder(limits, true))
}

/** The same for an XML file, as it is. Entities that it declares are not grown. */
export function buildXml(xml: string, limits: TreeLimits): TreeDocument | null {
  return built(xml, new TreeBuilder(limits, false))
}

function built(markup: string, builder: TreeBuilder): TreeDocument | null {
  const parser = new Parser(
    {
      onopentagname: (name) => {
        if (!builder.open(name)) parser.pause()
      },
      onattribute: (name, value) => builder.attribute(name, value),
      onclosetag: () => builder.close(),
      ontext: (words) => builder.text(words),
      oncomment: (words) => builder.comment(words),
    },
    { xmlMode: !builder.isPage, decodeEntities: true },
  )
  parser.write(markup)
  if (builder.isTooMuch) return null
  parser.end()
  return builder.document
}

/** Attributes that an element keeps; each is compared with those before it. */
const MOST_ATTRIBUTES = 256

/** What a page has once, whatever it says (old pages open `html` several times, for several browsers). */
const OUTER = new Set(['html', 'head', 'body'])
/** What belongs to the head as long as there is no body. */
const OF_THE_HEAD = new Set('title meta link script style base noscript template'.split(' '))

class TreeBuilder {
  readonly document = new TreeDocument()
  readonly isPage: boolean
  isTooMuch = false
  readonly #limits: TreeLimits
  /** The document, and the elements that are open in it. */
  readonly #open: TreeNode[] = [this.document]
  readonly #outer = new Map<string, TreeElement>()
  /** The one that attributes belong to. */
  #last: TreeElement | null = null
  #elements = 0
  /** Each name as one object: names are compared far more often than they are met. */
  readonly #names = new Map<string, string>()

  constructor(limits: TreeLimits, isPage: boolean) {
    this.#limits = limits
    this.isPage = isPage
  }

  /** False when there are too many. */
  open(name: string): boolean {
    this.#elements += 1
    this.isTooMuch = this.#elements > this.#limits.mostElements
    if (this.isPage && OUTER.has(name)) {
      const known = this.#outer.get(name)
      this.#last = known ?? this.#outermost(name)
      // What stands in a second one belongs to what is around it, as in a browser.
      this.#open.push(known === undefined ? this.#last : this.#innermost())
    } else {
      const element = new TreeElement(this.#same(name))
      this.#parentOf(name).insert(element, null)
      this.#open.push(element)
      this.#last = element
    }
    return !this.isTooMuch
  }

  attribute(name: string, value: string): void {
    const element = this.#last
    if (element === null || element.attributeCount >= MOST_ATTRIBUTES) return
    const known = this.#same(name)
    // Of two of one name the first counts.
    if (!element.hasAttribute(known)) element.setAttribute(known, value)
  }

  close(): void {
    if (this.#open.length > 1) this.#open.pop()
  }

  text(words: string): void {
    const around = this.#innermost()
    const isBlank = this.isPage && this.#isOuter(around) && words.trim() === ''
    const parent = isBlank ? around : this.#parentOf('')
    parent.insert(new TreeText(words), null)
  }

  comment(words: string): void {
    this.#innermost().insert(new TreeComment(words), null)
  }

  /** The innermost open element that is not too deep. */
  #innermost(): TreeNode {
    return this.#open[Math.min(this.#open.length - 1, this.#limits.mostDepth)] ?? this.document
  }

  /** Where an element of that name, or a text without one, goes: what stands outside of head and body belongs to one of them. */
  #parentOf(name: string): TreeNode {
    const around = this.#innermost()
    if (!this.isPage || !this.#isOuter(around)) return around
    const isOfHead = OF_THE_HEAD.has(name) && !this.#outer.has('body')
    return this.#outermost(isOfHead ? 'head' : 'body')
  }

  /** Whether a node has no place for words: the document, `html`, `head`. */
  #isOuter(node: TreeNode): boolean {
    return node === this.document || node === this.#outer.get('html') || node === this.#outer.get('head')
  }

  /** The page's `html`, `head` or `body`, made if it is not there. */
  #outermost(name: string): TreeElement {
    const known = this.#outer.get(name)
    if (known !== undefined) return known
    const element = new TreeElement(name)
    this.#outer.set(name, element)
    const parent = name === 'html' ? this.document : this.#outermost('html')
    parent.insert(element, null)
    return element
  }

  #same(name: string): string {
    const known = this.#names.get(name)
    if (known !== undefined) return known
    this.#names.set(name, name)
    return name
  }
}
