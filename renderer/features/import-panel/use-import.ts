import { useCallback, useState } from 'react'
import type { Answer } from '#contract/define'
import { client, settled } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import { useClientEvent } from '../../client/use-event'
import { useToast } from '../../ui/toast'
import { type ImportReport, withProgress } from './import-report'

export type Importing = {
  readonly report: ImportReport | null
  readonly close: () => void
  readonly choose: (kind: 'files' | 'folder') => void
  readonly samples: () => void
  readonly paths: (paths: readonly string[]) => void
  readonly cancel: () => void
}

/** Starts imports and keeps the report of the present or last one. */
export function useImport(): Importing {
  const toast = useToast()
  const spoken = useFailureSentence()
  const [report, setReport] = useState<ImportReport | null>(null)
  useClientEvent('importing:progress', (progress) => setReport((before) => withProgress(before, progress)))
  const run = useCallback(
    async (asked: Promise<Answer<unknown>>) => {
      const answer = await settled(asked)
      if (!answer.ok) toast({ text: spoken(answer.failure), tone: 'danger' })
    },
    [toast, spoken],
  )
  return {
    report,
    close: useCallback(() => setReport((before) => (before?.running ? before : null)), []),
    choose: useCallback((kind) => void run(client.importing.choose({ kind })), [run]),
    samples: useCallback(() => void run(client.importing.samples()), [run]),
    paths: useCallback((paths) => void run(client.importing.paths({ paths: [...paths] })), [run]),
    cancel: useCallback(() => void run(client.importing.cancel()), [run]),
  }
}
