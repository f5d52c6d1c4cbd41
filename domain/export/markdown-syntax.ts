import type { Node, Parent, PhrasingContent, Root, RootContent } from 'mdast'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { type AttentionInfo, type Handle, type Info, type State, toMarkdown } from 'mdast-util-to-markdown'

/** `==text==`: what Obsidian, Joplin and Logseq show as highlighted. */
export type Highlight = Parent & { readonly type: 'highlight'; readonly children: PhrasingContent[] }

/** Markdown that is taken as it is: the reader's own note, a `#tag`. */
export type Verbatim = Node & { readonly type: 'verbatim'; readonly value: string }

declare module 'mdast' {
  interface PhrasingContentMap {
    highlight: Highlight
    verbatim: Verbatim
  }
  interface RootContentMap {
    highlight: Highlight
    verbatim: Verbatim
  }
  interface BlockContentMap {
    verbatim: Verbatim
  }
}
declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    highlight: 'highlight'
  }
}

/** Handled as emphasis is: the serialiser sees to it that the marks open and close beside any letter or sign. */
const highlight: Handle & {
  attention: (node: Highlight, state: State) => AttentionInfo
  peek: () => string
} = Object.assign(
  (node: Highlight, _: unknown, state: State, info: Info) =>
    `==${state.containerPhrasing({ ...node, type: 'emphasis' }, { ...info, before: '=', after: '=' })}==`,
  {
    attention: (): AttentionInfo => ({ construct: 'highlight', markers: ['='], sizes: [2] }),
    peek: () => '=',
  },
)

const verbatim: Handle = (node: Verbatim) => node.value

/**
 * Signs that CommonMark leaves alone and the readers named in EXPORT.md do not: `==` highlight, `~~` strike and `~`
 * subscript, `$` mathematics, `%%` comment, `#tag`, `^` superscript and block name.
 */
const SIGNS_OF_OTHER_DIALECTS = [
  // Looked around, not consumed: in `===` each sign has another one beside it.
  { character: '=', after: '(?==)', inConstruct: 'phrasing' },
  { character: '=', before: '(?<==)', inConstruct: 'phrasing' },
  // As in the serialiser's own list, but looked at: of two lines `-`, the second underlines a heading.
  { atBreak: true, character: '-', after: '(?=[ \\t\\r\\n-]|$)' },
  { atBreak: true, character: '+', after: '(?=[ \\t\\r\\n]|$)' },
  { atBreak: true, before: '\\d+', character: '.', after: '(?=[ \\t\\r\\n]|$)' },
  { character: '~', inConstruct: 'phrasing' },
  { character: '$', inConstruct: 'phrasing' },
  { character: '%', after: '(?=%)', inConstruct: 'phrasing' },
  { character: '#', after: '[^\\s]', inConstruct: 'phrasing' },
  { character: '^', inConstruct: 'phrasing' },
] as const

/** Writes a tree as Markdown (CommonMark with GFM's tables and footnotes, and `==highlights==`). */
export function writeMarkdown(content: readonly RootContent[]): string {
  const root: Root = { type: 'root', children: [...content] }
  return toMarkdown(root, {
    bullet: '-',
    rule: '-',
    emphasis: '*',
    handlers: { highlight, verbatim },
    unsafe: SIGNS_OF_OTHER_DIALECTS.map((pattern) => ({ ...pattern })),
    extensions: [gfmFootnoteToMarkdown(), gfmTableToMarkdown({ tablePipeAlign: false })],
  })
}
