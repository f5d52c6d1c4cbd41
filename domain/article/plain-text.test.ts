import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksOfPlainText, canonicalPlainText } from './plain-text'
import { wordsAt } from './range'

function paragraphs(text: string): string[] {
  return blocksOfPlainText(text).map((block) => wordsAt(text, block.range))
}

/** Wraps as an editor does: a line takes words while they fit. */
function wrapped(text: string, column: number): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= column)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}

const LONG =
  'The ferry company cut its winter timetable by half on Thursday, and the island council learned of it from a ' +
  'notice taped to the ticket window. Councillors said they would meet the owners before the end of the month.'

describe('blocksOfPlainText', () => {
  it('makes a paragraph of each run of lines between blank ones', () => {
    expect(paragraphs('One.\n\nTwo.\n \t\n\n  Three.  \n')).toEqual(['One.', 'Two.', 'Three.'])
  })

  it('keeps a caption apart from the alternative text on the line above', () => {
    const text = `A ferry at the quay\nFILE PHOTO: A ferry at Lunde quay, 2021. (Island Post)\n\n${LONG}\n\n${LONG}`
    expect(paragraphs(text)).toEqual([
      'A ferry at the quay',
      'FILE PHOTO: A ferry at Lunde quay, 2021. (Island Post)',
      LONG,
      LONG,
    ])
  })

  it.each([60, 72, 78])('joins lines that a program wrapped at column %i', (column) => {
    const text = `Ferry timetable cut by half\nBy Ane Holm\n\n${wrapped(LONG, column)}\n\n${wrapped(LONG, column)}`
    const found = paragraphs(text)
    expect(found).toHaveLength(4)
    expect(found.slice(0, 2)).toEqual(['Ferry timetable cut by half', 'By Ane Holm'])
    expect(found[2]?.replaceAll('\n', ' ')).toBe(LONG)
  })

  it('joins Korean lines wrapped at a column of twice as wide characters', () => {
    const korean =
      `${'섬 주민들은 겨울 시간표가 절반으로 줄었다는 소식을 매표소 창문에 붙은 종이를 보고 알았다. '.repeat(4)}`.trim()
    const found = paragraphs(wrapped(korean, 36))
    expect(found.map((one) => one.replaceAll('\n', ' '))).toEqual([korean])
  })

  it('leaves poems and lists line by line', () => {
    expect(paragraphs('The gulls are gone\nthe quay is white\nno ferry came')).toHaveLength(3)
    const list = `${wrapped(LONG, 70)}\n- one boat in the morning\n- one boat at night`
    expect(paragraphs(list).slice(1)).toEqual(['- one boat in the morning', '- one boat at night'])
  })

  it('marks a line of dashes or stars as a separator', () => {
    expect(blocksOfPlainText('One.\n* * *\nTwo.\n-----\n').map((block) => block.kind)).toEqual([
      'paragraph',
      'separator',
      'paragraph',
      'separator',
    ])
  })

  it('covers every character that is not white space, once and in order', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('', '***', 'word '.repeat(14), '한국어 '.repeat(9)),
    )
    const text = fc
      .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\r', '\u2028')))
      .map((all) => all.flat().join(''))
    fc.assert(
      fc.property(text, (value) => {
        const blocks = blocksOfPlainText(value)
        let at = 0
        for (const { range } of blocks) {
          expect(range[0]).toBeGreaterThanOrEqual(at)
          expect(range[1]).toBeGreaterThan(range[0])
          expect(value.slice(at, range[0]).trim()).toBe('')
          at = range[1]
        }
        expect(value.slice(at).trim()).toBe('')
      }),
    )
  })

  it('reads a megabyte without a blank in time', () => {
    expect(blocksOfPlainText('x'.repeat(1_000_000))).toHaveLength(1)
    expect(blocksOfPlainText('\n'.repeat(1_000_000))).toHaveLength(0)
  })
})

describe('canonicalPlainText', () => {
  it('drops a byte order mark and turns CRLF into LF, and changes nothing else', () => {
    expect(canonicalPlainText('\uFEFFa\r\nb\rc \u00A0\n')).toBe('a\nb\rc \u00A0\n')
  })
})
