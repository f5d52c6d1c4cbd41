import { useEffect, useState } from 'react'
import type { Strength } from '../ui/readiness'
import { client, settled } from './client'

/** Pause in typing before a passphrase is rated, in milliseconds. */
const PAUSE = 140

/** Rates a passphrase while it is typed; null while it is empty or not yet rated. */
export function useStrength(passphrase: string): Strength | null {
  const [rated, setRated] = useState<{ readonly of: string; readonly strength: Strength } | null>(null)
  useEffect(() => {
    if (passphrase === '') {
      setRated(null)
      return
    }
    let wanted = true
    const timer = setTimeout(async () => {
      const answer = await settled(client.vault['rate-passphrase']({ passphrase }))
      if (wanted && answer.ok) setRated({ of: passphrase, strength: answer.value })
    }, PAUSE)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [passphrase])
  if (rated === null) return null
  // What was typed since is not rated yet: show the last bar, but never call it enough.
  return rated.of === passphrase ? rated.strength : { ...rated.strength, enough: false }
}
