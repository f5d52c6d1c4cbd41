import { type FormEvent, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { client, settled } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import { useNewPassphrase } from '../../client/use-new-passphrase'
import { NewPassphraseFields } from '../../ui/NewPassphraseFields'
import { PassphraseField } from '../../ui/PassphraseField'
import { PlainButton } from '../../ui/PlainButton'
import { Done } from './Done'
import type { TaskProps } from './task-props'
import styles from './vault-keys.module.css'

/** The present passphrase, and a new one in its place. */
export function ChangePassphrase({ isBusy, onBusy, onBack }: TaskProps) {
  const intl = useIntl()
  const spoken = useFailureSentence()
  const making = useNewPassphrase()
  const [passphrase, setPassphrase] = useState('')
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const [isDone, setDone] = useState(false)
  const change = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isBusy || passphrase === '' || making.missing !== null) return
    onBusy(true)
    setError(null)
    const secrets = { passphrase, newPassphrase: making.passphrase }
    const answer = await settled(client.keys['change-passphrase'](secrets))
    onBusy(false)
    if (answer.ok) setDone(true)
    else setError(spoken(answer.failure))
  }
  if (isDone) return <Done messageId="vault-keys.passphrase-done" onBack={onBack} />
  return (
    <form aria-busy={isBusy} className={styles.form} noValidate onSubmit={change}>
      <PassphraseField
        autoFocus
        error={error}
        isInvalid={tried && passphrase === ''}
        isReadOnly={isBusy}
        label={intl.formatMessage({ id: 'vault-keys.present' })}
        onChange={(value) => {
          setPassphrase(value)
          setError(null)
        }}
        value={passphrase}
      />
      <NewPassphraseFields making={making} tried={tried} />
      <p className={styles.what}>
        <FormattedMessage id="vault-keys.passphrase-copies" />
      </p>
      <div className={styles.actions}>
        <PlainButton aria-disabled={isBusy} icon="chevron-left" onClick={onBack}>
          <FormattedMessage id="vault-keys.back" />
        </PlainButton>
        <PlainButton aria-disabled={isBusy} type="submit" variant="primary">
          <FormattedMessage id={isBusy ? 'vault-keys.changing' : 'vault-keys.passphrase-do'} />
        </PlainButton>
      </div>
    </form>
  )
}
