import type { Attribution, DateMention, Source } from '#domain/analysis/findings'
import { contains, type Range } from '#domain/article/range'

/** A source card's source, with its place among the others and all its statements. */
export type SourceEntry = {
  readonly source: Source
  /** 0 = first card; decides colour and shape. */
  readonly lane: number
  /** `S1`. */
  readonly label: string
  readonly unnamed: boolean
  /** In text order. */
  readonly statements: readonly Attribution[]
}

/** The calendar day behind a source's date words ("on Tuesday"), once it could be resolved; else null. */
export function dayOf(whenRange: Range | null, dates: readonly DateMention[]): string | null {
  if (whenRange === null) return null
  const inside = dates.find((date) => contains(whenRange, date.range) || contains(date.range, whenRange))
  return inside?.date ?? null
}

/** The words of discontinuous ranges, in order, with a sign where the article has words in between. */
export function wordsOf(text: string, ranges: readonly Range[]): string {
  return ranges.map(([start, end]) => text.slice(start, end)).join(' … ')
}

/** The statement after (1) or before (-1) the given one, around the end; null when there are none. */
export function neighbour(
  statements: readonly Attribution[],
  current: string | null,
  step: 1 | -1,
): Attribution | null {
  const index = statements.findIndex((statement) => statement.id === current)
  if (index < 0) return (step === 1 ? statements[0] : statements.at(-1)) ?? null
  return statements[(index + step + statements.length) % statements.length] ?? null
}
