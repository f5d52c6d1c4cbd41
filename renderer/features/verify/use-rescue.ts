import { useCallback, useState } from 'react'
import type { SalvageProgress, SalvageReport } from '#contract/salvaging'
import { client, settled } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import { useClientEvent } from '../../client/use-event'

export type RescueState =
  | { readonly step: 'ready'; readonly error: string | null }
  | { readonly step: 'running'; readonly progress: SalvageProgress | null }
  | { readonly step: 'done'; readonly report: SalvageReport }

/** A rescue of the library that is chosen. */
export function useRescue(): { readonly state: RescueState; readonly start: (passphrase: string) => void } {
  const spoken = useFailureSentence()
  const [state, setState] = useState<RescueState>({ step: 'ready', error: null })
  useClientEvent('salvaging:progress', (progress) =>
    setState((before) => (before.step === 'running' ? { ...before, progress } : before)),
  )
  const start = useCallback(
    async (passphrase: string) => {
      setState({ step: 'running', progress: null })
      const answer = await settled(client.salvaging.salvage({ passphrase }))
      if (answer.ok) setState({ step: 'done', report: answer.value })
      else setState({ step: 'ready', error: spoken(answer.failure) })
    },
    [spoken],
  )
  return { state, start: (passphrase) => void start(passphrase) }
}
