import { useState } from 'react'
import { useIntl } from 'react-intl'
import { Dialog } from '../../ui/Dialog'
import { ChangePassphrase } from './ChangePassphrase'
import { Overview, type Task } from './Overview'
import { RenewKeys } from './RenewKeys'
import { ReplaceCode } from './ReplaceCode'

export type VaultKeysDialogProps = {
  readonly isOpen: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly libraryName: string
}

/** The ways into the library: its passphrase, its recovery code, and the keys behind both. */
export function VaultKeysDialog({ isOpen, onOpenChange, libraryName }: VaultKeysDialogProps) {
  const intl = useIntl()
  const [task, setTask] = useState<Task | null>(null)
  const [isBusy, setBusy] = useState(false)
  const change = (open: boolean) => {
    if (!open) setTask(null)
    onOpenChange(open)
  }
  const of = { libraryName, isBusy, onBusy: setBusy, onBack: () => setTask(null) }
  return (
    <Dialog
      isOpen={isOpen}
      isStubborn={isBusy}
      onOpenChange={change}
      title={intl.formatMessage({ id: task === null ? 'vault-keys.title' : `vault-keys.${task}-title` })}
    >
      {task === null ? <Overview onChoose={setTask} /> : null}
      {task === 'passphrase' ? <ChangePassphrase {...of} /> : null}
      {task === 'code' ? <ReplaceCode {...of} /> : null}
      {task === 'renew' ? <RenewKeys {...of} /> : null}
    </Dialog>
  )
}
