import type { Attribution } from '#domain/analysis/findings'
import type { Range } from '#domain/article/range'
import { IN_PASSING, ownerOf } from './speakers'

/** A mark in the margin, beside the line where a statement begins. */
export type MarginMark = {
  readonly statementId: string
  readonly sourceId: string | null
  /** Where it stands in the text, UTF-16 code units. */
  readonly at: number
  /** How many marks stand before it on (about) the same line, so that they do not cover one another. */
  readonly shift: number
}

/** About one line of the article's column, in Latin letters: marks nearer than this are set under each other. */
const LINE = 64
/** Hangul, Han and Kana are twice as wide as Latin letters. */
const WIDE = /[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/g
/** More marks than this on one line are no help. */
const MOST_ON_A_LINE = 3

/**
 * The marks of one block. Statements of the same source that follow each other are marked once; a statement that
 * runs over blocks is marked in each, so that no quoted paragraph stands without its speaker.
 */
export function marginMarks(
  text: string,
  range: Range,
  attributions: readonly Attribution[],
): readonly MarginMark[] {
  const starts = attributions
    // What is ascribed in passing has no card that a mark could name.
    .filter((attribution) => ownerOf(attribution) !== IN_PASSING)
    .flatMap((attribution) =>
      attribution.content
        .filter((content) => content[0] < range[1] && range[0] < content[1])
        .map((content) => ({
          statementId: attribution.id,
          sourceId: attribution.sourceId,
          at: Math.max(content[0], range[0]),
        })),
    )
    .sort((a, b) => a.at - b.at)
  const marks: MarginMark[] = []
  for (const start of starts) {
    const last = marks.at(-1)
    if (last !== undefined && last.sourceId === start.sourceId && last.sourceId !== null) continue
    if (last?.statementId === start.statementId) continue
    const shift = last !== undefined && widthOf(text, last.at, start.at) < LINE ? last.shift + 1 : 0
    if (shift < MOST_ON_A_LINE) marks.push({ ...start, shift })
  }
  return marks
}

/** How wide the text between two offsets is, in Latin letters; no more than about a line is looked at. */
function widthOf(text: string, from: number, to: number): number {
  if (to - from >= LINE) return LINE
  return to - from + (text.slice(from, to).match(WIDE)?.length ?? 0)
}
