import { FormattedMessage } from 'react-intl'
import { Icon } from '../../ui/icons'
import { PlainButton } from '../../ui/PlainButton'
import styles from './not-as-saved.module.css'

/** Over an article that something altered behind our back: it is shown, and not passed off as what was saved. */
export function NotAsSaved({ onCheck }: { readonly onCheck: () => void }) {
  return (
    <div className={styles.warning} role="alert">
      <Icon name="warning" />
      <p className={styles.words}>
        <FormattedMessage id="article.notAsSaved" />
      </p>
      <PlainButton onClick={onCheck}>
        <FormattedMessage id="article.checkLibrary" />
      </PlainButton>
    </div>
  )
}
