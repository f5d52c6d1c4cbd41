import { FormattedMessage, IntlProvider, useIntl } from 'react-intl'
import type { SpokenFailure } from '#contract/define'
import type { VaultStatus } from '#contract/vault'
import { useFailureSentence } from '../client/failure'
import { resolveLocale } from '../client/locale'
import { RescueForm } from '../features/verify/RescueForm'
import { PlainButton } from '../ui/PlainButton'
import { Wordmark } from '../ui/Wordmark'
import styles from './damaged-room.module.css'
import { LIBRARY_MESSAGES } from './library-messages'

export type DamagedRoomProps = {
  readonly name: string
  readonly failure: SpokenFailure
  readonly onBack: () => void
  readonly onStatus: (status: VaultStatus) => void
}

/** Where the lock screen leads when a library is too damaged to open. Its words come with the library's: it loads late. */
export function DamagedRoom(props: DamagedRoomProps) {
  const { locale } = useIntl()
  const messages = LIBRARY_MESSAGES[resolveLocale('system', locale)]
  return (
    <IntlProvider defaultLocale="en" locale={locale} messages={messages}>
      <Screen {...props} />
    </IntlProvider>
  )
}

function Screen({ name, failure, onBack, onStatus }: DamagedRoomProps) {
  const spoken = useFailureSentence()
  return (
    <main className={styles.screen}>
      <div className={styles.sheet}>
        <Wordmark />
        <h1 className={styles.name}>{name}</h1>
        <p className={styles.what} role="alert">
          {spoken(failure)}
        </p>
        <RescueForm libraryName={name} onStatus={onStatus} />
        <PlainButton onClick={onBack} variant="quiet" wide>
          <FormattedMessage id="verify.back" />
        </PlainButton>
      </div>
    </main>
  )
}
