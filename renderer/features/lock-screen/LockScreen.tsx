import { type FormEvent, useEffect, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SpokenFailure } from '#contract/define'
import type { VaultStatus } from '#contract/vault'
import { client, settled } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import { PassphraseField } from '../../ui/PassphraseField'
import { PlainButton } from '../../ui/PlainButton'
import { Wordmark } from '../../ui/Wordmark'
import styles from './lock-screen.module.css'

const DAMAGED: readonly string[] = ['vault-damaged', 'vault-changes-missing']

export type LockScreenProps = {
  readonly name: string
  readonly onStatus: (status: VaultStatus) => void
  /** The passphrase was right and the library does not open: it is damaged. */
  readonly onDamaged: (failure: SpokenFailure) => void
  /** The passphrase is being tried: time to get the library's code ready. */
  readonly onOpening: () => void
  readonly onRestore: () => void
}

/** One field. A wrong passphrase gets one calm sentence, and the field again with what was typed selected. */
export function LockScreen({ name, onStatus, onDamaged, onOpening, onRestore }: LockScreenProps) {
  const intl = useIntl()
  const spoken = useFailureSentence()
  const input = useRef<HTMLInputElement>(null)
  const [passphrase, setPassphrase] = useState('')
  const [opening, setOpening] = useState(false)
  const [error, setError] = useState<string | null>(null)

  const unlock = async (event: FormEvent) => {
    event.preventDefault()
    if (passphrase === '' || opening) return
    setOpening(true)
    setError(null)
    onOpening()
    const answer = await settled(client.vault.unlock({ passphrase }))
    if (answer.ok) {
      setPassphrase('')
      onStatus(answer.value)
      return
    }
    setOpening(false)
    setError(spoken(answer.failure))
    if (DAMAGED.includes(answer.failure.code)) onDamaged(answer.failure)
  }
  useEffect(() => {
    if (error !== null) input.current?.select()
  }, [error])

  const another = async (ask: 'choose' | 'leave') => {
    const answer = await settled(client.vault[ask]())
    if (!answer.ok) setError(spoken(answer.failure))
    else if (answer.value) onStatus(answer.value)
  }
  return (
    <main className={styles.screen}>
      <form aria-busy={opening} className={styles.sheet} onSubmit={unlock}>
        <Wordmark />
        <h1 className={styles.name}>{name}</h1>
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
            setError(null)
          }}
          value={passphrase}
        />
        <PlainButton aria-disabled={opening} size="large" type="submit" variant="primary" wide>
          <FormattedMessage id={opening ? 'lock-screen.opening' : 'lock-screen.unlock'} />
        </PlainButton>
        <p className={styles.patience} role="status">
          {opening ? <FormattedMessage id="lock-screen.why-slow" /> : null}
        </p>
      </form>
      <footer className={styles.foot}>
        <PlainButton onClick={() => another('choose')} variant="quiet">
          <FormattedMessage id="lock-screen.choose" />
        </PlainButton>
        <PlainButton onClick={() => another('leave')} variant="quiet">
          <FormattedMessage id="lock-screen.new" />
        </PlainButton>
        <PlainButton onClick={onRestore} variant="quiet">
          <FormattedMessage id="restore.from-backup" />
        </PlainButton>
      </footer>
    </main>
  )
}
