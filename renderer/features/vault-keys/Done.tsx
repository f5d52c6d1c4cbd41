import { FormattedMessage } from 'react-intl'
import { PlainButton } from '../../ui/PlainButton'
import styles from './vault-keys.module.css'

/** What was done, and the way back. */
export function Done({ messageId, onBack }: { readonly messageId: string; readonly onBack: () => void }) {
  return (
    <div className={styles.form}>
      <p role="status">
        <FormattedMessage id={messageId} />
      </p>
      <div className={styles.actions}>
        <PlainButton autoFocus onClick={onBack} variant="primary">
          <FormattedMessage id="vault-keys.done" />
        </PlainButton>
      </div>
    </div>
  )
}
