import type { Range } from '../../article/range'

/** A stretch between quotation marks, the marks included. */
export type Quotation = {
  readonly range: Range
  /** Double marks of any language; a single mark can be an apostrophe and is trusted less. */
  readonly double: boolean
  /** Whether its closing mark was found. An open one runs to the end of its block. */
  readonly closed: boolean
  /** Goes on a quotation that the block before left open, as print does over paragraphs. */
  readonly continues: boolean
}

/** Closing mark by opening mark. Straight marks and doubled apostrophes are told apart by what is around them. */
const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '”“',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '‟': '”',
}
const SINGLE_LIMIT = 400
const LETTER = /[\p{L}\p{N}]/u
const BEFORE_OPENING = /[\s([{<\-–—/:=‘“„«]/

/**
 * Every quotation of the blocks, in text order, outermost only. Double marks are paired first; single ones count
 * outside double ones, when they close within their block. One pass, linear.
 */
export function findQuotations(text: string, blocks: readonly Range[]): Quotation[] {
  const found: Quotation[] = []
  let leftOpen = false
  for (const block of blocks) {
    const inBlock = quotationsOf(text, block, leftOpen)
    leftOpen = inBlock.some((quotation) => !quotation.closed)
    found.push(...inBlock)
  }
  return found
}

function quotationsOf(text: string, [start, end]: Range, leftOpen: boolean): Quotation[] {
  const found: Quotation[] = []
  let open = -1
  let closing = ''
  const push = (from: number, to: number, closed: boolean) => {
    const continues = leftOpen && found.length === 0 && text.slice(start, from).trim() === ''
    found.push({ range: [from, to], double: true, closed, continues })
  }
  for (let i = start; i < end; i++) {
    const mark = markAt(text, i)
    if (mark === '') continue
    if (open < 0) {
      const single = mark === '‘' || mark === "'" ? singleAt(text, i, end) : null
      if (single) {
        found.push(single)
        i = single.range[1] - 1
      } else if (opens(text, i, mark, start)) {
        open = i
        closing = CLOSING[mark] ?? mark
        i += mark.length - 1
      }
      continue
    }
    const isClosing = isOneOf(closing, mark) && !(mark === closing && reopens(text, i, mark, open))
    if (isClosing) {
      push(open, i + mark.length, true)
      open = -1
    } else if (CLOSING[mark] === closing) open = i
    i += mark.length - 1
  }
  if (open >= 0) push(open, end, false)
  return found
}

/** Doubled apostrophes are one mark; otherwise every character of `closing` is one that closes. */
function isOneOf(closing: string, mark: string): boolean {
  return closing === "''" || closing === '``' ? mark === "''" : closing.includes(mark)
}

/** The quotation mark at `i`, or ''. Two apostrophes or grave accents in a row are one double mark. */
function markAt(text: string, i: number): string {
  const char = text.charAt(i)
  switch (char) {
    case '“':
    case '”':
    case '„':
    case '‟':
    case '«':
    case '»':
    case '「':
    case '」':
    case '『':
    case '』':
    case '"':
    case '‘':
      return char
    case "'":
    case '`':
      return text.charAt(i + 1) === char ? char + char : char === "'" ? char : ''
    default:
      return ''
  }
}

function opens(text: string, i: number, mark: string, blockStart: number): boolean {
  if (mark === '‘' || mark === "'" || mark === '”' || mark === '」' || mark === '』') return false
  const next = text.charAt(i + mark.length)
  if (next === '' || /\s/.test(next)) return false
  if (mark in CLOSING && mark !== '»') return true
  return i === blockStart || BEFORE_OPENING.test(text.charAt(i - 1))
}

/** Whether a straight mark met inside an open quotation can only open another: the writer forgot to close. */
function reopens(text: string, i: number, mark: string, open: number): boolean {
  if (mark !== '"' || i === open + 1) return false
  return /\s/.test(text.charAt(i - 1)) && LETTER.test(text.charAt(i + 1))
}

function singleAt(text: string, i: number, end: number): Quotation | null {
  const before = i === 0 ? ' ' : text.charAt(i - 1)
  if (!BEFORE_OPENING.test(before) || !LETTER.test(text.charAt(i + 1))) return null
  const limit = Math.min(end, i + SINGLE_LIMIT)
  for (let k = i + 2; k < limit; k++) {
    const char = text.charAt(k)
    if (char === '“' || char === '"' || char === '‘') return null
    if (char !== '’' && char !== "'") continue
    if (LETTER.test(text.charAt(k + 1)) || /\s/.test(text.charAt(k - 1))) continue
    return { range: [i, k + 1], double: false, closed: true, continues: false }
  }
  return null
}
