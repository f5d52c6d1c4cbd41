import { useEffect } from 'react'
import { IntlProvider, useIntl } from 'react-intl'
import { listenForCommands } from '../client/commands'
import { resolveLocale } from '../client/locale'
import { useSurroundings } from '../client/settings'
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
  useEffect(() => {
    // Articles may be Korean in any window.
    void import('../ui/korean-fonts')
  }, [])
  return (
    <IntlProvider defaultLocale="en" locale={locale} messages={LIBRARY_MESSAGES[language]}>
      <ToastRegion>
        <Desk {...props} />
      </ToastRegion>
    </IntlProvider>
  )
}
