import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron'
import type { BackupProgress } from '#contract/backups'
import type { RenewalProgress } from '#contract/keys'
import type { SalvageProgress } from '#contract/salvaging'
import type { VerifyProgress } from '#contract/verifying'
import { failure } from '#domain/failure'
import { failed, type Result } from '#domain/result'
import { heapFlags } from '../ingest/heap-flags'
import type { FromLibrary, LibraryRequests, ToLibrary } from '../library/protocol'

/** How long a lock waits for the database to be written back before it ends the process all the same: ms. */
const CLOSE_GRACE = 1000

/** How long a process that was told to end may take before it is killed: ms. */
const KILL_AFTER = 300

export type LibraryHost = {
  /** Sends a request; starts the library process when there is none. */
  readonly request: <C extends keyof LibraryRequests>(
    channel: C,
    input: LibraryRequests[C]['input'],
  ) => Promise<Result<LibraryRequests[C]['output']>>
  /** Passes a request of the contract on, as it is. */
  readonly forward: (channel: string, input: unknown) => Promise<Result<unknown>>
  /** Gives the library a port to the page; starts the library process when there is none. */
  readonly connect: (port: MessagePortMain) => void
  /** Tells the library the window's language, in which it words what it answers. */
  readonly tellLocale: () => void
  readonly isRunning: () => boolean
  /** Ends the library process and every parser. Resolves when they are gone. */
  readonly end: () => Promise<void>
}

type HostOptions = {
  readonly libraryEntry: string
  readonly parserEntry: string
  readonly onBackupProgress: (progress: BackupProgress) => void
  readonly onVerifyProgress: (progress: VerifyProgress) => void
  readonly onSalvageProgress: (progress: SalvageProgress) => void
  readonly onRenewalProgress: (progress: RenewalProgress) => void
  /** The window's language. */
  readonly locale: () => 'en' | 'ko'
  /** The library process is gone although nobody asked for it: its key is gone with it. */
  readonly onLost: () => void
  readonly onBug: (channel: string, code: string) => void
}

/** Keeps the library process and the parser processes that it asks for; holds no key and no content. */
export function createLibraryHost(options: HostOptions): LibraryHost {
  let child: UtilityProcess | null = null
  let lastId = 0
  const waiting = new Map<number, (result: Result<unknown>) => void>()
  const parsers = new Map<number, UtilityProcess>()

  function start(): UtilityProcess {
    const started = utilityProcess.fork(options.libraryEntry, [], {
      serviceName: 'colophon-library',
      // What Node says of a process that dies of a bug may quote what it stumbled over.
      stdio: 'ignore',
    })
    started.on('message', (message: FromLibrary) => receive(started, message))
    started.once('exit', () => lost(started))
    child = started
    tellLocale()
    return started
  }

  function tellLocale(): void {
    child?.postMessage({ kind: 'locale', locale: options.locale() } satisfies ToLibrary)
  }

  function connect(port: MessagePortMain): void {
    const target = child ?? start()
    target.postMessage({ kind: 'page-port' } satisfies ToLibrary, [port])
  }

  function lost(gone: UtilityProcess): void {
    for (const parser of parsers.values()) parser.kill()
    parsers.clear()
    for (const settle of waiting.values()) settle(failed(failure('vault-locked')))
    waiting.clear()
    if (child !== gone) return
    child = null
    options.onLost()
  }

  function receive(from: UtilityProcess, message: FromLibrary): void {
    switch (message.kind) {
      case 'answer':
        waiting.get(message.id)?.(message.result)
        waiting.delete(message.id)
        return
      case 'backup-progress':
        options.onBackupProgress(message.progress)
        return
      case 'verify-progress':
        options.onVerifyProgress(message.progress)
        return
      case 'salvage-progress':
        options.onSalvageProgress(message.progress)
        return
      case 'renewal-progress':
        options.onRenewalProgress(message.progress)
        return
      case 'bug':
        options.onBug(message.channel, message.code)
        return
      case 'spawn-parser':
        spawnParser(from, message.parser)
        return
      case 'kill-parser':
        parsers.get(message.parser)?.kill()
        return
    }
  }

  function spawnParser(library: UtilityProcess, id: number): void {
    const parser = utilityProcess.fork(options.parserEntry, [], {
      serviceName: 'colophon-parser',
      execArgv: heapFlags(),
      stdio: 'ignore',
      env: {},
    })
    const { port1, port2 } = new MessageChannelMain()
    parsers.set(id, parser)
    parser.once('exit', (code) => {
      parsers.delete(id)
      tell(library, { kind: 'parser-exit', parser: id, code })
    })
    parser.postMessage({ kind: 'port' }, [port1])
    library.postMessage({ kind: 'parser-port', parser: id } satisfies ToLibrary, [port2])
  }

  function tell(library: UtilityProcess, message: ToLibrary): void {
    if (library.pid !== undefined) library.postMessage(message)
  }

  function forward(channel: string, input: unknown): Promise<Result<unknown>> {
    const target = child ?? start()
    lastId += 1
    const id = lastId
    return new Promise((resolve) => {
      waiting.set(id, resolve)
      target.postMessage({ kind: 'request', id, channel, input } satisfies ToLibrary)
    })
  }

  async function end(): Promise<void> {
    const ending = child
    if (ending === null) return
    const closed = forward('vault:close', null)
    child = null
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, CLOSE_GRACE))])
    await Promise.all([ending, ...parsers.values()].map(killed))
  }

  return {
    request: (channel, input) =>
      forward(channel, input) as Promise<Result<LibraryRequests[typeof channel]['output']>>,
    forward,
    connect,
    tellLocale,
    isRunning: () => child !== null,
    end,
  }
}

/** Ends a process, and does not take no for an answer. Resolves when it is gone. */
function killed(ending: UtilityProcess): Promise<void> {
  const { pid } = ending
  if (pid === undefined) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(() => process.kill(pid, 'SIGKILL'), KILL_AFTER)
    ending.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
    ending.kill()
  })
}
