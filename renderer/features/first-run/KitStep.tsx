import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { client, settled } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import { useRecoveryCode } from '../../client/use-recovery-code'
import { PlainButton } from '../../ui/PlainButton'
import { RecoveryKit } from '../../ui/RecoveryKit'
import type { FirstRunProps, NewLibrary } from './first-run-props'
import styles from './kit-step.module.css'

/**
 * The recovery kit of a library that is about to be made: it is made with the code when that is on paper and was tested, or
 * knowingly without one.
 */
export function KitStep(
  props: Pick<FirstRunProps, 'onStatus' | 'onOpening'> & {
    readonly library: NewLibrary
    readonly onBack: () => void
  },
) {
  const spoken = useFailureSentence()
  const recovery = useRecoveryCode()
  const [making, setMaking] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const create = async (recoveryCode: string | null) => {
    if (making) return
    setMaking(true)
    setError(null)
    props.onOpening()
    const answer = await settled(client.vault.create({ ...props.library, recoveryCode }))
    if (answer.ok) return props.onStatus(answer.value)
    setError(spoken(answer.failure))
    setMaking(false)
  }
  return (
    <div aria-busy={making} className={styles.step}>
      <h1 className={styles.title}>
        <FormattedMessage id="recovery.title" />
      </h1>
      <RecoveryKit
        code={recovery.code}
        error={recovery.error ?? error}
        finish={<FormattedMessage id={making ? 'first-run.making' : 'first-run.create'} />}
        isBusy={making}
        libraryName={props.library.name}
        onTested={() => create(recovery.code)}
      >
        <details className={styles.skip}>
          <summary>
            <FormattedMessage id="first-run.skip" />
          </summary>
          <p>
            <FormattedMessage id="first-run.skip-what" />
          </p>
          <PlainButton aria-disabled={making} onClick={() => create(null)}>
            <FormattedMessage id="first-run.create-without" />
          </PlainButton>
        </details>
      </RecoveryKit>
      <PlainButton aria-disabled={making} icon="chevron-left" onClick={props.onBack} variant="quiet">
        <FormattedMessage id="first-run.back" />
      </PlainButton>
    </div>
  )
}
