import type { TextLine } from './lines'
import { joinedWords, type WordEvidence } from './word-breaks'

/** A paragraph, or a table with its rows as lines and its cells parted by tabs. */
export type Paragraph = {
  readonly kind: 'paragraph' | 'list-item' | 'table'
  readonly words: string
  readonly size: number
}

/** Font sizes that differ by less than this share are the same. */
const SAME_SIZE = 0.08
/** Distance between lines, as a share of the column's usual one, from which a new paragraph begins. */
const WIDE_LEADING = 1.3
/** Indent of a first line in font sizes, at least; and at most, as a share of the column: beyond it a line is centred. */
const LEAST_INDENT = 0.7
const MOST_INDENT = 0.3

const BULLET = /^[•·▪▫◦■□▶▷○●◆◇※‣∙–—-]\s+(?=\S)/u
const NUMBERED = /^(?:\d{1,2}[.)]|[가-하]\.|[①-⑳])\s/u
/** How a paragraph ends, and how its last line of a column does not when it goes on in the next. */
const ENDED = /[.!?…。！？:;][)\]"'”’」』]*$/u

/** The paragraphs of columns in reading order. One goes on in the next column or page where its last line is not an end. */
export function paragraphsOf(columns: readonly (readonly TextLine[])[], evidence: WordEvidence): Paragraph[] {
  const bodySize = usualSize(columns.flat())
  const groups: TextLine[][] = []
  for (const column of columns) {
    const shape = shapeOf(column)
    column.forEach((line, index) => {
      const previous = column[index - 1]
      const group = groups.at(-1)
      const goesOn =
        previous === undefined
          ? group !== undefined && goesOnInColumn(group, line, shape, bodySize)
          : !startsNew(previous, line, shape, bodySize)
      if (goesOn && group !== undefined) group.push(line)
      else groups.push([line])
    })
  }
  return groups.flatMap((group) => paragraphOf(group, evidence))
}

/** The font size that most letters have. */
export function usualSize(lines: readonly TextLine[]): number {
  const letters = new Map<number, number>()
  for (const { size, words } of lines) {
    const rounded = Math.round(size * 2) / 2
    letters.set(rounded, (letters.get(rounded) ?? 0) + words.length)
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

type Shape = { readonly left: number; readonly right: number; readonly leading: number }

function shapeOf(column: readonly TextLine[]): Shape {
  const steps = column.slice(1).map((line, index) => line.y - (column[index]?.y ?? line.y))
  const sorted = steps.filter((step) => step > 0).sort((a, b) => a - b)
  return {
    left: Math.min(...column.map(({ x }) => x)),
    right: Math.max(...column.map(({ right }) => right)),
    // The lower half: in a column of short paragraphs the middle one is a distance between paragraphs.
    leading: sorted[Math.floor(sorted.length * 0.4)] ?? 0,
  }
}

function startsNew(previous: TextLine, line: TextLine, shape: Shape, bodySize: number): boolean {
  const isRow = (one: TextLine) => one.cells.length > 1
  if (isRow(previous) || isRow(line)) return isRow(previous) !== isRow(line) || isFar(previous, line, shape)
  if (!isSameSize(previous, line) || isFar(previous, line, shape)) return true
  // A headline is broken where it reads well, not where it is full.
  if (line.size > bodySize * (1 + SAME_SIZE)) return false
  if (isBrokenWord(previous, line)) return false
  if (isItem(line)) return true
  // The further lines of an item hang below its first word.
  if (isItem(previous) && line.x > previous.x) return wouldHaveFit(previous, line, shape)
  return isIndented(line, shape) !== isIndented(previous, shape)
    ? isIndented(line, shape)
    : wouldHaveFit(previous, line, shape)
}

function isItem({ words }: TextLine): boolean {
  return BULLET.test(words) || NUMBERED.test(words)
}

function isBrokenWord(previous: TextLine, line: TextLine): boolean {
  return /\p{L}[-\u2010\u00AD]$/u.test(previous.words) && /^\p{Ll}/u.test(line.words)
}

function isSameSize(a: TextLine, b: TextLine): boolean {
  return Math.abs(a.size - b.size) <= Math.max(a.size, b.size) * SAME_SIZE
}

function isFar(previous: TextLine, line: TextLine, { leading }: Shape): boolean {
  return line.y - previous.y > Math.max(leading, line.size) * WIDE_LEADING
}

function isIndented(line: TextLine, { left, right }: Shape): boolean {
  const indent = line.x - left
  return indent > line.size * LEAST_INDENT && indent < (right - left) * MOST_INDENT
}

/** A line is left before it is full only where the paragraph ends. */
function wouldHaveFit(previous: TextLine, line: TextLine, { right }: Shape): boolean {
  const [first = ''] = line.words.split(' ', 1)
  const width = ((line.right - line.x) * (first.length + 1)) / Math.max(1, line.words.length)
  return previous.right + width < right - line.size
}

function goesOnInColumn(group: readonly TextLine[], line: TextLine, shape: Shape, bodySize: number): boolean {
  const last = group.at(-1)
  if (last === undefined || last.cells.length > 1 || line.cells.length > 1) return false
  const isBody = Math.abs(line.size - bodySize) <= bodySize * SAME_SIZE
  if (!isBody || !isSameSize(last, line) || ENDED.test(last.words)) return false
  return !isItem(line) && !isIndented(line, shape)
}

function paragraphOf(lines: readonly TextLine[], evidence: WordEvidence): Paragraph[] {
  const [first] = lines
  if (first === undefined) return []
  const { size } = first
  if (first.cells.length > 1 && lines.length > 1) {
    return [{ kind: 'table', words: lines.map(({ cells }) => cells.join('\t')).join('\n'), size }]
  }
  const words = joinedWords(lines, evidence)
  if (!BULLET.test(words)) return [{ kind: 'paragraph', words, size }]
  return [{ kind: 'list-item', words: words.replace(BULLET, ''), size }]
}
