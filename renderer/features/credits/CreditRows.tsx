import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import type { Range } from '#domain/article/range'
import { withVisibleControls } from '#domain/visible-controls'
import { Evidence } from '../../ui/Evidence'
import styles from './credits.module.css'

/** A titled part of the panel. */
export function Section(props: {
  readonly title: string
  /** A sentence before the rows. */
  readonly hint?: string | null
  /** What stands beside the title. */
  readonly tool?: ReactNode
  /** What stands after the rows. */
  readonly foot?: ReactNode
  readonly children: ReactNode
}) {
  const { title, hint, tool, foot, children } = props
  return (
    <section className={styles.section}>
      <div className={styles.heading}>
        <h3 className={styles.title}>{title}</h3>
        {tool}
      </div>
      {hint ? <p className={styles.hint}>{hint}</p> : null}
      <dl className={styles.rows}>{children}</dl>
      {foot}
    </section>
  )
}

/** One line of a section: what it is, and what is told. */
export function Row(props: {
  readonly label: string
  readonly children: ReactNode
  readonly isTold?: boolean
}) {
  return (
    <div className={styles.row} data-told={props.isTold ?? true}>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}

/** Words of the article that something was read from; pressing goes there. */
export function ReadFrom(props: {
  readonly words: string
  readonly range: Range | null
  readonly onShow: (range: Range) => void
}) {
  const intl = useIntl()
  const { range, onShow } = props
  const words = withVisibleControls(props.words).trim()
  return (
    <span className={styles.from}>
      <Evidence
        label={intl.formatMessage({ id: 'credits.showPlace' }, { words })}
        onShow={range && (() => onShow(range))}
      >
        {intl.formatMessage({ id: 'credits.quoted' }, { words })}
      </Evidence>
    </span>
  )
}
