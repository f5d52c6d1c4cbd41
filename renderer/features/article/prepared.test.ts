import { describe, expect, it } from 'vitest'
import type { Attribution } from '#domain/analysis/findings'
import type { Capture } from '#domain/article/capture'
import { marginMarks } from './margin-marks'
import { prepare, sameBlock, withLayers } from './prepared'
import type { Layer } from './segments'

function statement(id: string, sourceId: string | null, ...content: [number, number][]): Attribution {
  return { id, source: null, cue: null, content, sourceId, directness: 'direct', rule: 'test' }
}

const capture = {
  text: 'x'.repeat(300),
  blocks: [
    { kind: 'paragraph', range: [0, 100] },
    { kind: 'paragraph', range: [100, 200] },
    { kind: 'paragraph', range: [200, 300] },
  ],
  marks: [],
  analysis: {
    sources: [],
    notices: [],
    attributions: [statement('a', 's1', [10, 90]), statement('b', null, [150, 250])],
  },
} as unknown as Capture

describe('blocks ready to draw', () => {
  it('keep their identity when a note touches another block', () => {
    const prepared = prepare(capture)
    const note: Layer = { kind: 'note', id: 'n', range: [120, 130], look: 'highlight red' }
    const drawn = withLayers(capture, prepared, [note])
    expect(drawn[0]).toBe(prepared.blocks[0])
    expect(drawn[1]).not.toBe(prepared.blocks[1])
    expect(drawn[2]).toBe(prepared.blocks[2])
  })

  it('are alike until a look changes', () => {
    const prepared = prepare(capture)
    const note: Layer = { kind: 'note', id: 'n', range: [120, 130], look: 'highlight red' }
    const [, before] = withLayers(capture, prepared, [note])
    const [, again] = withLayers(capture, prepared, [{ ...note }])
    const [, blue] = withLayers(capture, prepared, [{ ...note, look: 'highlight blue' }])
    expect(before && again && sameBlock(before, again)).toBe(true)
    expect(before && blue && sameBlock(before, blue)).toBe(false)
  })

  it('know whom they concern', () => {
    const { blocks } = prepare(capture)
    expect(blocks.map((block) => [block.concerns.has('s1'), block.concerns.has('b')])).toEqual([
      [true, false],
      [false, true],
      [false, true],
    ])
  })
})

describe('marks in the margin', () => {
  it('stand in each block that a statement runs through', () => {
    const { blocks } = prepare(capture)
    expect(blocks.map((block) => block.marks.map((mark) => [mark.statementId, mark.at]))).toEqual([
      [['a', 10]],
      [['b', 150]],
      [['b', 200]],
    ])
  })

  it('name a source once while it goes on speaking, and stand aside on one line', () => {
    const marks = marginMarks(
      'x'.repeat(300),
      [0, 300],
      [
        statement('a', 's1', [0, 20], [40, 60]),
        statement('b', 's1', [70, 80]),
        statement('c', 's2', [90, 99]),
        statement('d', null, [110, 120]),
        statement('e', null, [280, 290]),
      ],
    )
    expect(marks.map((mark) => [mark.statementId, mark.shift])).toEqual([
      ['a', 0],
      ['c', 0],
      ['d', 1],
      ['e', 0],
    ])
  })

  it('knows that a line of Korean is half as long', () => {
    const statements = [statement('a', 's1', [0, 10]), statement('b', 's2', [40, 50])]
    expect(marginMarks('가'.repeat(100), [0, 100], statements).map(({ shift }) => shift)).toEqual([0, 0])
    expect(marginMarks('x'.repeat(100), [0, 100], statements).map(({ shift }) => shift)).toEqual([0, 1])
  })
})
