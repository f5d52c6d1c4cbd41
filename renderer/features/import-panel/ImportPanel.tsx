import { useState } from 'react'
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { Progress } from '../../ui/Progress'
import { FileOutcomes } from './FileOutcomes'
import styles from './import-panel.module.css'
import type { ImportReport } from './import-report'

const OUTCOMES = ['imported', 'new-capture', 'already-there', 'refused'] as const

export type ImportPanelProps = {
  readonly report: ImportReport
  readonly onCancel: () => void
  readonly onClose: () => void
  readonly onOpenArticle: (articleId: string) => void
}

/** An import at the window's foot: how far it is, what became of each file and why, a way to stop. */
export function ImportPanel({ report, onCancel, onClose, onOpenArticle }: ImportPanelProps) {
  const intl = useIntl()
  const { done, total, running, cancelled, counts } = report
  const [open, setOpen] = useState(false)
  const title = running
    ? 'import-panel.running'
    : cancelled
      ? 'import-panel.cancelled'
      : 'import-panel.finished'
  const words = intl.formatMessage({ id: title }, { done, total })
  return (
    <section aria-label={intl.formatMessage({ id: 'import-panel.label' })} className={styles.panel}>
      <header className={styles.header}>
        <div className={styles.title} role="status">
          <h2>{words}</h2>
        </div>
        {running ? (
          <Button onPress={onCancel} size="small">
            <FormattedMessage id="import-panel.cancel" />
          </Button>
        ) : null}
        <IconButton
          icon={open ? 'chevron-down' : 'chevron-up'}
          isPressed={open}
          label={intl.formatMessage({ id: open ? 'import-panel.fewer' : 'import-panel.details' })}
          onPress={() => setOpen(!open)}
          size="small"
        />
        {running ? null : (
          <IconButton
            icon="close"
            label={intl.formatMessage({ id: 'ui.close' })}
            onPress={onClose}
            size="small"
          />
        )}
      </header>
      <Progress
        label={words}
        max={Math.max(1, total)}
        tone={running ? 'accent' : counts.refused > 0 ? 'caution' : 'success'}
        value={done}
      />
      <dl className={styles.counts}>
        {OUTCOMES.map((outcome) =>
          counts[outcome] > 0 ? (
            <div data-outcome={outcome} key={outcome}>
              <dt>
                <FormattedMessage id={`import-panel.${outcome}`} />
              </dt>
              <dd>
                <FormattedNumber value={counts[outcome]} />
              </dd>
            </div>
          ) : null,
        )}
      </dl>
      {open ? <FileOutcomes onOpenArticle={onOpenArticle} report={report} /> : null}
    </section>
  )
}
