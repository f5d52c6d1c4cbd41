import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import type { Attribution, DateMention } from '#domain/analysis/findings'
import type { Range } from '#domain/article/range'
import { EmptyState } from '../../ui/EmptyState'
import { SourceCard } from './SourceCard'
import type { SourceEntry } from './source-entry'
import styles from './sources.module.css'
import { NO_SOURCE, UnsourcedCard } from './UnsourcedCard'

export type SourcesPanelProps = {
  /** By weight. */
  readonly entries: readonly SourceEntry[]
  /** Statements without a source, in text order. */
  readonly unsourced: readonly Attribution[]
  readonly text: string
  readonly dates: readonly DateMention[]
  /** Whether the article's language has a pack; without one only structural findings were made. */
  readonly hasPack: boolean
  readonly selected: string | null
  readonly lit: string | null
  readonly statementId: string | null
  readonly onSelect: (sourceId: string) => void
  readonly onHover: (sourceId: string | null) => void
  readonly onStatement: (statementId: string) => void
  readonly onShow: (range: Range) => void
  readonly summary: ReactNode
  readonly checklist: ReactNode
}

/** Whom the article relies on: a sentence, the cards by weight, and what is told of sources at all. */
export function SourcesPanel(props: SourcesPanelProps) {
  const intl = useIntl()
  const { entries, unsourced, selected, lit, statementId, text, onSelect, onHover, onStatement, onShow } =
    props
  const shared = { text, statementId, onSelect, onHover, onStatement, onShow }
  const isEmpty = entries.length === 0 && unsourced.length === 0
  return (
    <div className={styles.panel}>
      {isEmpty ? null : <p className={styles.summary}>{props.summary}</p>}
      {props.hasPack ? null : <p className={styles.pack}>{intl.formatMessage({ id: 'sources.noPack' })}</p>}
      {isEmpty ? (
        <EmptyState icon="people" title={intl.formatMessage({ id: 'sources.empty.title' })}>
          {intl.formatMessage({ id: 'sources.empty.text' })}
        </EmptyState>
      ) : null}
      {entries.map((entry) => (
        <SourceCard
          {...shared}
          dates={props.dates}
          entry={entry}
          isLit={lit === entry.source.id}
          isSelected={selected === entry.source.id}
          key={entry.source.id}
        />
      ))}
      {unsourced.length === 0 ? null : (
        <UnsourcedCard
          {...shared}
          isLit={lit === NO_SOURCE}
          isSelected={selected === NO_SOURCE}
          statements={unsourced}
        />
      )}
      {isEmpty ? null : props.checklist}
    </div>
  )
}
