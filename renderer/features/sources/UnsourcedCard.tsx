import { useIntl } from 'react-intl'
import type { Attribution } from '#domain/analysis/findings'
import type { Range } from '#domain/article/range'
import { LaneMark } from '../../ui/LaneMark'
import { StatementWalk } from './StatementWalk'
import styles from './source-card.module.css'
import type { SourceTools } from './source-tools'

/** What stands where a source's id would: nobody is said to have spoken; ascribed to what has no card. */
export type Nobody = 'none' | 'passing'

/** Statements without a source card: a card of their own, because a gap is a finding too. */
export function UnsourcedCard(props: {
  readonly nobody: Nobody
  readonly statements: readonly Attribution[]
  readonly statementId: string | null
  readonly text: string
  readonly isLit: boolean
  readonly isSelected: boolean
  readonly onSelect: (sourceId: string) => void
  readonly onHover: (sourceId: string | null) => void
  readonly onStatement: (statementId: string) => void
  readonly onShow: (range: Range) => void
  readonly tools: SourceTools
}) {
  const intl = useIntl()
  const { nobody, onHover } = props
  const title = intl.formatMessage({ id: `sources.nobody.${nobody}` })
  return (
    <article
      aria-label={title}
      className={styles.card}
      data-lane="none"
      data-lit={props.isLit || undefined}
      data-selected={props.isSelected || undefined}
      data-source-card={nobody}
      onMouseEnter={() => onHover(nobody)}
      onMouseLeave={() => onHover(null)}
    >
      <h3 className={styles.head}>
        <button
          className={styles.name}
          onBlur={() => onHover(null)}
          onClick={() => props.onSelect(nobody)}
          onFocus={() => onHover(nobody)}
          type="button"
        >
          <LaneMark lane={null} unnamed={false} />
          <span className={styles.label}>{nobody === 'none' ? '?' : '…'}</span>
          <span className={styles.descriptor}>{title}</span>
        </button>
      </h3>
      <p className={styles.untold}>{intl.formatMessage({ id: `sources.nobody.${nobody}.text` })}</p>
      <StatementWalk {...props} />
    </article>
  )
}
