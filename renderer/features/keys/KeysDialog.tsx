import { FormattedMessage, useIntl } from 'react-intl'
import { KEY_BINDINGS, KEY_GROUPS, keyLabel } from '../../client/keys'
import { useSurroundings } from '../../client/settings'
import { Dialog } from '../../ui/Dialog'
import { Kbd } from '../../ui/Kbd'
import styles from './keys.module.css'

/** Chords that only differ by the keyboard's layout (`=` for `+`) are not worth a second line. */
const UNSHOWN: readonly string[] = ['=', 'Mod+=', 'Mod++', 'Mod+-', 'Mod+0']

export type KeysDialogProps = {
  readonly isOpen: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** All keys, by where they are used. */
export function KeysDialog(props: KeysDialogProps) {
  const intl = useIntl()
  const { platform } = useSurroundings()
  return (
    <Dialog {...props} size="large" title={intl.formatMessage({ id: 'keys.title' })}>
      <div className={styles.groups}>
        {KEY_GROUPS.map((group) => (
          <section className={styles.group} key={group}>
            <h3 className={styles.heading}>
              <FormattedMessage id={`keys.group-${group}`} />
            </h3>
            <dl>
              {KEY_BINDINGS.filter((binding) => binding.group === group && binding.chords.length > 0).map(
                (binding) => (
                  <div className={styles.binding} key={binding.command}>
                    <dt>
                      <FormattedMessage id={`keys.${binding.command}`} />
                    </dt>
                    <dd className={styles.chords}>
                      {binding.chords
                        .filter((chord) => !UNSHOWN.includes(chord))
                        .map((chord) => (
                          <Kbd key={chord} keys={keyLabel(chord, platform)} />
                        ))}
                    </dd>
                  </div>
                ),
              )}
              {group === 'marking' ? <Unbound keys={['1', '8']} messageId="keys.colours" /> : null}
              {group === 'library' ? <Unbound keys={['Del']} messageId="keys.remove" /> : null}
              {group === 'anywhere' ? <Unbound keys={['Esc']} messageId="keys.escape" /> : null}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

/** Keys that are no command of their own; two keys stand for all between them. */
function Unbound({ keys, messageId }: { readonly keys: readonly string[]; readonly messageId: string }) {
  return (
    <div className={styles.binding}>
      <dt>
        <FormattedMessage id={messageId} />
      </dt>
      <dd className={styles.chords}>
        {keys.map((key, at) => (
          <span className={styles.span} key={key}>
            {at > 0 ? '–' : null}
            <Kbd keys={key} />
          </span>
        ))}
      </dd>
    </div>
  )
}
