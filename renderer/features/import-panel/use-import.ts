import { useCallback, useState } from 'react'
import { useIntl } from 'react-intl'
import type { Answer } from '#contract/define'
import type { ImportedFile } from '#contract/importing'
import { client, settled } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import { useClientEvent } from '../../client/use-event'
import { useToast } from '../../ui/toast'
import type { Carried } from './carried'
import { createImportReports, type ImportReports, wayApart } from './import-report'

export type Importing = {
  readonly reports: ImportReports
  readonly close: () => void
  readonly choose: (kind: 'files' | 'folder') => void
  readonly samples: () => void
  /** What was dropped or pasted; null says that there was nothing to import in it. */
  readonly carried: (carried: Carried | null) => void
  readonly cancel: () => void
  readonly pause: (paused: boolean) => void
  readonly retry: () => void
  readonly resume: () => void
  readonly forget: () => void
  readonly saveReport: () => void
  /** Makes what was taken for something known an article of its own. True when it is, or is on its way. */
  readonly setApart: (file: ImportedFile) => Promise<boolean>
}

/** Starts imports and keeps the reports of the present or last one, without drawing anything anew when one comes. */
export function useImport(): Importing {
  const intl = useIntl()
  const toast = useToast()
  const spoken = useFailureSentence()
  const [reports] = useState(createImportReports)
  useClientEvent('importing:progress', reports.add)
  const run = useCallback(
    async <T>(asked: Promise<Answer<T>>): Promise<T | null> => {
      const answer = await settled(asked)
      if (answer.ok) return answer.value
      toast({ text: spoken(answer.failure), tone: 'danger' })
      return null
    },
    [toast, spoken],
  )
  const { importing } = client
  return {
    reports,
    close: reports.close,
    choose: useCallback((kind) => void run(importing.choose({ kind })), [run]),
    samples: useCallback(() => void run(importing.samples()), [run]),
    carried: useCallback(
      (carried) => {
        if (carried === null) toast({ text: intl.formatMessage({ id: 'import-panel.nothing' }) })
        else if (carried.kind === 'files') void run(importing.paths({ paths: [...carried.paths] }))
        else void run(importing.text({ form: carried.form, text: carried.text }))
      },
      [run, intl, toast],
    ),
    cancel: useCallback(() => void run(importing.cancel()), [run]),
    pause: useCallback((paused) => void run(importing.pause({ paused })), [run]),
    retry: useCallback(() => void run(importing.retry()), [run]),
    resume: useCallback(() => void run(importing.resume()), [run]),
    forget: useCallback(() => void run(importing.forget()), [run]),
    saveReport: useCallback(async () => {
      const saved = await run(importing['save-report']())
      if (saved === null) return
      const text = intl.formatMessage({ id: 'import-panel.report-saved' }, { name: saved.name })
      toast({ text, tone: 'success' })
    }, [run, intl, toast]),
    setApart: useCallback(
      async (file) => {
        const way = wayApart(file)
        if (way === null) return false
        const apart =
          'split' in way
            ? run(client.captures.split({ captureIds: [way.split] }))
            : settled(importing.paths({ paths: [way.importAgain], apart: true })).then(
                (answer) => answer.ok || null,
              )
        return (await apart) !== null
      },
      [run],
    ),
  }
}
