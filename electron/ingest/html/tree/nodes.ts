import { matcherOf } from './selectors'

/**
 * A page as a tree of plain objects with the names of the DOM, and of the DOM only what ingest asks for. Nothing is live:
 * a list is made when it is asked for. Why not a library's DOM: docs/technical/speed.md.
 */

export const ELEMENT = 1
export const TEXT = 3
export const COMMENT = 8
export const DOCUMENT = 9

/** Fields of all nodes are the same and in one order, which keeps walks fast. */
export class TreeNode {
  readonly nodeType: number
  parentNode: TreeNode | null = null
  previousSibling: TreeNode | null = null
  nextSibling: TreeNode | null = null
  firstChild: TreeNode | null = null
  lastChild: TreeNode | null = null

  constructor(nodeType: number) {
    this.nodeType = nodeType
  }

  get localName(): string {
    return ''
  }

  get childNodes(): TreeNode[] {
    const nodes: TreeNode[] = []
    for (let node = this.firstChild; node !== null; node = node.nextSibling) nodes.push(node)
    return nodes
  }

  get children(): TreeElement[] {
    const elements: TreeElement[] = []
    for (let node = this.firstChild; node !== null; node = node.nextSibling)
      if (isElement(node)) elements.push(node)
    return elements
  }

  get firstElementChild(): TreeElement | null {
    return elementFrom(this.firstChild)
  }

  get nextElementSibling(): TreeElement | null {
    return elementFrom(this.nextSibling)
  }

  get parentElement(): TreeElement | null {
    return this.parentNode !== null && isElement(this.parentNode) ? this.parentNode : null
  }

  get textContent(): string {
    let words = ''
    for (let node = nextIn(this, this); node !== null; node = nextIn(node, this))
      if (isText(node)) words += node.data
    return words
  }

  getAttribute(_name: string): string | null {
    return null
  }

  /** The first element inside that answers to a selector; what stands in a `template` is not on the page. */
  querySelector(selector: string): TreeElement | null {
    const matches = matcherOf(selector)
    for (let node = nextIn(this, this); node !== null; node = nextShown(node, this))
      if (isElement(node) && matches(node)) return node
    return null
  }

  querySelectorAll(selector: string): TreeElement[] {
    const matches = matcherOf(selector)
    const found: TreeElement[] = []
    for (let node = nextIn(this, this); node !== null; node = nextShown(node, this))
      if (isElement(node) && matches(node)) found.push(node)
    return found
  }

  contains(node: TreeNode): boolean {
    let at: TreeNode | null = node
    while (at !== null && at !== this) at = at.parentNode
    return at !== null
  }

  append(...nodes: TreeNode[]): void {
    for (const node of nodes) this.insert(node, null)
  }

  prepend(...nodes: TreeNode[]): void {
    const first = this.firstChild
    for (const node of nodes) this.insert(node, first)
  }

  remove(): void {
    const { parentNode: parent, previousSibling: previous, nextSibling: next } = this
    if (parent === null) return
    if (previous === null) parent.firstChild = next
    else previous.nextSibling = next
    if (next === null) parent.lastChild = previous
    else next.previousSibling = previous
    this.parentNode = null
    this.previousSibling = null
    this.nextSibling = null
  }

  /** Puts a node before one of the children, or at the end. */
  insert(node: TreeNode, before: TreeNode | null): void {
    node.remove()
    const previous = before === null ? this.lastChild : before.previousSibling
    node.parentNode = this
    node.previousSibling = previous
    node.nextSibling = before
    if (previous === null) this.firstChild = node
    else previous.nextSibling = node
    if (before === null) this.lastChild = node
    else before.previousSibling = node
  }
}

export class TreeText extends TreeNode {
  readonly data: string

  constructor(data: string) {
    super(TEXT)
    this.data = data
  }

  override get textContent(): string {
    return this.data
  }
}

export class TreeComment extends TreeNode {
  readonly data: string

  constructor(data: string) {
    super(COMMENT)
    this.data = data
  }

  override get textContent(): string {
    return this.data
  }
}

export class TreeElement extends TreeNode {
  readonly #name: string
  /** Names and values in turn: elements have few, and a list of few is searched faster than a table. */
  readonly #attributes: string[] = []

  constructor(name: string) {
    super(ELEMENT)
    this.#name = name
  }

  override get localName(): string {
    return this.#name
  }

  get id(): string {
    return this.getAttribute('id') ?? ''
  }

  get className(): string {
    return this.getAttribute('class') ?? ''
  }

  override getAttribute(name: string): string | null {
    const attributes = this.#attributes
    for (let at = 0; at < attributes.length; at += 2)
      if (attributes[at] === name) return attributes[at + 1] as string
    return null
  }

  get attributeCount(): number {
    return this.#attributes.length / 2
  }

  get attributes(): [name: string, value: string][] {
    const pairs: [string, string][] = []
    for (let at = 0; at < this.#attributes.length; at += 2)
      pairs.push([this.#attributes[at] ?? '', this.#attributes[at + 1] ?? ''])
    return pairs
  }

  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null
  }

  setAttribute(name: string, value: string): void {
    const attributes = this.#attributes
    for (let at = 0; at < attributes.length; at += 2) {
      if (attributes[at] !== name) continue
      attributes[at + 1] = value
      return
    }
    attributes.push(name, value)
  }

  /** The element itself or the nearest around it that answers to a selector. */
  closest(selector: string): TreeElement | null {
    const matches = matcherOf(selector)
    let at: TreeElement | null = this
    while (at !== null && !matches(at)) at = at.parentElement
    return at
  }
}

export class TreeDocument extends TreeNode {
  constructor() {
    super(DOCUMENT)
  }

  /** The page's `html`; the first element where it has none (XML). */
  get documentElement(): TreeElement | null {
    return childNamed(this, 'html') ?? this.firstElementChild
  }

  get head(): TreeElement | null {
    return childNamed(this.documentElement, 'head')
  }

  get body(): TreeElement | null {
    return childNamed(this.documentElement, 'body')
  }
}

function childNamed(parent: TreeNode | null, name: string): TreeElement | null {
  let child = parent?.firstElementChild ?? null
  while (child !== null && child.localName !== name) child = child.nextElementSibling
  return child
}

function isElement(node: TreeNode): node is TreeElement {
  return node.nodeType === ELEMENT
}

function isText(node: TreeNode): node is TreeText {
  return node.nodeType === TEXT
}

function elementFrom(node: TreeNode | null): TreeElement | null {
  let at = node
  while (at !== null && !isElement(at)) at = at.nextSibling
  return at
}

/** The node after `node` in the order of the page, inside of `root`; null behind the last. */
function nextIn(node: TreeNode, root: TreeNode): TreeNode | null {
  return node.firstChild ?? nextBeside(node, root)
}

/** The same, past what a `template` holds. */
function nextShown(node: TreeNode, root: TreeNode): TreeNode | null {
  return node.localName === 'template' ? nextBeside(node, root) : nextIn(node, root)
}

/** The first node behind `node` and all that it holds. */
function nextBeside(node: TreeNode, root: TreeNode): TreeNode | null {
  for (let at: TreeNode | null = node; at !== null && at !== root; at = at.parentNode)
    if (at.nextSibling !== null) return at.nextSibling
  return null
}
