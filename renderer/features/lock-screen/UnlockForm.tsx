import { type FormEvent, useEffect, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { client, settled } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import { PassphraseField } from '../../ui/PassphraseField'
import { PlainButton } from '../../ui/PlainButton'
import { Wordmark } from '../../ui/Wordmark'
import styles from './lock-screen.module.css'
import type { LockScreenProps } from './lock-screen-props'

/** Failures that a right passphrase may meet: there is damage to be looked at. */
const DAMAGED: readonly string[] = ['vault-damaged', 'vault-changes-missing']

/** One field. A wrong passphrase gets one calm sentence, and the field again with what was typed selected. */
export function UnlockForm(
  props: LockScreenProps & {
    readonly error: string | null
    readonly onError: (error: string | null) => void
    readonly onForgotten: () => void
  },
) {
  const { error, onError } = props
  const intl = useIntl()
  const spoken = useFailureSentence()
  const input = useRef<HTMLInputElement>(null)
  const [passphrase, setPassphrase] = useState('')
  const [opening, setOpening] = useState(false)

  const unlock = async (event: FormEvent) => {
    event.preventDefault()
    if (passphrase === '' || opening) return
    setOpening(true)
    onError(null)
    props.onOpening()
    const answer = await settled(client.vault.unlock({ passphrase }))
    if (answer.ok) {
      setPassphrase('')
      props.onStatus(answer.value)
      return
    }
    setOpening(false)
    onError(spoken(answer.failure))
    if (DAMAGED.includes(answer.failure.code)) props.onDamaged(answer.failure)
  }
  useEffect(() => {
    if (error !== null) input.current?.select()
  }, [error])
  return (
    <form aria-busy={opening} className={styles.sheet} onSubmit={unlock}>
      <Wordmark />
      <h1 className={styles.name}>{props.name}</h1>
      <p className={styles.state}>
        <FormattedMessage id="lock-screen.locked" />
      </p>
      <PassphraseField
        autoFocus
        error={error}
        inputRef={input}
        isReadOnly={opening}
        label={intl.formatMessage({ id: 'lock-screen.passphrase' })}
        onChange={(value) => {
          setPassphrase(value)
          onError(null)
        }}
        value={passphrase}
      />
      <PlainButton aria-disabled={opening} size="large" type="submit" variant="primary" wide>
        <FormattedMessage id={opening ? 'lock-screen.opening' : 'lock-screen.unlock'} />
      </PlainButton>
      <p className={styles.patience} role="status">
        {opening ? <FormattedMessage id="lock-screen.why-slow" /> : null}
      </p>
      <PlainButton aria-disabled={opening} onClick={props.onForgotten} variant="quiet">
        <FormattedMessage id="lock-screen.use-code" />
      </PlainButton>
    </form>
  )
}
