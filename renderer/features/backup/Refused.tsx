import type { SpokenFailure } from '#contract/define'
import { useFailureSentence } from '../../client/failure'
import { Icon } from '../../ui/icons'
import styles from './backup.module.css'

/** Why something was not done; nothing at all when it was cancelled. */
export function Refused({ failure }: { readonly failure: SpokenFailure | null }) {
  const sentence = useFailureSentence()
  if (failure === null || failure.code === 'cancelled') return null
  return (
    <p className={styles.refused} role="alert">
      <Icon name="warning" />
      {sentence(failure)}
    </p>
  )
}
