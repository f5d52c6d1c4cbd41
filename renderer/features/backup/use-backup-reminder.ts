import { useEffect, useRef } from 'react'
import { useIntl } from 'react-intl'
import { client, settled } from '../../client/client'
import { useSurroundings } from '../../client/settings'
import { useToast } from '../../ui/toast'
import { daysSince, isDue } from './due'

/** Says once after unlocking that a backup is due, and offers one; then it is quiet until the next time. */
export function useBackupReminder(onBackUp: () => void): void {
  const intl = useIntl()
  const toast = useToast()
  const { settings } = useSurroundings()
  const atUnlock = useRef({ intl, toast, onBackUp, reminder: settings.backupReminder })
  useEffect(() => {
    const { intl, toast, onBackUp, reminder } = atUnlock.current
    let wanted = true
    void settled(client.backups.state()).then((answer) => {
      if (!wanted || !answer.ok || !isDue(reminder, answer.value, new Date())) return
      const { lastAt } = answer.value
      const days = lastAt === null ? null : daysSince(lastAt, new Date())
      toast({
        topic: 'backup',
        text:
          days === null
            ? intl.formatMessage({ id: 'backup.due-first' })
            : intl.formatMessage({ id: 'backup.due' }, { days }),
        action: { label: intl.formatMessage({ id: 'backup.due-action' }), onAction: onBackUp },
      })
    })
    return () => {
      wanted = false
    }
  }, [])
}
