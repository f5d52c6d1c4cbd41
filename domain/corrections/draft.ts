import type { Analysis, Attribution, Credit, Source } from '../analysis/findings'

/** An analysis while corrections are laid over it. Its fields are replaced, what they hold is never changed. */
export type Draft = {
  analysis: Analysis
  readonly text: string
  /** The credit that each correction of a credit is about, as it is now. */
  readonly credits: Map<string, Credit>
  /** Whether statements have changed hands, so that sources weigh otherwise. */
  reweigh: boolean
}

/** Puts `next` in the place of `source`. */
export function replaceSource(draft: Draft, source: Source, next: Source): void {
  const sources = draft.analysis.sources.map((each) => (each === source ? next : each))
  draft.analysis = { ...draft.analysis, sources }
}

/** Changes every statement for which `change` has another. */
export function mapStatements(draft: Draft, change: (statement: Attribution) => Attribution): void {
  draft.analysis = { ...draft.analysis, attributions: draft.analysis.attributions.map(change) }
  draft.reweigh = true
}

/** Sources by weight again: the most statements first, then the first in the text, as the engine orders them. */
export function byWeight(analysis: Analysis): Analysis {
  const weights = new Map<string, number>()
  for (const { sourceId } of analysis.attributions)
    if (sourceId !== null) weights.set(sourceId, (weights.get(sourceId) ?? 0) + 1)
  const weight = ({ id }: Source) => weights.get(id) ?? 0
  const first = ({ mentions, descriptorRange }: Source) => mentions[0]?.[0] ?? descriptorRange[0]
  const sources = [...analysis.sources].sort((a, b) => weight(b) - weight(a) || first(a) - first(b))
  return { ...analysis, sources }
}
