import { Fragment, useEffect, useRef } from 'react'
import { type IntlShape, useIntl } from 'react-intl'
import type { DateMention, SourceCount } from '#domain/analysis/findings'
import type { Range } from '#domain/article/range'
import { withVisibleControls } from '#domain/visible-controls'
import { LaneMark } from '../../ui/LaneMark'
import { laneName } from '../../ui/lane'
import { Tag } from '../../ui/Tag'
import { SourceFields } from './SourceFields'
import { StatementWalk } from './StatementWalk'
import styles from './source-card.module.css'
import type { SourceEntry } from './source-entry'
import type { SourceTools } from './source-tools'

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
  readonly tools: SourceTools
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
      <div className={styles.top}>
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
        {isSelected ? props.tools.field(source, 'descriptor', null) : null}
        {props.tools.menu(source)}
      </div>
      <Chips {...props} />
      <SourceFields {...props} />
      <StatementWalk
        isSelected={isSelected}
        onShow={props.onShow}
        onStatement={props.onStatement}
        statementId={props.statementId}
        statements={entry.statements}
        text={props.text}
        tools={props.tools}
      />
    </article>
  )
}

/** Who it is, how many, on what terms. What goes without saying is said on a chosen card, where it can be corrected. */
function Chips({ entry, isSelected, tools }: SourceCardProps) {
  const intl = useIntl()
  const { source } = entry
  const level = intl.formatMessage({ id: `sources.level.${source.attributionLevel}` })
  const isStated = source.attributionLevel !== 'not-stated'
  const chips = [
    {
      field: 'identification',
      isShown: true,
      chip: (
        <Tag tone={entry.unnamed ? 'rubric' : 'plain'}>
          {intl.formatMessage({ id: `sources.identification.${source.identification}` })}
        </Tag>
      ),
    },
    { field: 'count', isShown: source.count !== 'one', chip: <Tag>{countWords(intl, source.count)}</Tag> },
    {
      field: 'attributionLevel',
      isShown: isStated,
      chip: <Tag tone={isStated ? 'accent' : 'plain'}>{level}</Tag>,
    },
  ] as const
  return (
    <div className={styles.chips}>
      {chips
        .filter(({ isShown }) => isShown || isSelected)
        .map(({ field, chip }) => (
          <Fragment key={field}>{isSelected ? tools.field(source, field, chip) : chip}</Fragment>
        ))}
    </div>
  )
}

function countWords(intl: IntlShape, count: SourceCount): string {
  if (count === 'one') return intl.formatMessage({ id: 'sources.count.one' })
  if (count === 'plural-unspecified') return intl.formatMessage({ id: 'sources.count.plural' })
  return intl.formatMessage({ id: 'sources.count.number' }, { count })
}
