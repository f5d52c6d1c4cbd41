import { describe, expect, it } from 'vitest'
import type { Analysis, Picture } from '#domain/analysis/findings'
import type { Block, BlockRole } from '#domain/article/block'
import type { Capture } from '#domain/article/capture'
import { blocksOf, cellsOf, layOut } from './layout'

function capture(
  parts: readonly (Omit<Block, 'range'> & { role: BlockRole; words?: string })[],
  headline: string | null = null,
): Capture {
  let text = ''
  const blocks: Block[] = []
  for (const { role: _, words = 'words', ...block } of parts) {
    blocks.push({ ...block, range: [text.length, text.length + words.length] })
    text += `${words}\n\n`
  }
  const pictures: Picture[] = []
  const analysis = {
    blockRoles: parts.map((part) => part.role),
    pictures,
    facts: { headline: headline && { value: headline } },
  } as unknown as Analysis
  return { text, blocks, marks: [], analysis } as unknown as Capture
}

describe('laying an article out', () => {
  it('numbers only the paragraphs of the story', () => {
    const layout = layOut(
      capture([
        { kind: 'heading', role: 'headline' },
        { kind: 'paragraph', role: 'standfirst' },
        { kind: 'paragraph', role: 'story' },
        { kind: 'heading', role: 'subhead' },
        { kind: 'quotation', role: 'story' },
        { kind: 'paragraph', role: 'contact' },
      ]),
    )
    expect(layout.headline).toBe(0)
    expect(layout.standfirst).toEqual([1])
    expect(layout.body).toEqual([
      { kind: 'block', block: 2, paragraph: 1 },
      { kind: 'block', block: 3, paragraph: null },
      { kind: 'block', block: 4, paragraph: 2 },
    ])
    expect(layout.folded).toEqual([{ kind: 'block', block: 5, paragraph: null }])
  })

  it('keeps a figure with its caption and a list with its items', () => {
    const layout = layOut(
      capture([
        { kind: 'figure', role: 'picture', picture: 0 },
        { kind: 'caption', role: 'picture', picture: 0 },
        { kind: 'list-item', role: 'story', level: 1 },
        { kind: 'list-item', role: 'story', level: 2 },
        { kind: 'list-item', role: 'story', level: 1, ordered: true },
      ]),
    )
    expect(layout.body).toEqual([
      { kind: 'figure', picture: 0, blocks: [0, 1] },
      { kind: 'list', ordered: false, items: [2, 3] },
      { kind: 'list', ordered: true, items: [4] },
    ])
  })

  it('shows a heading that repeats the headline of the metadata once, as the headline', () => {
    const parts = [
      { kind: 'heading', role: 'subhead', words: 'The  Crane' },
      { kind: 'paragraph', role: 'story' },
    ] as const
    expect(layOut(capture(parts, 'The crane')).headline).toBe(0)
    expect(layOut(capture(parts, 'Another')).headline).toBeNull()
  })

  it('loses no block and shows none twice', () => {
    const roles: BlockRole[] = [
      'headline',
      'headline',
      'story',
      'standfirst',
      'notice',
      'furniture',
      'byline',
    ]
    const layout = layOut(capture(roles.map((role) => ({ kind: 'paragraph', role }))))
    const shown = [
      ...(layout.headline === null ? [] : [layout.headline]),
      ...layout.standfirst,
      ...[...layout.body, ...layout.folded].flatMap(blocksOf),
    ]
    expect(shown.sort((a, b) => a - b)).toEqual(roles.map((_, index) => index))
  })
})

describe('a table as text', () => {
  it('is rows by line and cells by tab', () => {
    const text = 'x a\tbb\nc\t\n\n'
    expect(cellsOf(text, [2, 10])).toEqual([
      [
        [2, 3],
        [4, 6],
      ],
      [
        [7, 8],
        [9, 9],
      ],
    ])
  })
})
