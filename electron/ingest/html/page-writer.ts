import type { MarkedRole } from '#domain/article/block'
import type { PageContext } from './context'
import type { HtmlElement, HtmlNode } from './document'
import { isElement, TEXT } from './document'
import { headingLevel, isBlockLevel, isDataTable, isUnseen } from './element-kinds'
import { embedOf } from './embeds'
import { emojiOf, type FoundPicture, PictureList, pictureOf } from './pictures'
import { type BlockShape, type MarkShape, TextWriter } from './text-writer'
import { linkTarget } from './urls'

/** What the elements around a piece of text make of it. */
type Context = {
  readonly shape: BlockShape
  readonly listDepth: number
  readonly ordered: boolean
  /** Pictures of the `figure` that this is inside, in order; null outside of one. */
  readonly figure: number[] | null
}

const OUTSIDE: Context = { shape: { kind: 'paragraph' }, listDepth: 0, ordered: false, figure: null }

const MARKS: Readonly<Record<string, MarkShape>> = {
  b: { kind: 'strong' },
  strong: { kind: 'strong' },
  i: { kind: 'emphasis' },
  em: { kind: 'emphasis' },
  code: { kind: 'code' },
  kbd: { kind: 'code' },
  samp: { kind: 'code' },
  tt: { kind: 'code' },
}

/** What a caption is called where it is no `figcaption`. */
const CAPTION =
  /(?:^|[\s_-])(?:wp-caption-text|(?:image|img|photo|picture|media)?-?(?:caption|legend|subtitle|annotation|credit)(?:-?text)?|bildunterschrift|bildtext|legende|pie-?(?:de-?)?foto)(?=$|[\s_-])/i
/** Characters of the longest caption; its markup is indented. */
const LONGEST_CAPTION = 1_200

/**
 * Writes elements of a page as canonical text, blocks, marks and pictures. The walk keeps its own stack, so that
 * a page cannot overflow ours.
 */
export class PageWriter {
  readonly writer = new TextWriter()
  readonly pictures = new PictureList()
  /** What markup tells of the blocks that were written, by their index. */
  readonly roles = new Map<number, MarkedRole>()
  readonly #base: string | null
  readonly #resource: PageContext['resource']
  readonly #standfirst: ReadonlySet<HtmlElement>
  /** Pictures met inside a running paragraph: they are placed after it. */
  #waiting: FoundPicture[] = []

  constructor(
    base: string | null,
    resource: PageContext['resource'],
    standfirst: ReadonlySet<HtmlElement> = new Set(),
  ) {
    this.#standfirst = standfirst
    this.#base = base
    this.#resource = resource
  }

  write(root: HtmlElement): void {
    type Step = { readonly node: HtmlNode; readonly context: Context } | (() => void)
    const steps: Step[] = [{ node: root, context: OUTSIDE }]
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      if (typeof step === 'function') {
        step()
        continue
      }
      const { node, context } = step
      if (node.nodeType === TEXT) this.writer.write(node.textContent ?? '', context.shape)
      if (isElement(node) && this.#embed(node)) continue
      // What was recovered may be hidden in the page; it is then written all the same.
      if (!isElement(node) || (isUnseen(node) && node !== root)) continue
      const entered = this.#enter(node, context)
      if (entered === null) continue
      steps.push(entered.leave)
      const children = [...node.childNodes].reverse()
      for (const child of children) steps.push({ node: child, context: entered.context })
    }
    this.#endBlock()
  }

  /** Begins an element: the context of its children and what ends it; null when it has been written whole. */
  #enter(element: HtmlElement, context: Context): { context: Context; leave: () => void } | null {
    const name = element.localName
    if (name === 'br') this.writer.lineBreak()
    else if (name === 'img') this.#image(element, context)
    else if (name === 'pre') this.#preformatted(element)
    else if (name === 'table' && isDataTable(element)) this.#table(element)
    else if (name === 'hr') this.#endBlock()
    else if (name === 'figcaption') this.#caption(element, context)
    else if (this.#isCaption(element, context)) {
      this.#caption(element, { ...context, figure: [this.writer.blocks.at(-1)?.picture ?? -1] })
    } else if (isBlockLevel(element)) {
      this.#endBlock()
      const from = this.writer.blocks.length
      const leave = () => {
        this.#endBlock()
        if (this.#standfirst.has(element)) this.#mark(from, 'standfirst')
      }
      return { context: innerContext(element, context), leave }
    } else return this.#inline(element, context)
    return null
  }

  #inline(element: HtmlElement, context: Context): { context: Context; leave: () => void } {
    const href = element.localName === 'a' ? linkTarget(element.getAttribute('href') ?? '', this.#base) : null
    const mark: MarkShape | undefined = href === null ? MARKS[element.localName] : { kind: 'link', href }
    if (mark === undefined) return { context, leave: () => {} }
    this.writer.openMark(mark)
    return { context, leave: () => this.writer.closeMark() }
  }

  /** Marks the paragraphs and headings that were written since `from`. */
  #mark(from: number, role: MarkedRole): void {
    this.writer.blocks.slice(from).forEach(({ kind }, index) => {
      if (kind === 'paragraph' || kind === 'heading') this.roles.set(from + index, role)
    })
  }

  #endBlock(): void {
    this.writer.closeBlock()
    for (const found of this.#waiting.splice(0)) this.#place(found)
  }

  /** Writes what stands for an embedded film, map or post; false when the element is none. */
  #embed(element: HtmlElement): boolean {
    const words = embedOf(element, this.#base)
    if (words === null) return false
    this.#endBlock()
    this.writer.addBlock(words, { kind: 'embed' })
    return true
  }

  #image(img: HtmlElement, context: Context): void {
    const emoji = emojiOf(img)
    if (emoji !== null) {
      this.writer.write(emoji, context.shape)
      return
    }
    const found = pictureOf(img, this.#base, this.#resource)
    if (found === null) return
    if (context.figure !== null) context.figure.push(this.#place(found))
    else if (this.writer.isOpen) this.#waiting.push(found)
    else this.#place(found)
  }

  /** Writes a picture as a block whose words are its alternative text, as a page shows it without the file. */
  #place(found: FoundPicture): number {
    const picture = this.pictures.add(found)
    this.writer.addBlock(found.alt ?? '', { kind: 'figure', picture })
    return picture
  }

  /** Whether a box that is only called a caption stands right beneath a picture. */
  #isCaption(element: HtmlElement, context: Context): boolean {
    if (context.figure !== null || !isBlockLevel(element) || !CAPTION.test(element.className)) return false
    const above = this.writer.isOpen ? undefined : this.writer.blocks.at(-1)
    const words = element.textContent ?? ''
    return (
      above?.kind === 'figure' && words.length <= LONGEST_CAPTION && element.querySelector('img') === null
    )
  }

  #caption(element: HtmlElement, context: Context): void {
    this.#endBlock()
    const picture = context.figure?.at(-1)
    const from = this.writer.blocks.length
    const shape: BlockShape = picture === undefined ? { kind: 'caption' } : { kind: 'caption', picture }
    this.#writeInner(element, { ...context, shape })
    this.#endBlock()
    const [first, last] = [this.writer.blocks[from], this.writer.blocks.at(-1)]
    if (picture !== undefined && first && last)
      this.pictures.caption(picture, [first.range[0], last.range[1]])
  }

  #preformatted(element: HtmlElement): void {
    this.#endBlock()
    const words = (element.textContent ?? '').replace(/\r\n?/g, '\n').replace(/^\n+/, '').trimEnd()
    this.writer.writeVerbatim(words, { kind: 'preformatted' })
    this.#endBlock()
  }

  /** Rows are lines, cells are parted by tabs. */
  #table(table: HtmlElement): void {
    this.#endBlock()
    const title = table.querySelector('caption')
    if (title !== null) this.writer.addBlock(title.textContent ?? '', { kind: 'caption' })
    const rows = [...table.querySelectorAll('tr')].map((row) =>
      [...row.children]
        .filter((cell) => !isUnseen(cell))
        .map(cellText)
        .join('\t'),
    )
    const words = rows.filter((row) => row.trim() !== '').join('\n')
    this.writer.writeVerbatim(words, { kind: 'table' })
    this.#endBlock()
  }

  /** Writes a caption's own elements. Captions are shallow, and `LIMITS.elementDepth` holds for them too. */
  #writeInner(element: HtmlElement, context: Context): void {
    for (const child of element.childNodes) {
      if (child.nodeType === TEXT) this.writer.write(child.textContent ?? '', context.shape)
      if (!isElement(child) || isUnseen(child)) continue
      if (child.localName === 'br') this.writer.lineBreak()
      const block = isBlockLevel(child)
      if (block) this.#endBlock()
      const { leave } = this.#inline(child, context)
      this.#writeInner(child, context)
      leave()
      if (block) this.#endBlock()
    }
  }
}

function cellText(cell: HtmlElement): string {
  return (cell.textContent ?? '').replace(/\s+/g, ' ').trim()
}

function innerContext(element: HtmlElement, context: Context): Context {
  const level = headingLevel(element)
  if (level !== null) return { ...context, shape: { kind: 'heading', level } }
  switch (element.localName) {
    case 'blockquote':
      return { ...context, shape: { kind: 'quotation' } }
    case 'ul':
    case 'ol':
    case 'menu':
      return { ...context, listDepth: context.listDepth + 1, ordered: element.localName === 'ol' }
    case 'li':
      return { ...context, shape: itemShape(element, context) }
    case 'figure':
      return { ...context, figure: [], shape: { kind: 'caption' } }
    default:
      return context
  }
}

function itemShape(item: HtmlElement, context: Context): BlockShape {
  const note = /footnote|endnote/i.test(
    `${item.getAttribute('role') ?? ''} ${item.getAttribute('class') ?? ''} ${item.id}`,
  )
  if (note || /^fn\d/i.test(item.id)) return { kind: 'footnote' }
  return { kind: 'list-item', level: Math.max(1, context.listDepth), ordered: context.ordered }
}
