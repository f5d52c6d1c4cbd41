import { useEffect, useRef } from 'react'
import { client, settled } from './client'

/** Keeps something that is being typed; resolves when the library has it. */
type Keep = () => Promise<void> | void

const keepers = new Set<Keep>()

/** While the component lives, `keep` is called before a lock ends the page. */
export function useBeforeLock(keep: Keep): void {
  const latest = useRef(keep)
  latest.current = keep
  useEffect(() => {
    const entry = () => latest.current()
    keepers.add(entry)
    return () => {
      keepers.delete(entry)
    }
  }, [])
}

/**
 * Starts answering `vault:locking`; returns its own undo. Called once, by the shell.
 *
 * The focus leaves its field first: fields that are kept when one leaves them (a tag, a name) are kept by that.
 */
export function keepBeforeLock(): () => void {
  return client.subscribe('vault:locking', async () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    await Promise.allSettled([...keepers].map((keep) => keep()))
    await settled(client.shell['ready-to-lock']())
  })
}
