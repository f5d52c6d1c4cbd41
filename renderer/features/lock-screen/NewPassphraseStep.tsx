import { type FormEvent, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { VaultStatus } from '#contract/vault'
import { client, settled } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import { useNewPassphrase } from '../../client/use-new-passphrase'
import { NewPassphraseFields } from '../../ui/NewPassphraseFields'
import { PlainButton } from '../../ui/PlainButton'
import styles from './lock-screen.module.css'

/** The new passphrase of a library that its recovery code opens. */
export function NewPassphraseStep(props: {
  readonly name: string
  readonly recoveryCode: string
  readonly onStatus: (status: VaultStatus) => void
  readonly onOpening: () => void
  readonly onBack: () => void
}) {
  const spoken = useFailureSentence()
  const making = useNewPassphrase()
  const [tried, setTried] = useState(false)
  const [opening, setOpening] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const recover = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (making.missing !== null || opening) return
    setOpening(true)
    setError(null)
    props.onOpening()
    const secrets = { recoveryCode: props.recoveryCode, newPassphrase: making.passphrase }
    const answer = await settled(client.vault.recover(secrets))
    if (answer.ok) return props.onStatus(answer.value)
    setOpening(false)
    setError(spoken(answer.failure))
  }
  return (
    <form aria-busy={opening} className={styles.sheet} data-long noValidate onSubmit={recover}>
      <h1 className={styles.name}>{props.name}</h1>
      <p className={styles.state}>
        <FormattedMessage id="lock-screen.new-passphrase-what" />
      </p>
      <div className={styles.fields}>
        <NewPassphraseFields making={making} tried={tried} />
      </div>
      <PlainButton aria-disabled={opening} size="large" type="submit" variant="primary" wide>
        <FormattedMessage id={opening ? 'lock-screen.opening' : 'lock-screen.set-and-unlock'} />
      </PlainButton>
      <p className={styles.patience} role="status">
        {error ?? (opening ? <FormattedMessage id="lock-screen.why-slow" /> : null)}
      </p>
      <PlainButton aria-disabled={opening} icon="chevron-left" onClick={props.onBack} variant="quiet">
        <FormattedMessage id="lock-screen.back" />
      </PlainButton>
    </form>
  )
}
