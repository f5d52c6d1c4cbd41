import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { client, settled } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import { PlainButton } from '../../ui/PlainButton'
import { Done } from './Done'
import { KitThenConfirm } from './KitThenConfirm'
import { RenewalProgress } from './RenewalProgress'
import type { TaskProps } from './task-props'
import styles from './vault-keys.module.css'

/** Every key anew, for somebody whose passphrase or kit may have been seen; says first what it does and what it cannot. */
export function RenewKeys(props: TaskProps) {
  const spoken = useFailureSentence()
  const [isReady, setReady] = useState(false)
  const [isDone, setDone] = useState(false)
  if (isDone) return <Done messageId="vault-keys.renew-done" onBack={props.onBack} />
  if (!isReady) return <Explanation onBack={props.onBack} onGoOn={() => setReady(true)} />
  return (
    <KitThenConfirm
      {...props}
      confirmId="vault-keys.renew-do"
      onBack={() => setReady(false)}
      onConfirm={async (secrets) => {
        const answer = await settled(client.keys.renew(secrets))
        setDone(answer.ok)
        return answer.ok ? null : spoken(answer.failure)
      }}
      working={<RenewalProgress />}
    />
  )
}

function Explanation({ onBack, onGoOn }: { readonly onBack: () => void; readonly onGoOn: () => void }) {
  return (
    <div className={styles.form}>
      {['does', 'copies', 'passphrase'].map((part) => (
        <p key={part}>
          <FormattedMessage id={`vault-keys.renew-${part}`} />
        </p>
      ))}
      <div className={styles.actions}>
        <PlainButton icon="chevron-left" onClick={onBack}>
          <FormattedMessage id="vault-keys.back" />
        </PlainButton>
        <PlainButton autoFocus onClick={onGoOn} variant="primary">
          <FormattedMessage id="vault-keys.renew-go-on" />
        </PlainButton>
      </div>
    </div>
  )
}
