import type { ReactNode } from 'react'
import type { Credit, DateMention, Notice } from '#domain/analysis/findings'
import type { FactField } from '#domain/corrections/correction'

/** What a reader may change in the panel, put there by whoever shows it: the panel knows no corrections. */
export type CreditTools = {
  readonly fact: (field: FactField, shown: ReactNode) => ReactNode
  readonly credit: (credit: Credit, shown: ReactNode) => ReactNode
  /** Whether the reader has added it: then it was read from nowhere. */
  readonly isReaders: (credit: Credit) => boolean
  readonly addCredit: ReactNode
  readonly notice: (notice: Notice) => ReactNode
  readonly date: (date: DateMention) => ReactNode
  readonly picture: (index: number) => ReactNode
  /** All corrections that belong here. */
  readonly list: ReactNode
}
