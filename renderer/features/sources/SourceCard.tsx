import { useEffect, useRef } from 'react'
import { useIntl } from 'react-intl'
import type { DateMention } from '#domain/analysis/findings'
import type { Range } from '#domain/article/range'
import { withVisibleControls } from '#domain/visible-controls'
import { LaneMark } from '../../ui/LaneMark'
import { laneName } from '../../ui/lane'
import { Tag } from '../../ui/Tag'
import { SourceFields } from './SourceFields'
import { StatementWalk } from './StatementWalk'
import styles from './source-card.module.css'
import type { SourceEntry } from './source-entry'

export type SourceCardProps = {
  readonly entry: SourceEntry
  readonly text: string
  readonly dates: readonly DateMention[]
  readonly isSelected: boolean
  readonly isLit: boolean
  readonly statementId: string | null
  readonly onSelect: (sourceId: string) => void
  readonly onHover: (sourceId: string | null) => void
  readonly onStatement: (statementId: string) => void
  readonly onShow: (range: Range) => void
}

/** One source as the article shows it: who, on what terms, how it knows, and all it is said to have stated. */
export function SourceCard(props: SourceCardProps) {
  const { entry, isSelected, onSelect, onHover } = props
  const { source } = entry
  const intl = useIntl()
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isSelected) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isSelected])
  const name = withVisibleControls(source.descriptor)
  return (
    <article
      aria-label={intl.formatMessage({ id: 'sources.card' }, { label: entry.label, name })}
      className={styles.card}
      data-lane={laneName(entry.lane)}
      data-lit={props.isLit || undefined}
      data-selected={isSelected || undefined}
      data-source-card={source.id}
      onMouseEnter={() => onHover(source.id)}
      onMouseLeave={() => onHover(null)}
      ref={card}
    >
      <h3 className={styles.head}>
        <button
          aria-expanded={isSelected}
          className={styles.name}
          onBlur={() => onHover(null)}
          onClick={() => onSelect(source.id)}
          onFocus={() => onHover(source.id)}
          type="button"
        >
          <LaneMark lane={entry.lane} unnamed={entry.unnamed} />
          <span className={styles.label}>{entry.label}</span>
          <span className={styles.descriptor}>{name}</span>
        </button>
      </h3>
      <div className={styles.chips}>
        <Tag tone={entry.unnamed ? 'rubric' : 'plain'}>
          {intl.formatMessage({ id: `sources.identification.${source.identification}` })}
        </Tag>
        {source.count === 'one' ? null : (
          <Tag>
            {source.count === 'plural-unspecified'
              ? intl.formatMessage({ id: 'sources.count.plural' })
              : intl.formatMessage({ id: 'sources.count.number' }, { count: source.count })}
          </Tag>
        )}
        {source.attributionLevel === 'not-stated' ? null : (
          <Tag tone="accent">{intl.formatMessage({ id: `sources.level.${source.attributionLevel}` })}</Tag>
        )}
      </div>
      <SourceFields {...props} />
      <StatementWalk
        isSelected={isSelected}
        onShow={props.onShow}
        onStatement={props.onStatement}
        statementId={props.statementId}
        statements={entry.statements}
        text={props.text}
      />
    </article>
  )
}
