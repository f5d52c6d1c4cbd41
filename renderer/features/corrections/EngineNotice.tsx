import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { Reanalysed } from '#contract/correcting'
import type { Range } from '#domain/article/range'
import { withVisibleControls } from '#domain/visible-controls'
import { Evidence } from '../../ui/Evidence'
import { PlainButton } from '../../ui/PlainButton'
import styles from './engine-notice.module.css'

export type EngineNoticeProps = {
  /** Whether this program's engine is newer than the one whose findings are shown. */
  readonly isNewer: boolean
  /** What the newer engine found otherwise, once it has looked; else null. */
  readonly changes: Reanalysed['changes'] | null
  readonly onReanalyse: () => Promise<void>
  readonly onShow: (range: Range) => void
  readonly onClose: () => void
}

/** Offers to look again with a newer engine, and then tells what it found otherwise. */
export function EngineNotice(props: EngineNoticeProps) {
  const intl = useIntl()
  const { changes, isNewer } = props
  const [isLooking, setLooking] = useState(false)
  if (!isNewer && changes === null) return null
  if (changes === null) {
    const look = async () => {
      setLooking(true)
      await props.onReanalyse()
      setLooking(false)
    }
    return (
      <p className={styles.notice}>
        <span>{intl.formatMessage({ id: 'corrections.engine.newer' })}</span>
        <PlainButton disabled={isLooking} icon="refresh" onClick={() => void look()} size="small">
          {intl.formatMessage({ id: isLooking ? 'corrections.engine.looking' : 'corrections.engine.look' })}
        </PlainButton>
      </p>
    )
  }
  return (
    <section aria-label={intl.formatMessage({ id: 'corrections.engine.changes' })} className={styles.notice}>
      <p role="status">
        {intl.formatMessage({ id: 'corrections.engine.changed' }, { count: changes.length })}
      </p>
      <ul className={styles.list}>
        {changes.map((change) => (
          <li key={`${change.what}-${change.change}-${change.range?.join('-')}-${change.words}`}>
            {intl.formatMessage({ id: `corrections.engine.${change.what}.${change.change}` })}{' '}
            <ChangedWords {...props} change={change} />
          </li>
        ))}
      </ul>
      <PlainButton onClick={props.onClose} size="small">
        {intl.formatMessage({ id: 'corrections.engine.close' })}
      </PlainButton>
    </section>
  )
}

function ChangedWords({
  change,
  onShow,
}: Pick<EngineNoticeProps, 'onShow'> & { readonly change: Reanalysed['changes'][number] }) {
  const intl = useIntl()
  const { range } = change
  const words = withVisibleControls(change.words)
  return (
    <Evidence
      label={intl.formatMessage({ id: 'sources.showPlace' }, { words })}
      onShow={range && (() => onShow(range))}
    >
      {intl.formatMessage({ id: 'corrections.quoted' }, { words })}
    </Evidence>
  )
}
