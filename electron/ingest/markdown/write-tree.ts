import type { List, Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent, Table } from 'mdast'
import type { Highlight } from '#domain/export/markdown-syntax'
import type { PageContext } from '../html/context'
import { parseHtml } from '../html/document'
import type { PageWriter } from '../html/page-writer'
import { cameAlong, type FoundPicture, pictureFile } from '../html/pictures'
import { addressesOfImages } from '../html/pictures/beside'
import type { BlockShape, MarkShape } from '../html/text-writer'
import { absoluteUrl, linkTarget } from '../html/urls'

/** How a document's tree is written. */
export type WriteOptions = {
  /** The article's own address, which others are relative to. */
  readonly base: string | null
  /** The picture's file at an address, when it came with the document. */
  readonly resource: PageContext['resource']
  /** Whether a single line break is one of the text: in our exports it is, elsewhere editors wrap lines with it. */
  readonly keepsLineBreaks: boolean
  /** Whether footnotes are the text's; in our exports they are a reader's notes. */
  readonly withFootnotes: boolean
}

/** Writes Markdown as canonical text with blocks, marks and pictures: no sign of its syntax stays in the text. */
export class TreeWriter {
  readonly #page: PageWriter
  readonly #options: WriteOptions
  readonly #addresses = new Map<string, string>()
  /** Pictures met inside a running paragraph: they are placed after it. */
  #waiting: FoundPicture[] = []

  constructor(page: PageWriter, root: Root, options: WriteOptions) {
    this.#page = page
    this.#options = options
    for (const node of root.children) {
      if (node.type === 'definition') this.#addresses.set(node.identifier, node.url)
    }
  }

  /** Writes blocks in order, the definitions of footnotes after them all. */
  write(nodes: readonly RootContent[]): void {
    const isNote = (node: RootContent) => node.type === 'footnoteDefinition'
    for (const node of nodes.filter((one) => !isNote(one))) this.#block(node, { kind: 'paragraph' }, 0)
    if (!this.#options.withFootnotes) return
    for (const node of nodes) {
      if (node.type !== 'footnoteDefinition') continue
      node.children.forEach((child, index) => {
        const call = index === 0 ? `[${node.label ?? node.identifier}] ` : ''
        this.#block(child, { kind: 'footnote' }, 0, call)
      })
    }
  }

  #block(node: RootContent, shape: BlockShape, depth: number, lead = ''): void {
    switch (node.type) {
      case 'heading':
        this.#inline(node, { kind: 'heading', level: node.depth })
        return
      case 'paragraph':
        this.#inline(node, shape, lead)
        return
      case 'blockquote':
        for (const child of node.children) this.#block(child, { kind: 'quotation' }, depth)
        return
      case 'list':
        this.#list(node, depth + 1)
        return
      case 'code':
        this.#verbatim(node.value.replace(/^\n+|\s+$/g, ''), { kind: 'preformatted' })
        return
      case 'table':
        this.#table(node)
        return
      case 'html':
        this.#html(node.value)
        return
      default:
        this.#page.writer.closeBlock()
    }
  }

  #list(list: List, level: number): void {
    const shape: BlockShape = { kind: 'list-item', level, ordered: list.ordered ?? false }
    for (const item of list.children) for (const child of item.children) this.#block(child, shape, level)
  }

  /** Rows are lines, cells are parted by tabs. */
  #table(table: Table): void {
    const cell = (node: Nodes) => wordsIn(node).replace(/\s+/g, ' ').trim()
    const rows = table.children.map((row) => row.children.map(cell).join('\t'))
    this.#verbatim(rows.join('\n'), { kind: 'table' })
  }

  #verbatim(words: string, shape: BlockShape): void {
    this.#page.writer.closeBlock()
    this.#page.writer.writeVerbatim(words, shape)
    this.#page.writer.closeBlock()
  }

  /** A piece of page inside the document. */
  #html(html: string): void {
    const body = parseHtml(`<html><body>${html}</body></html>`)?.body
    if (body) this.#page.write(body)
  }

  #inline(node: Paragraph | Parents, shape: BlockShape, lead = ''): void {
    this.#page.writer.closeBlock()
    this.#page.writer.write(lead, shape)
    for (const child of node.children) this.#phrase(child as PhrasingContent, shape)
    this.#page.writer.closeBlock()
    for (const found of this.#waiting.splice(0)) {
      this.#page.writer.addBlock(found.alt ?? '', { kind: 'figure', picture: this.#page.pictures.add(found) })
    }
  }

  #phrase(node: PhrasingContent | Highlight, shape: BlockShape): void {
    const { writer } = this.#page
    switch (node.type) {
      case 'text':
        this.#words(node.value, shape)
        return
      case 'inlineCode':
        this.#marked({ kind: 'code' }, () => writer.write(node.value, shape))
        return
      case 'break':
        writer.lineBreak()
        return
      case 'emphasis':
      case 'strong':
        this.#marked({ kind: node.type }, () => this.#phrases(node, shape))
        return
      case 'link':
        this.#linked(node.url, () => this.#phrases(node, shape))
        return
      case 'linkReference':
        this.#linked(this.#addresses.get(node.identifier) ?? '', () => this.#phrases(node, shape))
        return
      case 'image':
        this.#picture(node.url, node.alt)
        return
      case 'imageReference':
        this.#picture(this.#addresses.get(node.identifier) ?? '', node.alt)
        return
      case 'footnoteReference':
        if (this.#options.withFootnotes) writer.write(`[${node.label ?? node.identifier}]`, shape)
        return
      case 'html':
        if (/^<br\b/i.test(node.value)) writer.lineBreak()
        return
      case 'delete':
      case 'highlight':
        this.#phrases(node, shape)
        return
    }
  }

  #phrases(node: Extract<PhrasingContent, Parents>, shape: BlockShape): void {
    for (const child of node.children) this.#phrase(child, shape)
  }

  #words(value: string, shape: BlockShape): void {
    const { writer } = this.#page
    if (!this.#options.keepsLineBreaks) {
      writer.write(value, shape)
      return
    }
    value.split('\n').forEach((line, index) => {
      if (index > 0) writer.lineBreak()
      writer.write(line, shape)
    })
  }

  #marked(mark: MarkShape, writeInner: () => void): void {
    this.#page.writer.openMark(mark)
    writeInner()
    this.#page.writer.closeMark()
  }

  #linked(address: string, writeInner: () => void): void {
    const href = linkTarget(address, this.#options.base)
    if (href === null) writeInner()
    else this.#marked({ kind: 'link', href }, writeInner)
  }

  #picture(url: string, alt: string | null | undefined): void {
    const isEmbedded = url.startsWith('data:')
    const found: FoundPicture = {
      alt: alt?.replace(/\s+/g, ' ').trim() || null,
      src: isEmbedded ? null : (absoluteUrl(url, this.#options.base) ?? (url || null)),
      file: isEmbedded ? pictureFile(url) : cameAlong([url], this.#options.resource),
    }
    this.#waiting.push(found)
  }
}

/** The addresses of all pictures of a document, those of the pages in it as well. */
export function* picturesIn(root: Root): Generator<string> {
  const waiting: Nodes[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'image' || node.type === 'definition') yield node.url
    else if (node.type === 'html') yield* addressesOfImages(node.value)
    else if ('children' in node) for (const child of node.children) waiting.push(child)
  }
}

/** The words of a node without any markup. */
export function wordsIn(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value
  if ('children' in node) return node.children.map(wordsIn).join('')
  return node.type === 'break' ? '\n' : ''
}
