import MarkdownIt, { type Token } from 'markdown-it'
import footnote from 'markdown-it-footnote'
import mark from 'markdown-it-mark'
import { parse } from 'yaml'

/**
 * An export read back by a parser that shares no code with the writer: markdown-it, on which Joplin's and VS Code's
 * previews are built, with its plugins for `==marks==` and footnotes.
 */

/** A piece of the document: its words as a reader sees them, and those among them that are highlighted. */
export type ReadBlock = {
  readonly type: string
  readonly text: string
  readonly marked: string
  readonly footnotes: readonly string[]
}

const parser = new MarkdownIt({ html: true }).use(mark).use(footnote)

export function readBack(document: string): {
  readonly frontMatter: Record<string, unknown>
  readonly blocks: readonly ReadBlock[]
  readonly tokens: readonly Token[]
} {
  const end = document.indexOf('\n---\n', 4)
  const frontMatter: unknown = parse(document.slice(4, end + 1))
  const tokens = parser.parse(document.slice(end + 5), {})
  return { frontMatter: asRecord(frontMatter), blocks: tokens.flatMap(readBlock), tokens }
}

function readBlock(token: Token, index: number, all: readonly Token[]): ReadBlock[] {
  if (token.type === 'fence' || token.type === 'code_block' || token.type === 'html_block') {
    return [{ type: token.type, text: token.content, marked: '', footnotes: [] }]
  }
  if (token.type !== 'inline') return []
  let text = ''
  let marked = ''
  let depth = 0
  const footnotes: string[] = []
  for (const child of token.children ?? []) {
    if (child.type === 'mark_open') depth += 1
    if (child.type === 'mark_close') depth -= 1
    if (child.type === 'footnote_ref') footnotes.push(String(child.meta?.label))
    const isBreak = child.type === 'softbreak' || child.type === 'hardbreak'
    const words = isBreak ? '\n' : child.type === 'text' || child.type === 'code_inline' ? child.content : ''
    text += child.type === 'html_inline' ? `HTML:${child.content}` : words
    if (depth > 0) marked += words
  }
  const before = all[index - 1]
  return [{ type: before === undefined ? 'inline' : `${before.type} ${before.tag}`, text, marked, footnotes }]
}

function asRecord(value: unknown): Record<string, unknown> {
  if (value === null || typeof value !== 'object') throw new Error('no front matter')
  return { ...value }
}
