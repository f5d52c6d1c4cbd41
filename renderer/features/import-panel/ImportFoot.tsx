import { useSyncExternalStore } from 'react'
import { ImportPanel, type ImportPanelProps } from './ImportPanel'
import { UnfinishedImport } from './UnfinishedImport'
import type { Importing } from './use-import'

/**
 * The foot of the library: the present or last import, or the offer to go on with one. It alone is drawn anew with each report of a
 * running import.
 */
export function ImportFoot(props: Omit<ImportPanelProps, 'report'> & { readonly importing: Importing }) {
  const { reports, forget, resume } = props.importing
  const report = useSyncExternalStore(reports.subscribe, reports.current)
  return report === null ? (
    <UnfinishedImport onForget={forget} onResume={resume} />
  ) : (
    <ImportPanel {...props} report={report} />
  )
}
