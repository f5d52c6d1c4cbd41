import type { Root } from 'mdast'
import { type Extension, fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { highlightMark } from 'micromark-extension-highlight-mark'
import type { Highlight } from '#domain/export/markdown-syntax'

/** `==text==` becomes the same node that exports write it from (`domain/export/markdown-syntax.ts`). */
const highlights: Extension = {
  canContainEols: ['highlight'],
  enter: {
    highlight(token) {
      const node: Highlight = { type: 'highlight', children: [] }
      this.enter(node, token)
    },
  },
  exit: {
    highlight(token) {
      this.exit(token)
    },
  },
}

/** Parses CommonMark with GFM's tables, footnotes, strikes and addresses, and with highlights. */
export function parseMarkdown(markdown: string): Root {
  return fromMarkdown(markdown, {
    extensions: [gfm(), highlightMark()],
    mdastExtensions: [gfmFromMarkdown(), highlights],
  })
}
