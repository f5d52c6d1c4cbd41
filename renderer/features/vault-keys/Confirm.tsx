import { type FormEvent, type ReactNode, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { PassphraseField } from '../../ui/PassphraseField'
import { PlainButton } from '../../ui/PlainButton'
import type { TaskProps } from './task-props'
import styles from './vault-keys.module.css'

/** The passphrase once more, because an open window may be a stranger's; then the work. */
export function Confirm(
  props: TaskProps & {
    readonly messageId: string
    readonly confirmId: string
    readonly working?: ReactNode
    readonly onConfirm: (passphrase: string) => Promise<string | null>
  },
) {
  const { isBusy, onBusy } = props
  const intl = useIntl()
  const [passphrase, setPassphrase] = useState('')
  const [error, setError] = useState<string | null>(null)
  const confirm = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy || passphrase === '') return
    onBusy(true)
    setError(null)
    setError(await props.onConfirm(passphrase))
    onBusy(false)
  }
  if (isBusy && props.working !== undefined) return props.working
  return (
    <form aria-busy={isBusy} className={styles.form} noValidate onSubmit={confirm}>
      <p className={styles.what}>
        <FormattedMessage id={props.messageId} />
      </p>
      <PassphraseField
        autoFocus
        error={error}
        isReadOnly={isBusy}
        label={intl.formatMessage({ id: 'vault-keys.present' })}
        onChange={(value) => {
          setPassphrase(value)
          setError(null)
        }}
        value={passphrase}
      />
      <div className={styles.actions}>
        <PlainButton aria-disabled={isBusy} icon="chevron-left" onClick={props.onBack}>
          <FormattedMessage id="vault-keys.back" />
        </PlainButton>
        <PlainButton aria-disabled={isBusy} type="submit" variant="primary">
          <FormattedMessage id={isBusy ? 'vault-keys.changing' : props.confirmId} />
        </PlainButton>
      </div>
    </form>
  )
}
