import { useCallback, useMemo, useState } from 'react'

export const DIALOGS = [
  'settings',
  'vault-keys',
  'keys',
  'about',
  'journal',
  'check',
  'go-to',
  'back-up',
  'restore',
] as const
export type DialogName = (typeof DIALOGS)[number]

export type DialogState = {
  readonly open: DialogName | null
  readonly show: (name: DialogName) => void
  /** The `onOpenChange` of one dialog. */
  readonly onOpenChange: (name: DialogName) => (open: boolean) => void
}

/** At most one of the room's dialogs is open: showing another one closes it. */
export function useDialogs(): DialogState {
  const [open, setOpen] = useState<DialogName | null>(null)
  const onOpenChange = useCallback(
    (name: DialogName) => (wanted: boolean) =>
      setOpen((before) => (wanted ? name : before === name ? null : before)),
    [],
  )
  return useMemo(() => ({ open, show: setOpen, onOpenChange }), [open, onOpenChange])
}
