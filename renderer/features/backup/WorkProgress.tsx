import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { BackupProgress } from '#contract/backups'
import { useClientEvent } from '../../client/use-event'
import { Progress } from '../../ui/Progress'
import styles from './backup.module.css'

/** How far a backup or a restoring is: its step in words, and the share of it that is done. */
export function WorkProgress({ label }: { readonly label: string }) {
  const intl = useIntl()
  const [progress, setProgress] = useState<BackupProgress | null>(null)
  useClientEvent('backups:progress', setProgress)
  const step = intl.formatMessage({ id: `restore.step-${progress?.step ?? 'begin'}` })
  return (
    <div className={styles.progress}>
      <Progress label={label} max={progress?.total ?? 1} text={step} value={progress?.done ?? 0} />
      <p className={styles.hint} role="status">
        {step}
      </p>
    </div>
  )
}
