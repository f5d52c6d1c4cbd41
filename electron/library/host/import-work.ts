import type { ImportedFile, ImportProgress } from '#contract/importing'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import type { Parser } from '../../ingest/client'
import { writeImportReport } from '../import-reporting'
import { type ImportOptions, importPaths, importText } from '../importing'
import type { Library } from '../library'
import type { LibraryRequests } from '../protocol'
import { type AskedImport, forgetImports, rememberImport, unfinishedImports } from '../unfinished-import'
import { createHold } from './hold'
import { type ProgressReports, reportProgress } from './progress'

type Channel = Extract<keyof LibraryRequests, `importing:${string}`>
type Opened = { readonly library: Library; readonly parser: Parser }

export type ImportWork = {
  readonly requests: {
    readonly [C in Channel]: (
      input: LibraryRequests[C]['input'],
    ) => Promise<Result<LibraryRequests[C]['output']>>
  }
  /** Waits until no import is under way, also for one that was paused: the library is about to be closed for a while. */
  readonly settled: () => Promise<void>
  /** Stops what is under way, which the next opening may go on with, and waits until nothing of it is left. */
  readonly end: () => Promise<void>
}

/** Importing as the library process does it: one import after the other, with progress, pause and cancel. */
export function createImportWork(options: {
  readonly opened: () => Opened | null
  readonly locale: () => 'en' | 'ko'
  readonly onProgress: (progress: ImportProgress) => void
  readonly onBug: (channel: string) => void
}): ImportWork {
  let stop = new AbortController()
  const hold = createHold()
  /** Files of a second drop follow those of the first. */
  let queue: Promise<void> = Promise.resolve()
  let progress: ProgressReports | null = null
  /** What became of the files of the present or last import. */
  let last: ImportedFile[] = []

  /** Puts an import into the queue. `work` is given what every import reports to. */
  function start(
    work: (from: Opened, options: ImportOptions) => Promise<unknown>,
    forget: (closing: boolean) => void,
  ): Result<null> {
    const from = options.opened()
    if (from === null) return failed(failure('vault-locked'))
    const { signal } = stop
    const run = async () => {
      const told = reportProgress(options.onProgress)
      progress = told
      last = []
      try {
        await work(from, {
          onFile: (file) => {
            last.push(file)
            told.article(file)
          },
          onFileDone: told.fileDone,
          onTotal: told.total,
          hold: hold.passed,
          locale: options.locale(),
          signal,
        })
        forget(signal.reason === CLOSING)
        told.finish(signal.aborted)
      } catch {
        // A bug in one import ends that import, not the ones that wait behind it, nor this process with the key.
        options.onBug('importing:paths')
        told.finish(true)
      }
      progress = null
    }
    queue = queue.then(run)
    return ok(null)
  }

  function startPaths(asked: AskedImport): Result<null> {
    const from = options.opened()
    if (from === null) return failed(failure('vault-locked'))
    const forget = rememberImport(from.library, asked)
    return start(
      ({ library, parser }, given) =>
        importPaths(library, parser, asked.paths, { ...given, apart: asked.apart }),
      (closing) => (closing ? undefined : forget()),
    )
  }

  function halt(reason?: typeof CLOSING): void {
    stop.abort(reason)
    hold.set(false)
    stop = new AbortController()
  }

  function pause(paused: boolean): void {
    hold.set(paused)
    progress?.pause(paused)
  }

  function withLibrary<T>(work: (library: Library) => T): Result<T> {
    const from = options.opened()
    return from === null ? failed(failure('vault-locked')) : ok(work(from.library))
  }

  return {
    settled: () => {
      pause(false)
      return queue
    },
    end: async () => {
      halt(CLOSING)
      await queue
    },
    requests: {
      'importing:paths': async ({ paths, apart = false }) => startPaths({ paths, apart }),
      'importing:text': async (input) =>
        start(
          ({ library, parser }, given) => importText(library, parser, input, given),
          () => undefined,
        ),
      'importing:cancel': async () => {
        halt()
        return ok(null)
      },
      'importing:pause': async ({ paused }) => {
        pause(paused)
        return ok(null)
      },
      'importing:retry': async () => {
        const refused = last.filter(({ outcome }) => outcome === 'refused').map(({ file }) => file)
        if (refused.length === 0) return ok(null)
        return startPaths({ paths: [...new Set(refused)], apart: false })
      },
      'importing:unfinished': async () => {
        // While one is under way it is not one that was left.
        if (progress !== null) return ok(null)
        return withLibrary((library) => {
          const left = unfinishedImports(library)
          return left.length === 0 ? null : { given: left.flatMap(({ paths }) => paths).length }
        })
      },
      'importing:resume': async () => {
        const left = withLibrary(unfinishedImports)
        if (!left.ok) return left
        withLibrary(forgetImports)
        for (const asked of left.value) startPaths(asked)
        return ok(null)
      },
      'importing:forget': async () => {
        const forgotten = withLibrary(forgetImports)
        return forgotten.ok ? ok(null) : forgotten
      },
      'importing:write-report': async (input) => {
        const from = options.opened()
        return from === null ? failed(failure('vault-locked')) : writeImportReport(from.library, last, input)
      },
    },
  }
}

/** Why an import is stopped when the library closes: it is not forgotten then. */
const CLOSING = Symbol('closing')
