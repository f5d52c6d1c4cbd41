import { useEffect, useRef } from 'react'
import { client, settled } from '../../client/client'
import { useCommand } from '../../client/commands'
import { type Carried, carriedBy } from './carried'

/** How long a paste that was asked for may take to arrive: ms. Later ones are the person's own. */
const WAIT = 2_000

/**
 * Imports what is on the clipboard when asked to. The page itself may not read the clipboard at will: it asks the shell to paste,
 * and takes that one paste before any field does.
 */
export function useClipboardImport(onCarried: (carried: Carried | null) => void): void {
  const latest = useRef(onCarried)
  latest.current = onCarried
  const askedAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (performance.now() - askedAt.current > WAIT) return
      askedAt.current = Number.NEGATIVE_INFINITY
      event.preventDefault()
      event.stopPropagation()
      const { clipboardData } = event
      latest.current(clipboardData === null ? null : carriedBy(clipboardData, client.pathOf))
    }
    document.addEventListener('paste', onPaste, true)
    return () => document.removeEventListener('paste', onPaste, true)
  }, [])
  useCommand('import-clipboard', () => {
    askedAt.current = performance.now()
    void settled(client.shell.paste())
  })
}
