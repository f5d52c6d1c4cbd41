import { useEffect, useState } from 'react'
import type { SpokenFailure } from '#contract/define'
import { client, settled } from './client'
import { useFailureSentence } from './failure'

/**
 * A recovery code that opens nothing yet, drawn once when the component comes; empty until then. Nothing may draw it anew,
 * not even another language of the window: it may be on paper by now.
 */
export function useRecoveryCode(): { readonly code: string; readonly error: string | null } {
  const spoken = useFailureSentence()
  const [code, setCode] = useState('')
  const [failure, setFailure] = useState<SpokenFailure | null>(null)
  useEffect(() => {
    let wanted = true
    void settled(client.vault['draw-recovery-code']()).then((answer) => {
      if (!wanted) return
      if (answer.ok) setCode(answer.value)
      else setFailure(answer.failure)
    })
    return () => {
      wanted = false
    }
  }, [])
  return { code, error: failure === null ? null : spoken(failure) }
}
