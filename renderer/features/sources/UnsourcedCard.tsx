import { useIntl } from 'react-intl'
import type { Attribution } from '#domain/analysis/findings'
import type { Range } from '#domain/article/range'
import { LaneMark } from '../../ui/LaneMark'
import { StatementWalk } from './StatementWalk'
import styles from './source-card.module.css'

/** The id that stands for "nobody" where a source's id would. */
export const NO_SOURCE = 'none'

/** Statements that nobody is said to have made: a card of their own, because a gap is a finding too. */
export function UnsourcedCard(props: {
  readonly statements: readonly Attribution[]
  readonly statementId: string | null
  readonly text: string
  readonly isLit: boolean
  readonly isSelected: boolean
  readonly onSelect: (sourceId: string) => void
  readonly onHover: (sourceId: string | null) => void
  readonly onStatement: (statementId: string) => void
  readonly onShow: (range: Range) => void
}) {
  const intl = useIntl()
  const { onHover } = props
  const title = intl.formatMessage({ id: 'sources.unsourced' })
  return (
    <article
      aria-label={title}
      className={styles.card}
      data-lane="none"
      data-lit={props.isLit || undefined}
      data-selected={props.isSelected || undefined}
      data-source-card={NO_SOURCE}
      onMouseEnter={() => onHover(NO_SOURCE)}
      onMouseLeave={() => onHover(null)}
    >
      <h3 className={styles.head}>
        <button
          className={styles.name}
          onBlur={() => onHover(null)}
          onClick={() => props.onSelect(NO_SOURCE)}
          onFocus={() => onHover(NO_SOURCE)}
          type="button"
        >
          <LaneMark lane={null} unnamed={false} />
          <span className={styles.label}>?</span>
          <span className={styles.descriptor}>{title}</span>
        </button>
      </h3>
      <p className={styles.untold}>{intl.formatMessage({ id: 'sources.unsourced.text' })}</p>
      <StatementWalk {...props} />
    </article>
  )
}
