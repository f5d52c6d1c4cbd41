import type { ImportedFile, ImportProgress } from '#contract/importing'
import type { FailureCode } from '#domain/failure'

/** One file's outcome with its place in the run, which is its identity: names may repeat. */
export type ReportedFile = ImportedFile & { readonly at: number }

/** A row of the list: why files were refused, once for all of them, or a file. */
export type OutcomeRow =
  | { readonly kind: 'reason'; readonly code: FailureCode; readonly files: number }
  | { readonly kind: 'file'; readonly file: ReportedFile }

/** What is listed of an import: everything, the refused first, or those alone. */
export type OutcomeFilter = 'all' | 'refused'

/** An import as far as it has come, or as it ended. */
export type ImportReport = Omit<ImportProgress, 'files' | 'finished'> & {
  readonly running: boolean
  readonly outcomes: Outcomes
  readonly counts: Readonly<Record<ImportedFile['outcome'], number>>
}

/**
 * What became of each file. It grows in place: a report of a hundred files must not copy the ten thousand before them. Whoever
 * draws it takes the length and asks for the rows that are in sight.
 */
export type Outcomes = {
  readonly count: (filter: OutcomeFilter) => number
  /** The row at `index`: the refused ones first, by their reasons, for those are what a person looks for. */
  readonly row: (index: number, filter: OutcomeFilter) => OutcomeRow | undefined
}

type GrowingOutcomes = Outcomes & { readonly add: (files: readonly ImportedFile[]) => void }

function createOutcomes(): GrowingOutcomes {
  /** By their reasons, in the order in which these came up: there are few, however many files there are. */
  const refused = new Map<FailureCode, ReportedFile[]>()
  const others: ReportedFile[] = []
  let at = 0
  let rowsOfRefused = 0

  function add(file: ImportedFile): void {
    at += 1
    if (file.outcome !== 'refused') {
      others.push({ ...file, at })
      return
    }
    const code = file.code ?? 'internal'
    const alike = refused.get(code)
    rowsOfRefused += alike === undefined ? 2 : 1
    if (alike === undefined) refused.set(code, [{ ...file, at }])
    else alike.push({ ...file, at })
  }

  function refusedRow(index: number): OutcomeRow | undefined {
    let from = index
    for (const [code, files] of refused) {
      if (from === 0) return { kind: 'reason', code, files: files.length }
      const file = files[from - 1]
      if (file !== undefined) return { kind: 'file', file }
      from -= files.length + 1
    }
    return undefined
  }

  return {
    add: (files) => {
      for (const file of files) add(file)
    },
    count: (filter) => (filter === 'refused' ? rowsOfRefused : rowsOfRefused + others.length),
    row: (index, filter) => {
      if (index < rowsOfRefused) return refusedRow(index)
      const file = filter === 'refused' ? undefined : others[index - rowsOfRefused]
      return file && { kind: 'file', file }
    },
  }
}

/** The report of the present or last import, for whoever draws it. */
export type ImportReports = {
  readonly current: () => ImportReport | null
  /** Returns what ends it. */
  readonly subscribe: (listener: () => void) => () => void
  readonly add: (progress: ImportProgress) => void
  /** Lets go of the report of an import that has ended. */
  readonly close: () => void
}

export function createImportReports(): ImportReports {
  const log = createImportLog()
  const listeners = new Set<() => void>()
  let report: ImportReport | null = null
  const put = (next: ImportReport | null) => {
    report = next
    for (const listener of listeners) listener()
  }
  return {
    current: () => report,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add: (progress) => put(log.add(progress)),
    close: () => {
      if (report?.running === false) put(null)
    },
  }
}

export type ImportLog = {
  /** Adds a progress report and returns what is known now. The first one after a finished run begins anew. */
  readonly add: (progress: ImportProgress) => ImportReport
}

/** Keeps what is told of imports, with constant work for each report whatever came before. */
export function createImportLog(): ImportLog {
  let outcomes = createOutcomes()
  let counts = NOTHING
  let running = false
  return {
    add: ({ files, finished, ...progress }) => {
      if (!running) {
        outcomes = createOutcomes()
        counts = NOTHING
      }
      outcomes.add(files)
      counts = counted(counts, files)
      running = !finished
      return { ...progress, running, outcomes, counts }
    },
  }
}

const NOTHING: ImportReport['counts'] = { imported: 0, 'new-capture': 0, 'already-there': 0, refused: 0 }

function counted(counts: ImportReport['counts'], files: readonly ImportedFile[]): ImportReport['counts'] {
  const now = { ...counts }
  for (const file of files) now[file.outcome] += 1
  return now
}

/** A file's own name out of the words it was given by, which may be a whole path of either kind. */
export function baseName(file: string): string {
  return file.split(/[\\/]/).findLast((part) => part !== '') ?? file
}

/**
 * How what a person wants to be an article of its own gets to be one: a capture by splitting, a file that was there already
 * by importing it again. Null for what is one already, and for a part of a file or a selection, which has no file.
 */
export function wayApart(
  file: ImportedFile,
): { readonly split: string } | { readonly importAgain: string } | null {
  if (file.outcome === 'new-capture' && file.captureId !== null) return { split: file.captureId }
  const hasPath = file.part === null && baseName(file.file) !== file.file
  return file.outcome === 'already-there' && hasPath ? { importAgain: file.file } : null
}
