import { FormattedMessage, useIntl } from 'react-intl'
import { client } from '../../client/client'
import { useQuery } from '../../client/use-query'
import { Button } from '../../ui/Button'
import styles from './vault-keys.module.css'

export const TASKS = ['passphrase', 'code', 'renew'] as const
export type Task = (typeof TASKS)[number]

/** What can be done, and what each is for. */
export function Overview({ onChoose }: { readonly onChoose: (task: Task) => void }) {
  const intl = useIntl()
  const [facts] = useQuery('keys', () => client.keys.facts())
  const hasCode = facts.state !== 'ready' || facts.value.hasRecoveryCode
  const codeWords = hasCode ? 'vault-keys.code-what' : 'vault-keys.code-none'
  return (
    <ul className={styles.tasks}>
      {TASKS.map((task) => (
        <li className={styles.task} key={task}>
          <div>
            <h3 className={styles.heading}>
              <FormattedMessage id={`vault-keys.${task}-title`} />
            </h3>
            <p className={styles.what}>
              {intl.formatMessage({ id: task === 'code' ? codeWords : `vault-keys.${task}-what` })}
            </p>
          </div>
          <Button onPress={() => onChoose(task)}>
            <FormattedMessage id={`vault-keys.${task}-choose`} />
          </Button>
        </li>
      ))}
    </ul>
  )
}
