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

/** What is lit now: a source (or `NO_SOURCE`) and, more strongly, one statement. */
export type Lighting = { readonly sourceId: string | null; readonly statementId: string | null }

export const UNLIT: Lighting = { sourceId: null, statementId: null }
