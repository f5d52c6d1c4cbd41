import { type Analysis, type Attribution, isUnnamed, type Source } from '#domain/analysis/findings'
import { nestedFlags } from '#domain/analysis/statements'

/** A source with its place by weight and its statements: what every part of the room shows it by. */
export type SourceEntry = {
  readonly source: Source
  /** 0 = heaviest; decides colour, shape and column. */
  readonly lane: number
  /** `S1`. */
  readonly label: string
  readonly unnamed: boolean
  readonly statements: readonly Attribution[]
}

/** The sources of an analysis in its order, which is by weight, each with the statements that rest on it. */
export function sourceEntries(analysis: Analysis): readonly SourceEntry[] {
  const bySource = new Map<string, Attribution[]>()
  for (const attribution of statementsOf(analysis)) {
    if (attribution.sourceId === null) continue
    const own = bySource.get(attribution.sourceId) ?? []
    own.push(attribution)
    bySource.set(attribution.sourceId, own)
  }
  return analysis.sources.map((source, lane) => ({
    source,
    lane,
    label: `S${lane + 1}`,
    unnamed: isUnnamed(source.identification),
    statements: bySource.get(source.id) ?? [],
  }))
}

/** Statements that nobody is said to have made, in text order. */
export function unsourced(analysis: Analysis): readonly Attribution[] {
  return statementsOf(analysis).filter(({ source, sourceId }) => source === null && sourceId === null)
}

/** Statements ascribed to somebody or something that has no card, in text order. */
export function inPassing(analysis: Analysis): readonly Attribution[] {
  return statementsOf(analysis).filter(({ source, sourceId }) => source !== null && sourceId === null)
}

/** The statements that the article relies on, in text order: a quotation inside another is none of its own. */
export function statementsOf(analysis: Pick<Analysis, 'attributions'>): readonly Attribution[] {
  const nested = nestedFlags(analysis.attributions)
  return analysis.attributions.filter((_, index) => !nested[index]).sort((a, b) => startOf(a) - startOf(b))
}

function startOf(attribution: Attribution): number {
  return attribution.content[0]?.[0] ?? 0
}
