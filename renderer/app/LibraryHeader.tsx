import { useIntl } from 'react-intl'
import type { ShellCommand } from '#contract/shell'
import { runCommand } from '../client/commands'
import { shortcutOf } from '../client/keys'
import { useSurroundings } from '../client/settings'
import type { Importing } from '../features/import-panel/use-import'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import type { IconName } from '../ui/icons'
import { Menu, type MenuEntry } from '../ui/Menu'
import styles from './library-header.module.css'

/** The library's name, which opens its menu, and the three things done most. */
export function LibraryHeader(props: {
  readonly name: string
  readonly importing: Importing
  readonly onClose: () => void
  /** Removes the open article; null when none is open. */
  readonly onRemove: (() => void) | null
}) {
  const intl = useIntl()
  const { platform } = useSurroundings()
  const entry = (command: ShellCommand, icon: IconName): MenuEntry => ({
    id: command,
    label: intl.formatMessage({ id: `keys.${command}` }),
    icon,
    shortcut: shortcutOf(command, platform),
    onAction: () => runCommand(command),
  })
  return (
    <header className={styles.header}>
      <div className={styles.name}>
        <Menu
          entries={[
            entry('import-files', 'import'),
            entry('import-folder', 'folder'),
            entry('import-clipboard', 'copy'),
            {
              id: 'samples',
              label: intl.formatMessage({ id: 'app.import-samples' }),
              icon: 'book',
              onAction: props.importing.samples,
            },
            'separator',
            entry('go-to-anything', 'search'),
            entry('journal', 'clock'),
            entry('check-library', 'check'),
            entry('settings', 'gear'),
            entry('keys', 'keyboard'),
            entry('about', 'info'),
            'separator',
            {
              id: 'remove',
              label: intl.formatMessage({ id: 'app.remove-article' }),
              icon: 'trash',
              isDisabled: props.onRemove === null,
              onAction: () => props.onRemove?.(),
            },
            entry('lock', 'lock'),
          ]}
          label={intl.formatMessage({ id: 'app.library-menu' })}
          placement="bottom start"
          trigger={
            <Button variant="quiet">
              <span className={styles.words}>{props.name}</span>
              <span className={styles.more} />
            </Button>
          }
        />
      </div>
      <IconButton
        icon="plus"
        label={intl.formatMessage({ id: 'keys.import-files' })}
        onPress={() => runCommand('import-files')}
        shortcut={shortcutOf('import-files', platform)}
      />
      <IconButton
        icon="lock"
        label={intl.formatMessage({ id: 'keys.lock' })}
        onPress={() => runCommand('lock')}
        shortcut={shortcutOf('lock', platform)}
      />
      <IconButton
        icon="panel-left"
        label={intl.formatMessage({ id: 'app.close-library' })}
        onPress={props.onClose}
        shortcut={shortcutOf('toggle-library', platform)}
      />
    </header>
  )
}
