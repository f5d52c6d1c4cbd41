import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { Icon, type IconName } from '../../ui/icons'
import { Wordmark } from '../../ui/Wordmark'
import { CreateForm } from './CreateForm'
import styles from './first-run.module.css'
import type { FirstRunProps, NewLibrary } from './first-run-props'
import { KitStep } from './KitStep'

/** What is promised, in plain words, and what is not (SECURITY.md): the last two are the ones to read. */
const PROMISES = [
  { id: 'encrypted', icon: 'lock' },
  { id: 'offline', icon: 'offline' },
  { id: 'no-back-door', icon: 'key' },
  { id: 'open-is-open', icon: 'eye' },
] as const satisfies readonly { id: string; icon: IconName }[]

/** A title page on one side, the making of a library on the other. */
export function FirstRun(props: FirstRunProps) {
  const [library, setLibrary] = useState<NewLibrary | null>(null)
  return (
    <main className={styles.screen}>
      <section className={styles.cover}>
        <Wordmark size="large" />
        <p className={styles.motto}>
          <FormattedMessage id="first-run.motto" />
        </p>
        <ul className={styles.promises}>
          {PROMISES.map(({ id, icon }) => (
            <li className={styles.promise} key={id}>
              <Icon name={icon} />
              <div>
                <h2 className={styles.heading}>
                  <FormattedMessage id={`first-run.${id}-title`} />
                </h2>
                <p className={styles.words}>
                  <FormattedMessage id={`first-run.${id}`} />
                </p>
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.making}>
        <CreateForm {...props} isHidden={library !== null} onReady={setLibrary} />
        {library === null ? null : <KitStep {...props} library={library} onBack={() => setLibrary(null)} />}
      </section>
    </main>
  )
}
