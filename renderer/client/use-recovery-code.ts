import { useEffect, useState } from 'react'
import { client, settled } from './client'
import { useFailureSentence } from './failure'

/** A recovery code that opens nothing yet, drawn when the component comes; empty until then. */
export function useRecoveryCode(): { readonly code: string; readonly error: string | null } {
  const spoken = useFailureSentence()
  const [code, setCode] = useState('')
  const [error, setError] = useState<string | null>(null)
  useEffect(() => {
    let wanted = true
    void settled(client.vault['draw-recovery-code']()).then((answer) => {
      if (!wanted) return
      if (answer.ok) setCode(answer.value)
      else setError(spoken(answer.failure))
    })
    return () => {
      wanted = false
    }
  }, [spoken])
  return { code, error }
}
