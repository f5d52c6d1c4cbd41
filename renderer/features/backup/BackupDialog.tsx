import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { BackupReport } from '#contract/backups'
import type { SpokenFailure } from '#contract/define'
import { BACKUP_REMINDERS } from '#contract/settings'
import { withVisibleControls } from '#domain/visible-controls'
import { client, settled } from '../../client/client'
import { useSurroundings } from '../../client/settings'
import { useQuery } from '../../client/use-query'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { Dialog } from '../../ui/Dialog'
import { Icon } from '../../ui/icons'
import styles from './backup.module.css'
import { daysSince } from './due'
import { Refused } from './Refused'
import { WorkProgress } from './WorkProgress'

export type BackupDialogProps = {
  readonly isOpen: boolean
  readonly onOpenChange: (open: boolean) => void
}

type Stage =
  | { readonly at: 'ready'; readonly failure: SpokenFailure | null }
  | { readonly at: 'working' }
  | { readonly at: 'done'; readonly report: BackupReport }

const READY: Stage = { at: 'ready', failure: null }

/** When the last backup was, and a new one: where it goes is asked by the system, what it came to is said here. */
export function BackupDialog({ isOpen, onOpenChange }: BackupDialogProps) {
  const intl = useIntl()
  const [stage, setStage] = useState<Stage>(READY)
  const say = (id: string) => intl.formatMessage({ id })
  const make = async () => {
    setStage({ at: 'working' })
    const answer = await settled(client.backups.make())
    if (!answer.ok) setStage({ at: 'ready', failure: answer.failure })
    else setStage(answer.value === null ? READY : { at: 'done', report: answer.value })
  }
  const change = (open: boolean) => {
    if (stage.at === 'working') return
    if (!open) setStage(READY)
    onOpenChange(open)
  }
  return (
    <Dialog
      actions={
        stage.at === 'ready' ? (
          <Button icon="export" onPress={make} variant="primary">
            {say('backup.make')}
          </Button>
        ) : stage.at === 'working' ? (
          <Button onPress={() => void settled(client.backups.cancel())}>{say('backup.cancel')}</Button>
        ) : (
          <Button autoFocus onPress={() => change(false)} variant="primary">
            {say('backup.close')}
          </Button>
        )
      }
      isOpen={isOpen}
      isStubborn={stage.at === 'working'}
      onOpenChange={change}
      size="medium"
      title={say('backup.title')}
    >
      <div className={styles.stage}>
        {stage.at === 'ready' ? <Ready failure={stage.failure} /> : null}
        {stage.at === 'working' ? <WorkProgress label={say('backup.working')} /> : null}
        {stage.at === 'done' ? <Done report={stage.report} /> : null}
      </div>
    </Dialog>
  )
}

function Ready({ failure }: { readonly failure: SpokenFailure | null }) {
  const intl = useIntl()
  const { settings, change } = useSurroundings()
  const [state] = useQuery('backup-state', () => client.backups.state())
  const lastAt = state.state === 'ready' ? state.value.lastAt : null
  const ago =
    lastAt === null ? '' : intl.formatRelativeTime(-daysSince(lastAt, new Date()), 'day', { numeric: 'auto' })
  return (
    <>
      <Refused failure={failure} />
      <p className={styles.lead}>
        {state.state !== 'ready' ? (
          '…'
        ) : (
          <FormattedMessage id={lastAt === null ? 'backup.none' : 'backup.last'} values={{ ago }} />
        )}
      </p>
      <p className={styles.words}>
        <FormattedMessage id="backup.what" />
      </p>
      <p className={styles.words}>
        <FormattedMessage id="backup.generations" />
      </p>
      <Choice
        label={intl.formatMessage({ id: 'backup.remind' })}
        onChange={(backupReminder) => change({ backupReminder })}
        options={BACKUP_REMINDERS.map((value) => ({
          value,
          label: intl.formatMessage({ id: `backup.remind-${value}` }),
        }))}
        value={settings.backupReminder}
      />
    </>
  )
}

function Done({ report }: { readonly report: BackupReport }) {
  const { articles, notes, generations, bytes } = report
  return (
    <>
      <p className={styles.done} role="status">
        <Icon name="check" />
        <FormattedMessage id="backup.done" values={{ articles, notes }} />
      </p>
      <dl className={styles.facts}>
        <dt>
          <FormattedMessage id="backup.file" />
        </dt>
        <dd>{withVisibleControls(report.file)}</dd>
        <dt>
          <FormattedMessage id="backup.size" />
        </dt>
        <dd>
          <FormattedMessage id="backup.kilobytes" values={{ kilobytes: Math.ceil(bytes / 1024) }} />
        </dd>
        <dt>SHA-256</dt>
        <dd className={styles.hash}>{report.sha256}</dd>
      </dl>
      <p className={styles.hint}>
        <FormattedMessage id="backup.kept" values={{ generations }} />
      </p>
    </>
  )
}
