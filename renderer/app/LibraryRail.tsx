import { useIntl } from 'react-intl'
import { runCommand } from '../client/commands'
import { shortcutOf } from '../client/keys'
import { useSurroundings } from '../client/settings'
import { IconButton } from '../ui/IconButton'
import styles from './library-rail.module.css'

/** What stays of the library while its pane is closed. */
export function LibraryRail({ onOpen }: { readonly onOpen: () => void }) {
  const intl = useIntl()
  const { platform } = useSurroundings()
  return (
    <nav aria-label={intl.formatMessage({ id: 'app.library' })} className={styles.rail}>
      <IconButton
        icon="panel-left"
        label={intl.formatMessage({ id: 'app.open-library' })}
        onPress={onOpen}
        shortcut={shortcutOf('toggle-library', platform)}
      />
      <IconButton
        icon="search"
        label={intl.formatMessage({ id: 'keys.go-to-anything' })}
        onPress={() => runCommand('go-to-anything')}
        shortcut={shortcutOf('go-to-anything', platform)}
      />
      <span className={styles.gap} />
      <IconButton
        icon="gear"
        label={intl.formatMessage({ id: 'keys.settings' })}
        onPress={() => runCommand('settings')}
        shortcut={shortcutOf('settings', platform)}
      />
      <IconButton
        icon="lock"
        label={intl.formatMessage({ id: 'keys.lock' })}
        onPress={() => runCommand('lock')}
        shortcut={shortcutOf('lock', platform)}
      />
    </nav>
  )
}
