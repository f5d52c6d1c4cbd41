import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { client } from '../../client/client'
import { useQuery } from '../../client/use-query'
import { Button } from '../../ui/Button'
import styles from './import-panel.module.css'

/** Tells, after an unlock, of an import that a lock or a crash has ended, and offers to go on. */
export function UnfinishedImport(props: { readonly onResume: () => void; readonly onForget: () => void }) {
  const intl = useIntl()
  const [isAnswered, setAnswered] = useState(false)
  const [left] = useQuery('unfinished', () => client.importing.unfinished())
  if (isAnswered || left.state !== 'ready' || left.value === null) return null
  const answer = (act: () => void) => () => {
    setAnswered(true)
    act()
  }
  return (
    <section aria-label={intl.formatMessage({ id: 'import-panel.label' })} className={styles.panel}>
      <h2 className={styles.title}>
        <FormattedMessage id="import-panel.unfinished" />
      </h2>
      <p className={styles.what}>
        <FormattedMessage id="import-panel.unfinished-what" />
      </p>
      <div className={styles.actions}>
        <Button onPress={answer(props.onResume)} size="small" variant="primary">
          <FormattedMessage id="import-panel.resume-unfinished" />
        </Button>
        <Button onPress={answer(props.onForget)} size="small">
          <FormattedMessage id="import-panel.forget" />
        </Button>
      </div>
    </section>
  )
}
