import type { Attribution } from '#domain/analysis/findings'

/** A source as the article's margin shows it. */
export type Speaker = {
  readonly sourceId: string
  /** 0 = first card; decides colour and shape. */
  readonly lane: number
  /** `S1`. */
  readonly label: string
  readonly name: string
  readonly unnamed: boolean
  /** Ids of its statements in text order. */
  readonly statements: readonly string[]
}

/** Speakers by source id. */
export type Speakers = ReadonlyMap<string, Speaker>

/** Stands where a source's id would, for statements that nobody is said to have made. */
export const NO_SOURCE = 'none'
/** And for words ascribed in passing to what has no card ("many fear", "the law suggests"). */
export const IN_PASSING = 'passing'

/** Whose statement it is: a source's id, or one of the two above. */
export function ownerOf(attribution: Pick<Attribution, 'sourceId' | 'source'>): string {
  return attribution.sourceId ?? (attribution.source === null ? NO_SOURCE : IN_PASSING)
}

/** What is lit now: a source (or `NO_SOURCE`) and, more strongly, one statement. */
export type Lighting = { readonly sourceId: string | null; readonly statementId: string | null }

export const UNLIT: Lighting = { sourceId: null, statementId: null }
