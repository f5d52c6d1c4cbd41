import { describe, expect, it } from 'vitest'
import type { Analysis, Attribution, Source } from '#domain/analysis/findings'
import { sourceEntries, unsourced } from './source-entries'

function statement(id: string, sourceId: string | null, start: number): Attribution {
  return {
    id,
    sourceId,
    source: sourceId === null ? null : [[0, 1]],
    cue: null,
    content: [[start, start + 1]],
    directness: 'direct',
    rule: 't',
  }
}
const source = (id: string, identification: Source['identification']): Source =>
  ({ id, identification, descriptor: id }) as unknown as Source

const analysis = {
  sources: [source('b', 'bare-unnamed'), source('a', 'named-person'), source('c', 'document')],
  attributions: [
    statement('3', 'b', 30),
    statement('1', 'b', 10),
    statement('2', 'a', 20),
    statement('9', null, 90),
    statement('8', null, 80),
  ],
} as unknown as Analysis

describe('the sources of the room', () => {
  it('keep the order of the analysis, with their statements in text order', () => {
    expect(
      sourceEntries(analysis).map((entry) => [
        entry.label,
        entry.source.id,
        entry.unnamed,
        entry.statements.map(({ id }) => id),
      ]),
    ).toEqual([
      ['S1', 'b', true, ['1', '3']],
      ['S2', 'a', false, ['2']],
      ['S3', 'c', false, []],
    ])
  })

  it('leave statements without a source to themselves', () => {
    expect(unsourced(analysis).map(({ id }) => id)).toEqual(['8', '9'])
  })
})
