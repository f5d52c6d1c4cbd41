import type { ImportedFile, ImportProgress } from '#contract/importing'

/** One file's outcome with its place in the run, which is its identity: names may repeat. */
export type ReportedFile = ImportedFile & { readonly at: number }

/** An import as far as it has come, or as it ended. */
export type ImportReport = {
  readonly done: number
  readonly total: number
  readonly running: boolean
  readonly cancelled: boolean
  readonly files: readonly ReportedFile[]
  readonly counts: Readonly<Record<ImportedFile['outcome'], number>>
}

const NOTHING: ImportReport['counts'] = { imported: 0, 'new-capture': 0, 'already-there': 0, refused: 0 }

/** Adds a progress report. The first one after a finished run begins a new report. */
export function withProgress(report: ImportReport | null, progress: ImportProgress): ImportReport {
  const before = report?.running ? report : null
  const known = before?.files ?? []
  const files = [...known, ...progress.files.map((file, index) => ({ ...file, at: known.length + index }))]
  const counts = { ...(before?.counts ?? NOTHING) }
  for (const file of progress.files) counts[file.outcome] += 1
  return {
    done: progress.done,
    total: progress.total,
    running: !progress.finished,
    cancelled: progress.cancelled,
    files,
    counts,
  }
}

/** The articles of the report, refused ones first: those are what a person looks for. */
export function refusedFirst(files: readonly ReportedFile[]): readonly ReportedFile[] {
  return [...files].sort((a, b) => Number(b.outcome === 'refused') - Number(a.outcome === 'refused'))
}

/** A file's own name out of the words it was given by, which may be a whole path of either kind. */
export function baseName(file: string): string {
  return file.split(/[\\/]/).findLast((part) => part !== '') ?? file
}
