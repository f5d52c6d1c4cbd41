import type { ReactNode } from 'react'
import type { Attribution, Source } from '#domain/analysis/findings'
import type { SourceField } from '#domain/corrections/correction'

/** What a reader may change on a card, put there by whoever shows the panel: the panel knows no corrections. */
export type SourceTools = {
  /** A field's value with what edits it. */
  readonly field: (source: Source, field: SourceField, shown: ReactNode) => ReactNode
  readonly menu: (source: Source) => ReactNode
  readonly statementMenu: (statement: Attribution) => ReactNode
}
