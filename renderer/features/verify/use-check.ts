import { useCallback, useEffect, useState } from 'react'
import type { VerifyProgress, VerifyReport } from '#contract/verifying'
import { client, settled } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import { useClientEvent } from '../../client/use-event'

export type CheckState =
  | { readonly step: 'ready'; readonly error: string | null }
  | { readonly step: 'running'; readonly progress: VerifyProgress | null }
  | { readonly step: 'done'; readonly report: VerifyReport }

export type Check = { readonly state: CheckState; readonly start: () => void; readonly cancel: () => void }

/** A check of the library; it ends when the dialog does. */
export function useCheck(isOpen: boolean): Check {
  const spoken = useFailureSentence()
  const [state, setState] = useState<CheckState>({ step: 'ready', error: null })
  useClientEvent('verifying:progress', (progress) =>
    setState((before) => (before.step === 'running' ? { ...before, progress } : before)),
  )
  useEffect(() => {
    if (!isOpen) return
    setState({ step: 'ready', error: null })
    return () => void settled(client.verifying.cancel())
  }, [isOpen])
  const start = useCallback(async () => {
    setState({ step: 'running', progress: null })
    const answer = await settled(client.verifying.check())
    if (answer.ok) setState({ step: 'done', report: answer.value })
    else {
      const isCancelled = answer.failure.code === 'cancelled'
      setState({ step: 'ready', error: isCancelled ? null : spoken(answer.failure) })
    }
  }, [spoken])
  const cancel = useCallback(() => void settled(client.verifying.cancel()), [])
  return { state, start: () => void start(), cancel }
}
