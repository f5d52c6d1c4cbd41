import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { SpokenFailure } from '#contract/define'
import type { ExportFormat, ExportManifest, ExportPlan } from '#contract/exporting'
import { client, settled } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import { useQuery } from '../../client/use-query'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Icon } from '../../ui/icons'
import { Spinner } from '../../ui/Spinner'
import { ExportResult } from './ExportResult'
import styles from './export.module.css'
import { PlanPreview } from './PlanPreview'

export type ExportDialogProps = {
  /** The articles to export; at least one while the dialog is open. */
  readonly articleIds: readonly string[]
  readonly isOpen: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** The formats that this version writes. */
const FORMATS = ['md'] as const satisfies readonly ExportFormat[]

type Stage =
  | { readonly at: 'preview' }
  | { readonly at: 'writing' }
  | { readonly at: 'refused'; readonly failure: SpokenFailure }
  | { readonly at: 'done'; readonly manifest: ExportManifest }

/** Export in two steps: see exactly what would leave the vault, then write it; then what did leave. */
export function ExportDialog({ articleIds, isOpen, onOpenChange }: ExportDialogProps) {
  const intl = useIntl()
  const [format] = useState<ExportFormat>(FORMATS[0])
  const [stage, setStage] = useState<Stage>({ at: 'preview' })
  const key = isOpen && articleIds.length > 0 ? `${format} ${articleIds.join(' ')}` : null
  const [plan] = useQuery(key, () => client.exporting.plan({ articleIds: [...articleIds], format }))

  const write = async (overwrite: boolean) => {
    setStage({ at: 'writing' })
    const answer = await settled(client.exporting.write({ articleIds: [...articleIds], format, overwrite }))
    if (!answer.ok) setStage({ at: 'refused', failure: answer.failure })
    else if (answer.value === null) setStage({ at: 'preview' })
    else setStage({ at: 'done', manifest: answer.value })
  }
  const change = (open: boolean) => {
    if (stage.at === 'writing') return
    if (!open) setStage({ at: 'preview' })
    onOpenChange(open)
  }
  const close = () => change(false)
  return (
    <Dialog
      actions={
        <Actions
          onClose={close}
          onWrite={write}
          plan={plan.state === 'ready' ? plan.value : null}
          stage={stage}
        />
      }
      isOpen={isOpen}
      onOpenChange={change}
      size="large"
      title={intl.formatMessage({ id: 'export.title' }, { count: articleIds.length })}
    >
      {stage.at === 'done' ? (
        <ExportResult manifest={stage.manifest} />
      ) : (
        <div className={styles.stage}>
          <p className={styles.format}>
            <span className={styles.label}>{intl.formatMessage({ id: 'export.format' })}</span>
            <span className={styles.formatName}>{intl.formatMessage({ id: `export.format.${format}` })}</span>
            <span className={styles.hint}>{intl.formatMessage({ id: `export.format.${format}.for` })}</span>
          </p>
          {stage.at === 'refused' ? <Refused failure={stage.failure} /> : null}
          {plan.state === 'ready' ? <PlanPreview plan={plan.value} /> : null}
          {plan.state === 'loading' ? (
            <div className={styles.waiting}>
              <Spinner label={intl.formatMessage({ id: 'export.planning' })} visibleLabel />
            </div>
          ) : null}
          {plan.state === 'failed' ? <Refused failure={plan.failure} /> : null}
        </div>
      )}
    </Dialog>
  )
}

function Refused({ failure }: { readonly failure: SpokenFailure }) {
  const sentence = useFailureSentence()
  return (
    <p className={styles.refused} role="alert">
      <Icon name="warning" />
      {sentence(failure)}
    </p>
  )
}

function Actions(props: {
  readonly stage: Stage
  readonly plan: ExportPlan | null
  readonly onWrite: (overwrite: boolean) => void
  readonly onClose: () => void
}) {
  const intl = useIntl()
  const { stage, plan, onWrite, onClose } = props
  if (stage.at === 'done') {
    return (
      <Button autoFocus onPress={onClose} variant="primary">
        {intl.formatMessage({ id: 'export.close' })}
      </Button>
    )
  }
  const isTaken = stage.at === 'refused' && stage.failure.code === 'export-exists'
  const count = plan?.files.length ?? 0
  return (
    <>
      <Button isDisabled={stage.at === 'writing'} onPress={onClose} variant="quiet">
        {intl.formatMessage({ id: 'export.cancel' })}
      </Button>
      <Button
        icon="export"
        isDisabled={count === 0 || stage.at === 'writing'}
        onPress={() => onWrite(isTaken)}
        variant={isTaken ? 'danger' : 'primary'}
      >
        {intl.formatMessage({ id: isTaken ? 'export.replace' : 'export.write' }, { count })}
      </Button>
    </>
  )
}
