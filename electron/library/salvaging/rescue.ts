import type { Salvaged } from '#contract/salvaging'
import type { Tables } from '../../store/pages/tables'
import type { RowSource } from '../../store/rows'
import type { DraftParser } from '../import-file'
import type { Library } from '../library'
import type { Ledger } from '../verifying/ledger'

/** A damaged library as its pages tell it. */
export type Wreck = {
  readonly tables: Tables
  readonly rows: RowSource
  readonly ledger: Ledger
  readonly journalKey: Uint8Array
}

/** What is under way: from where, to where, and what has come of it. */
export type Rescue = {
  readonly wreck: Wreck
  readonly library: Library
  readonly parser: DraftParser
  /** Keys of articles and captures in the new library, by those in the old one. */
  readonly articles: Map<number, number>
  readonly captures: Map<number, number>
  /** Ids of what is in the new library. */
  readonly kept: Readonly<Record<'articles' | 'captures' | 'notes', Set<string>>>
  readonly tell: (item: Pick<Salvaged, 'kind' | 'outcome'> & Partial<Salvaged>) => void
  readonly turn: () => Promise<void>
}
