import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { RenewalProgress as Progressed } from '#contract/keys'
import { client, settled } from '../../client/client'
import { useClientEvent } from '../../client/use-event'
import { PlainButton } from '../../ui/PlainButton'
import { Progress } from '../../ui/Progress'
import styles from './vault-keys.module.css'

/** How far the renewal has come, and a way to stop it: until the new keys are taken up nothing has changed. */
export function RenewalProgress() {
  const intl = useIntl()
  const [{ done, total }, setProgress] = useState<Progressed>({ done: 0, total: 0 })
  const [stopping, setStopping] = useState(false)
  useClientEvent('keys:progress', setProgress)
  const stop = () => {
    setStopping(true)
    void settled(client.keys.cancel())
  }
  const percent = total === 0 ? 0 : Math.floor((done / total) * 100)
  return (
    <div aria-busy className={styles.form}>
      <p className={styles.what}>
        <FormattedMessage id="vault-keys.renewing" />
      </p>
      <Progress
        label={intl.formatMessage({ id: 'vault-keys.renewing-label' })}
        max={100}
        text={intl.formatMessage({ id: 'vault-keys.percent' }, { percent })}
        value={percent}
      />
      <div className={styles.actions}>
        <PlainButton aria-disabled={stopping} onClick={stop}>
          <FormattedMessage id={stopping ? 'vault-keys.stopping' : 'vault-keys.stop'} />
        </PlainButton>
      </div>
    </div>
  )
}
