import { type Analysis, type Attribution, isUnnamed, type Source } from '#domain/analysis/findings'

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

/** The sources of an analysis, the one with most statements first; equals stay in the order of the text. */
export function sourceEntries(analysis: Analysis): readonly SourceEntry[] {
  const bySource = new Map<string, Attribution[]>()
  for (const attribution of inTextOrder(analysis.attributions)) {
    if (attribution.sourceId === null) continue
    const own = bySource.get(attribution.sourceId) ?? []
    own.push(attribution)
    bySource.set(attribution.sourceId, own)
  }
  return [...analysis.sources]
    .map((source) => ({ source, statements: bySource.get(source.id) ?? [] }))
    .sort((a, b) => b.statements.length - a.statements.length)
    .map((entry, lane) => ({
      ...entry,
      lane,
      label: `S${lane + 1}`,
      unnamed: isUnnamed(entry.source.identification),
    }))
}

/** Statements that nobody is said to have made, in text order. */
export function unsourced(analysis: Analysis): readonly Attribution[] {
  return inTextOrder(analysis.attributions).filter((attribution) => attribution.sourceId === null)
}

/** Statements by where they begin. */
export function inTextOrder(attributions: readonly Attribution[]): readonly Attribution[] {
  return [...attributions].sort((a, b) => startOf(a) - startOf(b))
}

function startOf(attribution: Attribution): number {
  return attribution.content[0]?.[0] ?? 0
}
