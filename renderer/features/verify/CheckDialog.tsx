import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Progress } from '../../ui/Progress'
import { CheckResult } from './CheckResult'
import { RescueForm } from './RescueForm'
import { type CheckState, useCheck } from './use-check'
import styles from './verify.module.css'

export type CheckDialogProps = {
  readonly libraryName: string
  readonly isOpen: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly onOpenArticle: (articleId: string) => void
  /** The library was closed for a rescue: nothing behind this dialog answers any more. */
  readonly onClosed: () => void
}

/** Checks the library and tells what it found; a damaged one can be rescued from here. */
export function CheckDialog({
  libraryName,
  isOpen,
  onOpenChange,
  onOpenArticle,
  onClosed,
}: CheckDialogProps) {
  const intl = useIntl()
  const check = useCheck(isOpen)
  const [rescuing, setRescuing] = useState<'no' | 'asked' | 'begun'>('no')
  const { state } = check
  const isDamaged = state.step === 'done' && !state.report.whole
  const close = (open: boolean) => {
    if (open) return
    setRescuing('no')
    if (rescuing === 'begun') onClosed()
    else onOpenChange(false)
  }
  const actions =
    state.step === 'running' ? (
      <Button onPress={check.cancel}>
        <FormattedMessage id="verify.cancel" />
      </Button>
    ) : (
      <>
        {isDamaged ? (
          <Button icon="refresh" onPress={() => setRescuing('asked')}>
            <FormattedMessage id="verify.rescue" />
          </Button>
        ) : null}
        <Button onPress={check.start} variant={isDamaged ? 'secondary' : 'primary'}>
          <FormattedMessage id={state.step === 'done' ? 'verify.again' : 'verify.start'} />
        </Button>
      </>
    )
  return (
    <Dialog
      actions={rescuing === 'no' ? actions : null}
      isOpen={isOpen}
      onOpenChange={close}
      size="medium"
      title={intl.formatMessage({ id: rescuing === 'no' ? 'verify.title' : 'verify.rescue-title' })}
    >
      {rescuing === 'no' ? (
        <Stage onOpenArticle={onOpenArticle} state={state} />
      ) : (
        <RescueForm libraryName={libraryName} onBegun={() => setRescuing('begun')} />
      )}
    </Dialog>
  )
}

function Stage(props: { readonly state: CheckState; readonly onOpenArticle: (articleId: string) => void }) {
  const intl = useIntl()
  const { state } = props
  switch (state.step) {
    case 'ready':
      return (
        <div className={styles.stage}>
          <p>
            <FormattedMessage id="verify.what" />
          </p>
          <p className={styles.hint}>
            <FormattedMessage id="verify.how-long" />
          </p>
          {state.error === null ? null : (
            <p className={styles.error} role="alert">
              {state.error}
            </p>
          )}
        </div>
      )
    case 'running': {
      const { step = 'pages', done = 0, total = 1, rate = 0, damages = 0 } = state.progress ?? {}
      const text = intl.formatMessage({ id: `verify.step-${step}` }, { done, total, rate })
      return (
        <div className={styles.stage}>
          <Progress
            label={intl.formatMessage({ id: 'verify.progress' })}
            max={total}
            text={text}
            tone={damages > 0 ? 'danger' : 'accent'}
            value={done}
          />
          <p className={styles.hint}>{text}</p>
          {damages > 0 ? (
            <p className={styles.error}>
              <FormattedMessage id="verify.damages-so-far" values={{ count: damages }} />
            </p>
          ) : null}
        </div>
      )
    }
    case 'done':
      return <CheckResult onOpenArticle={props.onOpenArticle} report={state.report} />
  }
}
