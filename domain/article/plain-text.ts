import type { Block } from './block'
import type { Range } from './range'

/**
 * Blocks of a plain-text file. Its text is canonical as it stands, so a block is only a range in it.
 *
 * A blank line always ends a paragraph. Whether a single line break does depends on who put it there: a person
 * (one line, one paragraph) or a program that wrapped at a column. A program breaks a line only where the next
 * word no longer fits; so a break is soft, and stays inside the paragraph, when the file looks wrapped at all
 * and the next line's first word would have crossed the widest line of the file. Everything else is a paragraph
 * of its own, as a picture's alternative text on the line above its caption is.
 */

/** No mail client, editor or typewriter wraps wider than this, in columns. Longer lines are whole paragraphs. */
const WIDEST_WRAP = 100
/** A file whose lines are all shorter than this is a list or a poem. */
const NARROWEST_WRAP = 40
/** Columns by which wrapping differs between paragraphs of one file (trailing blanks, hyphens, other margins). */
const SLACK = 3

type Line = { readonly range: Range; readonly words: string }

/** Paragraphs and separators of `text` (UTF-16 ranges, trimmed, in order); no blocks for a blank text. */
export function blocksOfPlainText(text: string): Block[] {
  const groups = groupsOfLines(text)
  const wrapColumn = columnOfWrap(groups)
  return groups.flatMap((group) => blocksOfGroup(group, wrapColumn))
}

/** Runs of lines without a blank one between. A lone CR and the Unicode separators end lines too. */
function groupsOfLines(text: string): Line[][] {
  const groups: Line[][] = []
  let group: Line[] = []
  for (const match of text.matchAll(
    /[^\n\r\v\f\u0085\u2028\u2029]*(?:\r\n|[\n\r\v\f\u0085\u2028\u2029]|$)/g,
  )) {
    const line = lineAt(match.index, match[0])
    if (line !== null) {
      group.push(line)
    } else if (group.length > 0) {
      groups.push(group)
      group = []
    }
  }
  return groups
}

function lineAt(index: number, raw: string): Line | null {
  const words = raw.trim()
  if (words === '') return null
  const start = index + raw.length - raw.trimStart().length
  return { range: [start, start + words.length], words }
}

/** The column at which the file is wrapped, or null when single line breaks mean paragraphs. */
function columnOfWrap(groups: readonly Line[][]): number | null {
  let widest = 0
  for (const line of groups.flat()) {
    // A long address cannot be wrapped and says nothing of the margin.
    if (!/\s/.test(line.words) && !/[\u2E80-\u9FFF]/.test(line.words)) continue
    widest = Math.max(widest, columns(line.words))
    if (widest > WIDEST_WRAP) return null
  }
  return widest < NARROWEST_WRAP ? null : widest
}

function blocksOfGroup(group: readonly Line[], wrapColumn: number | null): Block[] {
  const blocks: Block[] = []
  let paragraph: Line[] = []
  const close = () => {
    const [first, last] = [paragraph[0], paragraph.at(-1)]
    if (first && last) blocks.push({ kind: 'paragraph', range: [first.range[0], last.range[1]] })
    paragraph = []
  }
  for (const line of group) {
    const previous = paragraph.at(-1)
    if (isSeparator(line.words)) {
      close()
      blocks.push({ kind: 'separator', range: line.range })
      continue
    }
    if (previous && !isSoftBreak(previous.words, line.words, wrapColumn)) close()
    paragraph.push(line)
  }
  close()
  return blocks
}

function isSeparator(words: string): boolean {
  return /^([-–—*_=~#·•])(?:\s*\1){2,}$/.test(words)
}

function isSoftBreak(line: string, next: string, wrapColumn: number | null): boolean {
  if (wrapColumn === null || startsItem(next)) return false
  return columns(line) + 1 + columns(firstWord(next)) > wrapColumn - SLACK
}

function startsItem(words: string): boolean {
  return /^(?:[-*•·▪◦‣]|\d{1,3}[.)])\s/.test(words)
}

/** What cannot be parted at a line's end: up to the first blank, or one character of Chinese and Japanese. */
function firstWord(words: string): string {
  return (
    /^(?:[\u3000-\u30FF\u3400-\u9FFF\uFF00-\uFFEF]|[^\s\u3000-\u30FF\u3400-\u9FFF\uFF00-\uFFEF]+)/.exec(
      words,
    )?.[0] ?? ''
  )
}

/** Width in columns: East Asian wide characters take two. */
function columns(words: string): number {
  let width = 0
  for (let i = 0; i < words.length; i += 1) {
    const unit = words.charCodeAt(i)
    const wide =
      (unit >= 0x1100 && unit <= 0x115f) ||
      (unit >= 0x2e80 && unit <= 0xd7a3) ||
      (unit >= 0xf900 && unit <= 0xfaff) ||
      (unit >= 0xff00 && unit <= 0xff60)
    width += wide ? 2 : 1
  }
  return width
}

/** Canonical text of a decoded plain-text file: no byte order mark, CRLF as LF, nothing else changed. */
export function canonicalPlainText(decoded: string): string {
  const text = decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded
  return text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text
}
