import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { client, settled } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import { PlainButton } from '../../ui/PlainButton'
import styles from './lock-screen.module.css'
import type { LockScreenProps } from './lock-screen-props'
import { RecoverForm } from './RecoverForm'
import { UnlockForm } from './UnlockForm'

/** A locked library: its passphrase, or its recovery code; or another library. */
export function LockScreen(props: LockScreenProps) {
  const spoken = useFailureSentence()
  const [forgotten, setForgotten] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const another = async (ask: 'choose' | 'leave') => {
    const answer = await settled(client.vault[ask]())
    if (!answer.ok) setError(spoken(answer.failure))
    else if (answer.value) props.onStatus(answer.value)
  }
  return (
    <main className={styles.screen}>
      {forgotten ? (
        <RecoverForm {...props} onBack={() => setForgotten(false)} />
      ) : (
        <UnlockForm {...props} error={error} onError={setError} onForgotten={() => setForgotten(true)} />
      )}
      <footer className={styles.foot}>
        <PlainButton onClick={() => another('choose')} variant="quiet">
          <FormattedMessage id="lock-screen.choose" />
        </PlainButton>
        <PlainButton onClick={() => another('leave')} variant="quiet">
          <FormattedMessage id="lock-screen.new" />
        </PlainButton>
        <PlainButton onClick={props.onRestore} variant="quiet">
          <FormattedMessage id="restore.from-backup" />
        </PlainButton>
      </footer>
    </main>
  )
}
