import { type ReactNode, useState } from 'react'
import { useIntl } from 'react-intl'
import type { Attribution, DateMention } from '#domain/analysis/findings'
import type { Range } from '#domain/article/range'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { SourceCard } from './SourceCard'
import type { SourceEntry } from './source-entry'
import type { SourceTools } from './source-tools'
import styles from './sources.module.css'
import { type Nobody, UnsourcedCard } from './UnsourcedCard'

export type SourcesPanelProps = {
  /** By weight. */
  readonly entries: readonly SourceEntry[]
  /** Statements without a source, in text order. */
  readonly unsourced: readonly Attribution[]
  /** Statements ascribed to what has no card, in text order. */
  readonly inPassing: readonly Attribution[]
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
  readonly tools: SourceTools
  /** All corrections that belong here. */
  readonly corrections: ReactNode
}

/** Cards drawn at once: a book-length text has a thousand sources, and nobody reads a thousand cards. */
const CARDS = 24

/** Whom the article relies on: a sentence, the cards by weight, and what is told of sources at all. */
export function SourcesPanel(props: SourcesPanelProps) {
  const intl = useIntl()
  const { entries, unsourced, selected, lit, statementId, text, onSelect, onHover, onStatement, onShow } =
    props
  const { tools } = props
  const shared = { text, statementId, onSelect, onHover, onStatement, onShow, tools }
  const nobodies: readonly (readonly [Nobody, readonly Attribution[]])[] = [
    ['none', unsourced],
    ['passing', props.inPassing],
  ]
  const isEmpty = entries.length === 0 && nobodies.every(([, statements]) => statements.length === 0)
  const [shown, setShown] = useState(CARDS)
  // A chosen source is shown wherever it stands.
  const cards = entries.filter((entry, index) => index < shown || entry.source.id === selected)
  const rest = entries.length - cards.length
  return (
    <div className={styles.panel}>
      {isEmpty ? null : <p className={styles.summary}>{props.summary}</p>}
      {props.hasPack ? null : <p className={styles.pack}>{intl.formatMessage({ id: 'sources.noPack' })}</p>}
      {isEmpty ? (
        <EmptyState icon="people" title={intl.formatMessage({ id: 'sources.empty.title' })}>
          {intl.formatMessage({ id: 'sources.empty.text' })}
        </EmptyState>
      ) : null}
      {cards.map((entry) => (
        <SourceCard
          {...shared}
          dates={props.dates}
          entry={entry}
          isLit={lit === entry.source.id}
          isSelected={selected === entry.source.id}
          key={entry.source.id}
        />
      ))}
      {rest > 0 ? (
        <Button onPress={() => setShown(shown + CARDS)} size="small" variant="quiet">
          {intl.formatMessage({ id: 'sources.more' }, { count: rest })}
        </Button>
      ) : null}
      {nobodies
        .filter(([, statements]) => statements.length > 0)
        .map(([nobody, statements]) => (
          <UnsourcedCard
            {...shared}
            isLit={lit === nobody}
            isSelected={selected === nobody}
            key={nobody}
            nobody={nobody}
            statements={statements}
          />
        ))}
      {isEmpty ? null : props.checklist}
      {props.corrections}
    </div>
  )
}
