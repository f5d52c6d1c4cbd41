import type { StripBand } from '../article/listing'
import { type Analysis, isUnnamed, type ReasonClass } from './findings'
import { nestedFlags } from './statements'

/** Counts for one line of the library's list. */
export type SourceWeights = {
  readonly namedSources: number
  readonly unnamedSources: number
  /** Statements by source id. */
  readonly statements: Readonly<Record<string, number>>
}

/** How many sources have a name, how many have none, and how many statements rest on each. */
export function weigh(analysis: Pick<Analysis, 'sources' | 'attributions'>): SourceWeights {
  const statements: Record<string, number> = {}
  for (const { sourceId } of statementsOf(analysis))
    if (sourceId !== null) statements[sourceId] = (statements[sourceId] ?? 0) + 1
  const unnamedSources = analysis.sources.filter(({ identification }) => isUnnamed(identification)).length
  return { namedSources: analysis.sources.length - unnamedSources, unnamedSources, statements }
}

/**
 * The counts of the sentence above the source cards: "4 sources, 1 anonymous (security), 3 unnamed; 6 of 8
 * statements rest on unnamed sources." The page words it.
 */
export type SourcingSummary = {
  readonly sources: number
  readonly named: number
  /** Unnamed sources with a stated grant of anonymity. */
  readonly anonymous: number
  /** Those by the class of the stated ground, the most frequent first. */
  readonly anonymousBecause: readonly { readonly reasonClass: ReasonClass; readonly count: number }[]
  /** Unnamed sources of which no grant is told. */
  readonly unnamed: number
  readonly statements: number
  /** Statements that rest on unnamed sources, with or without a grant. */
  readonly onUnnamed: number
  /** Quotations that nobody is said to have spoken. */
  readonly withoutSource: number
}

/** Counts sources and statements; quotations inside a quotation are not counted. */
export function sourcingSummary(analysis: Pick<Analysis, 'sources' | 'attributions'>): SourcingSummary {
  const hidden = analysis.sources.filter(({ identification }) => isUnnamed(identification))
  const granted = hidden.filter(({ anonymity }) => anonymity !== null)
  const hiddenIds = new Set(hidden.map(({ id }) => id))
  const because = new Map<ReasonClass, number>()
  for (const { anonymity } of granted)
    if (anonymity) because.set(anonymity.reasonClass, (because.get(anonymity.reasonClass) ?? 0) + 1)
  const statements = statementsOf(analysis)
  return {
    sources: analysis.sources.length,
    named: analysis.sources.length - hidden.length,
    anonymous: granted.length,
    anonymousBecause: [...because]
      .map(([reasonClass, count]) => ({ reasonClass, count }))
      .sort((a, b) => b.count - a.count),
    unnamed: hidden.length - granted.length,
    statements: statements.length,
    onUnnamed: statements.filter(({ sourceId }) => sourceId !== null && hiddenIds.has(sourceId)).length,
    withoutSource: statements.filter(({ source, sourceId }) => source === null && sourceId === null).length,
  }
}

/** One band a statement, from its first to its last word; `textLength` in UTF-16 code units. */
export function sourcingStrip(
  analysis: Pick<Analysis, 'sources' | 'attributions'>,
  textLength: number,
): StripBand[] {
  if (textLength <= 0) return []
  const lanes = new Map(
    analysis.sources.map(({ id, identification }, lane) => [
      id,
      { lane, unnamed: isUnnamed(identification) },
    ]),
  )
  const thousandths = (position: number) => Math.min(1_000, Math.round((position * 1_000) / textLength))
  return statementsOf(analysis).flatMap(({ id, content, sourceId }) => {
    const [first, last] = [content[0], content.at(-1)]
    if (!first || !last) return []
    const owner = sourceId === null ? undefined : lanes.get(sourceId)
    return [
      {
        from: thousandths(first[0]),
        to: thousandths(last[1]),
        lane: owner?.lane ?? null,
        unnamed: owner?.unnamed ?? false,
        attributionId: id,
      },
    ]
  })
}

/** The attributions that stand on their own: not inside the content of another. */
function statementsOf({ attributions }: Pick<Analysis, 'attributions'>) {
  const nested = nestedFlags(attributions)
  return attributions.filter((_, index) => !nested[index])
}

/** A stand-in is no longer than this, in UTF-16 code units. */
const LONGEST_STAND_IN = 90

/**
 * What the list shows for a file without a headline: the beginning of its story, cut at a word. Empty text
 * gives an empty string.
 */
export function standInTitle(
  analysis: Pick<Analysis, 'blockRoles'>,
  text: string,
  blocks: readonly { readonly range: readonly [number, number] }[] = [],
): string {
  const story = blocks.find((_, index) => analysis.blockRoles[index] === 'story')?.range ?? [0, text.length]
  const words = text
    .slice(story[0], Math.min(story[1], story[0] + 400))
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (words.length <= LONGEST_STAND_IN) return words
  const cut = words.lastIndexOf(' ', LONGEST_STAND_IN)
  return `${words.slice(0, cut > 40 ? cut : LONGEST_STAND_IN).replace(/[\s,;:]+$/, '')}…`
}
