import { useEffect } from 'react'
import { IntlProvider, useIntl } from 'react-intl'
import { keepBeforeLock } from '../client/before-lock'
import { listenForCommands } from '../client/commands'
import { copyForAWhile } from '../client/copying'
import { resolveLocale } from '../client/locale'
import { useSurroundings } from '../client/settings'
import { PrivacyCover } from '../features/privacy-cover/PrivacyCover'
import { ToastRegion } from '../ui/ToastRegion'
import { Desk } from './Desk'
import { LIBRARY_MESSAGES } from './library-messages'
import type { LibraryRoomProps } from './library-room-props'

/** Everything behind the lock: with all messages, the toasts and the commands. It is gone when the vault locks. */
export function LibraryRoom(props: LibraryRoomProps) {
  const { locale } = useIntl()
  const language = resolveLocale('system', locale)
  const { platform } = useSurroundings()
  useEffect(() => listenForCommands(platform), [platform])
  useEffect(keepBeforeLock, [])
  useEffect(copyForAWhile, [])
  useEffect(() => {
    // Articles may be Korean in any window.
    void import('../ui/korean-fonts')
  }, [])
  return (
    <IntlProvider defaultLocale="en" locale={locale} messages={LIBRARY_MESSAGES[language]}>
      <ToastRegion>
        <Desk {...props} />
        <PrivacyCover />
      </ToastRegion>
    </IntlProvider>
  )
}
