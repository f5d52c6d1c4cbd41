import { type ReactNode, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { useRecoveryCode } from '../../client/use-recovery-code'
import { PlainButton } from '../../ui/PlainButton'
import { RecoveryKit } from '../../ui/RecoveryKit'
import { Confirm } from './Confirm'
import type { TaskProps } from './task-props'
import styles from './vault-keys.module.css'

/**
 * A new recovery kit that is on paper and was tested, or knowingly none; then the passphrase, and the work is done with both.
 */
export function KitThenConfirm(
  props: TaskProps & {
    /** What the last button says. */
    readonly confirmId: string
    /** Returns what went wrong, as a sentence; null when it is done. */
    readonly onConfirm: (secrets: {
      passphrase: string
      recoveryCode: string | null
    }) => Promise<string | null>
    /** Stands in the place of the confirmation while the work is being done. */
    readonly working?: ReactNode
  },
) {
  const recovery = useRecoveryCode()
  /** What is confirmed: the tested code, or null for none; undefined while it is not decided. */
  const [decided, setDecided] = useState<string | null | undefined>()
  if (decided !== undefined) {
    return (
      <Confirm
        {...props}
        messageId={decided === null ? 'vault-keys.confirm-without' : 'vault-keys.confirm-with'}
        onBack={() => setDecided(undefined)}
        onConfirm={(passphrase) => props.onConfirm({ passphrase, recoveryCode: decided })}
      />
    )
  }
  return (
    <div className={styles.form}>
      <RecoveryKit
        code={recovery.code}
        error={recovery.error}
        finish={<FormattedMessage id="vault-keys.go-on" />}
        isBusy={false}
        libraryName={props.libraryName}
        onTested={() => setDecided(recovery.code)}
      >
        <PlainButton onClick={() => setDecided(null)} variant="quiet">
          <FormattedMessage id="vault-keys.without" />
        </PlainButton>
      </RecoveryKit>
      <div className={styles.actions}>
        <PlainButton icon="chevron-left" onClick={props.onBack}>
          <FormattedMessage id="vault-keys.back" />
        </PlainButton>
      </div>
    </div>
  )
}
