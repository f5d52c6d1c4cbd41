import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Salvaged, SalvageReport } from '#contract/salvaging'
import { withVisibleControls } from '#domain/visible-controls'
import { Icon } from '../../ui/icons'
import { PlainButton } from '../../ui/PlainButton'
import { RescueKit } from './RescueKit'
import styles from './verify.module.css'

/** What a rescue kept and what it could not, and the way into the new library. */
export function RescueResult({
  report,
  libraryName,
  onOpen,
}: {
  readonly report: SalvageReport
  readonly libraryName: string
  readonly onOpen: () => void
}) {
  const intl = useIntl()
  const [kit, setKit] = useState<'none' | 'making' | 'made'>('none')
  const { articles, captures, notes, items, itemCount } = report
  const more = itemCount - items.length
  if (kit === 'making') {
    return <RescueKit libraryName={libraryName} onBack={() => setKit('none')} onMade={() => setKit('made')} />
  }
  return (
    <div className={styles.stage}>
      <p className={report.complete ? styles.well : styles.bad} role="status">
        <Icon name={report.complete ? 'check' : 'warning'} />
        <FormattedMessage id="verify.rescued" values={{ articles, captures, notes }} />
      </p>
      <p>
        <FormattedMessage
          id={report.complete ? 'verify.rescued-all' : 'verify.rescued-part'}
          values={{ count: itemCount }}
        />
      </p>
      {items.length === 0 ? null : (
        <ul
          aria-label={intl.formatMessage({ id: 'verify.not-kept-list' })}
          className={styles.list}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is moved by its keys
          tabIndex={0}
        >
          {items.map((item) => (
            <Item item={item} key={`${item.kind}-${item.noteId ?? item.captureId ?? item.articleId}`} />
          ))}
        </ul>
      )}
      {more > 0 ? <FormattedMessage id="verify.more" values={{ count: more }} /> : null}
      <p className={styles.hint}>
        <FormattedMessage id="verify.rescued-untouched" />
      </p>
      {kit === 'made' ? (
        <p className={styles.made} role="status">
          <Icon name="check" />
          <FormattedMessage id="verify.kit-made" />
        </p>
      ) : (
        <div className={styles.offer}>
          <p>
            <FormattedMessage id="verify.kit-none" />
          </p>
          <PlainButton onClick={() => setKit('making')}>
            <FormattedMessage id="verify.kit-make" />
          </PlainButton>
        </div>
      )}
      <PlainButton onClick={onOpen} variant="primary" wide>
        <FormattedMessage id="verify.open-rescued" />
      </PlainButton>
    </div>
  )
}

function Item({ item }: { readonly item: Salvaged }) {
  const { kind, outcome, title, articleId, captureId, noteId } = item
  return (
    <li className={styles.item}>
      <FormattedMessage id={`verify.outcome-${outcome}`} values={{ kind }} />
      {title === null ? (
        <code className={styles.id}>{noteId ?? captureId ?? articleId}</code>
      ) : (
        <span className={styles.title}>{withVisibleControls(title)}</span>
      )}
    </li>
  )
}
