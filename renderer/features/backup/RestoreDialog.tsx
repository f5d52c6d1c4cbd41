import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { ChosenBackup, RestoreReport } from '#contract/backups'
import type { SpokenFailure } from '#contract/define'
import type { VaultStatus } from '#contract/vault'
import { withVisibleControls } from '#domain/visible-controls'
import { client, settled } from '../../client/client'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Icon } from '../../ui/icons'
import styles from './backup.module.css'
import { Refused } from './Refused'
import { NOTHING_TYPED, RestoreSecret, secretOf, type TypedSecret } from './RestoreSecret'
import { WorkProgress } from './WorkProgress'

export type RestoreDialogProps = {
  readonly isOpen: boolean
  readonly onOpenChange: (open: boolean) => void
  /** The restored library is the one to unlock now. */
  readonly onStatus: (status: VaultStatus) => void
}

type Stage =
  | { readonly at: 'choose' }
  | { readonly at: 'chosen'; readonly backup: ChosenBackup; readonly rehearsed: RestoreReport | null }
  | { readonly at: 'working'; readonly backup: ChosenBackup }
  | { readonly at: 'done'; readonly report: RestoreReport; readonly by: TypedSecret['by'] }

const CHOOSE: Stage = { at: 'choose' }

/** A backup, its passphrase, a rehearsal if one is wanted, and a new library: never over one that is there. */
export function RestoreDialog({ isOpen, onOpenChange, onStatus }: RestoreDialogProps) {
  const intl = useIntl()
  const [stage, setStage] = useState<Stage>(CHOOSE)
  const [failure, setFailure] = useState<SpokenFailure | null>(null)
  const [typed, setTyped] = useState(NOTHING_TYPED)
  const secret = secretOf(typed)
  const say = (id: string) => intl.formatMessage({ id })

  const change = (open: boolean) => {
    if (stage.at === 'working') return
    if (!open) {
      setStage(CHOOSE)
      setFailure(null)
      setTyped(NOTHING_TYPED)
    }
    onOpenChange(open)
  }
  const choose = async () => {
    const answer = await settled(client.backups.choose())
    setFailure(answer.ok ? null : answer.failure)
    if (answer.ok && answer.value !== null) setStage({ at: 'chosen', backup: answer.value, rehearsed: null })
  }
  const work = async (how: 'rehearse' | 'restore') => {
    if (stage.at !== 'chosen' || secret === null) return
    const { backup } = stage
    setFailure(null)
    setStage({ at: 'working', backup })
    const answer = await settled(client.backups[how](secret))
    if (!answer.ok) setFailure(answer.failure)
    if (answer.ok && how === 'restore') {
      setTyped(NOTHING_TYPED)
      setStage({ at: 'done', report: answer.value, by: typed.by })
    } else setStage({ at: 'chosen', backup, rehearsed: answer.ok ? answer.value : null })
  }
  const open = async () => {
    const answer = await settled(client.backups['open-restored']())
    if (!answer.ok) return setFailure(answer.failure)
    change(false)
    onStatus(answer.value)
  }
  return (
    <Dialog
      actions={
        <Actions
          canWork={secret !== null}
          onChoose={choose}
          onOpen={open}
          onRehearse={() => work('rehearse')}
          onRestore={() => work('restore')}
          stage={stage}
        />
      }
      isOpen={isOpen}
      isStubborn={stage.at === 'working'}
      onOpenChange={change}
      size="medium"
      title={say('restore.title')}
    >
      <div className={styles.stage}>
        <Refused failure={failure} />
        {stage.at === 'choose' ? (
          <p className={styles.words}>
            <FormattedMessage id="restore.what" />
          </p>
        ) : null}
        {stage.at === 'chosen' || stage.at === 'working' ? <Chosen backup={stage.backup} /> : null}
        {stage.at === 'chosen' ? (
          <RestoreSecret onSubmit={() => void work('restore')} onTyped={setTyped} typed={typed} />
        ) : null}
        {stage.at === 'chosen' && stage.rehearsed !== null ? (
          <Outcome id="restore.rehearsed" report={stage.rehearsed} />
        ) : null}
        {stage.at === 'working' ? <WorkProgress label={say('restore.working')} /> : null}
        {stage.at === 'done' ? <Outcome id={`restore.done-by-${stage.by}`} report={stage.report} /> : null}
      </div>
    </Dialog>
  )
}

function Actions(props: {
  readonly stage: Stage
  readonly canWork: boolean
  readonly onChoose: () => void
  readonly onRehearse: () => void
  readonly onRestore: () => void
  readonly onOpen: () => void
}) {
  const { stage, canWork } = props
  switch (stage.at) {
    case 'choose':
      return (
        <Button onPress={props.onChoose} variant="primary">
          <FormattedMessage id="restore.choose" />
        </Button>
      )
    case 'chosen':
      return (
        <>
          <Button isDisabled={!canWork} onPress={props.onRehearse}>
            <FormattedMessage id="restore.rehearse" />
          </Button>
          <Button isDisabled={!canWork} onPress={props.onRestore} variant="primary">
            <FormattedMessage id="restore.restore" />
          </Button>
        </>
      )
    case 'working':
      return (
        <Button onPress={() => void settled(client.backups.cancel())}>
          <FormattedMessage id="restore.cancel" />
        </Button>
      )
    case 'done':
      return (
        <Button autoFocus onPress={props.onOpen} variant="primary">
          <FormattedMessage id="restore.open" />
        </Button>
      )
  }
}

function Chosen({ backup }: { readonly backup: ChosenBackup }) {
  const intl = useIntl()
  const madeAt = intl.formatDate(backup.madeAt, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <dl className={styles.facts}>
      <dt>
        <FormattedMessage id="restore.file" />
      </dt>
      <dd>{withVisibleControls(backup.file)}</dd>
      <dt>
        <FormattedMessage id="restore.library" />
      </dt>
      <dd>{withVisibleControls(backup.name)}</dd>
      <dt>
        <FormattedMessage id="restore.made-at" />
      </dt>
      <dd>{madeAt}</dd>
    </dl>
  )
}

function Outcome({ id, report }: { readonly id: string; readonly report: RestoreReport }) {
  const { articles, notes } = report
  const name = withVisibleControls(report.name)
  return (
    <p className={styles.done} role="status">
      <Icon name="check" />
      <FormattedMessage id={id} values={{ name, articles, notes }} />
    </p>
  )
}
