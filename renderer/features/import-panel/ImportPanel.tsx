import { useState } from 'react'
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { Progress } from '../../ui/Progress'
import { FileOutcomes } from './FileOutcomes'
import { ImportPace } from './ImportPace'
import styles from './import-panel.module.css'
import type { ImportReport, OutcomeFilter } from './import-report'
import type { Importing } from './use-import'

const OUTCOMES = ['imported', 'new-capture', 'already-there', 'refused'] as const

export type ImportPanelProps = {
  readonly report: ImportReport
  readonly importing: Importing
  readonly onOpenArticle: (articleId: string) => void
  /** An article was set apart: the list is another. */
  readonly onApart: () => void
}

/** An import at the window's foot: how far it is, how fast, what became of each file and why, and ways to stop or wait. */
export function ImportPanel(props: ImportPanelProps) {
  const { report } = props
  const intl = useIntl()
  const { done, total, running, counts } = report
  const [open, setOpen] = useState(false)
  const words = intl.formatMessage({ id: titleOf(report) }, { done, total })
  return (
    <section aria-label={intl.formatMessage({ id: 'import-panel.label' })} className={styles.panel}>
      <header className={styles.header}>
        <div className={styles.title} role="status">
          <h2>{words}</h2>
        </div>
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
            onPress={props.importing.close}
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
      {running && !report.paused ? <ImportPace {...report} /> : null}
      <Counts counts={counts} />
      <Actions importing={props.importing} report={report} />
      {open ? <Details {...props} /> : null}
    </section>
  )
}

function titleOf({ running, paused, cancelled }: ImportReport): string {
  if (running) return paused ? 'import-panel.paused' : 'import-panel.running'
  return cancelled ? 'import-panel.cancelled' : 'import-panel.finished'
}

function Counts({ counts }: Pick<ImportReport, 'counts'>) {
  return (
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
  )
}

/** While it runs: wait, stop. Afterwards: try the refused again, keep the report. */
function Actions({ importing, report }: Pick<ImportPanelProps, 'importing' | 'report'>) {
  const { running, paused, counts } = report
  if (running) {
    return (
      <div className={styles.actions}>
        <Button onPress={() => importing.pause(!paused)} size="small">
          <FormattedMessage id={paused ? 'import-panel.resume' : 'import-panel.pause'} />
        </Button>
        <Button onPress={importing.cancel} size="small">
          <FormattedMessage id="import-panel.cancel" />
        </Button>
      </div>
    )
  }
  return (
    <div className={styles.actions}>
      {counts.refused > 0 ? (
        <Button icon="refresh" onPress={importing.retry} size="small">
          <FormattedMessage id="import-panel.retry" />
        </Button>
      ) : null}
      <Button icon="export" onPress={importing.saveReport} size="small">
        <FormattedMessage id="import-panel.save-report" />
      </Button>
    </div>
  )
}

function Details({ report, importing, onOpenArticle, onApart }: ImportPanelProps) {
  const [filter, setFilter] = useState<OutcomeFilter>('all')
  const isFiltered = filter === 'refused'
  return (
    <>
      {report.counts.refused === 0 && !isFiltered ? null : (
        <div className={styles.actions}>
          <Button
            isPressed={isFiltered}
            {...(isFiltered ? { icon: 'check' } : {})}
            onPress={() => setFilter(isFiltered ? 'all' : 'refused')}
            size="small"
            variant="quiet"
          >
            <FormattedMessage id="import-panel.refused-only" />
          </Button>
        </div>
      )}
      {report.outcomes.count(filter) === 0 ? null : (
        <FileOutcomes
          filter={filter}
          onOpenArticle={onOpenArticle}
          onSetApart={async (file) => {
            const isApart = await importing.setApart(file)
            if (isApart) onApart()
            return isApart
          }}
          report={report}
        />
      )}
    </>
  )
}
