import { type FormEvent, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { client, settled } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import { useRecoveryCode } from '../../client/use-recovery-code'
import { PassphraseField } from '../../ui/PassphraseField'
import { PlainButton } from '../../ui/PlainButton'
import { RecoveryKit } from '../../ui/RecoveryKit'
import styles from './verify.module.css'

/** A recovery kit for the rescued library: the words, their test, and the passphrase, which the rescue has forgotten again. */
export function RescueKit(props: {
  readonly libraryName: string
  readonly onMade: () => void
  readonly onBack: () => void
}) {
  const recovery = useRecoveryCode()
  const [tested, setTested] = useState(false)
  return (
    <div className={styles.stage}>
      {tested ? (
        <Give onGiven={props.onMade} recoveryCode={recovery.code} />
      ) : (
        <RecoveryKit
          code={recovery.code}
          error={recovery.error}
          finish={<FormattedMessage id="verify.kit-go-on" />}
          isBusy={false}
          libraryName={props.libraryName}
          onTested={() => setTested(true)}
        />
      )}
      <PlainButton icon="chevron-left" onClick={props.onBack} variant="quiet">
        <FormattedMessage id="verify.kit-back" />
      </PlainButton>
    </div>
  )
}

function Give({ recoveryCode, onGiven }: { readonly recoveryCode: string; readonly onGiven: () => void }) {
  const intl = useIntl()
  const spoken = useFailureSentence()
  const [passphrase, setPassphrase] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const give = async (event: FormEvent) => {
    event.preventDefault()
    if (passphrase === '' || isBusy) return
    setBusy(true)
    const answer = await settled(client.salvaging['give-recovery-code']({ passphrase, recoveryCode }))
    if (answer.ok) return onGiven()
    setError(spoken(answer.failure))
    setBusy(false)
  }
  return (
    <form aria-busy={isBusy} className={styles.stage} noValidate onSubmit={give}>
      <p>
        <FormattedMessage id="verify.kit-confirm" />
      </p>
      <PassphraseField
        autoFocus
        error={error}
        isReadOnly={isBusy}
        label={intl.formatMessage({ id: 'verify.kit-passphrase' })}
        onChange={(typed) => {
          setPassphrase(typed)
          setError(null)
        }}
        value={passphrase}
      />
      <PlainButton aria-disabled={isBusy} type="submit" variant="primary" wide>
        <FormattedMessage id="verify.kit-give" />
      </PlainButton>
    </form>
  )
}
