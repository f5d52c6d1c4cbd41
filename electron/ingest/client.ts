import type { CaptureDraft } from '#domain/article/capture'
import { type Failure, type FailureCode, failure } from '#domain/failure'
import { failed } from '#domain/result'
import { Arrivals } from './arrivals'
import { LIMITS, type ParserLimits } from './limits'
import type { FileInput, Member } from './member'
import { type FromParser, isFromParser, type ToParser, WINDOW } from './messages'

/** A parser process as its client sees it: `node-port.ts` on the command line, main's in the application. */
export type ParserPort = {
  post(message: ToParser): void
  onMessage(listener: (message: unknown) => void): void
  /** `outOfMemory` when the one who started the process can tell; otherwise it is guessed from the code. */
  onExit(listener: (code: number, outOfMemory?: boolean) => void): void
  kill(): void
}

export type ParserOptions = {
  readonly spawn: () => ParserPort
  /** `LIMITS` where they are not given. */
  readonly limits?: Partial<ParserLimits>
  /** Milliseconds without work after which the process is ended. */
  readonly idleMs?: number
}

export type Parser = {
  /**
   * Reads one file: its articles, in order, at least one. Files are parsed one at a time, in the order given, from the
   * call on; the next one already waits in the process, so that it is never idle between two. `signal` gives the file
   * up.
   *
   * An article fails as its reader says, and with `parser-timed-out`, `parser-out-of-memory` or `parser-crashed` when it ended
   * the process: what comes after it, in its file and behind it, goes to a fresh one.
   */
  parse(input: FileInput, signal?: AbortSignal): AsyncIterable<Member<CaptureDraft>>
  /** Ends the process. Files not answered yet fail with `cancelled`. */
  close(): void
}

type Job = {
  readonly id: number
  readonly input: FileInput
  readonly members: Arrivals<Member<CaptureDraft>>
  /** Called when the file has been answered: the signal of a long import must not keep it and its bytes. */
  leaveSignal: () => void
  /** Articles answered or lost; a fresh process passes over them. */
  done: number
  /** Articles that have come and were not taken yet. */
  untaken: number
  /** The article that the process is at, when the file holds several. */
  begun: string | null
  /** How long it has been worked on, milliseconds. */
  worked: number
  /** The files beside it that were handed over, each counted once however often it is asked for. */
  readonly handed: Set<string>
}

const DEFAULT_IDLE = 20_000
/** One being parsed and one waiting behind it. */
const IN_FLIGHT = 2
/** 128 + SIGABRT, and SIGABRT itself: how V8 ends a process whose heap is full. */
const OUT_OF_MEMORY_CODES = [134, 6]

/** A client of one parser process at a time, started when there is work and ended when there is none. */
export function createParser(options: ParserOptions): Parser {
  const limits: ParserLimits = { ...LIMITS, ...options.limits }
  const idleMs = options.idleMs ?? DEFAULT_IDLE
  const waiting: Job[] = []
  /** Posted to the process, the one being parsed first. */
  let posted: Job[] = []
  let port: ParserPort | null = null
  let timer: NodeJS.Timeout | undefined
  /** The file on which the process works, and since when; null while it waits. */
  let working: { readonly job: Job; readonly since: number } | null = null
  let lastId = 0
  let closed = false

  function parse(input: FileInput, signal?: AbortSignal): Arrivals<Member<CaptureDraft>> {
    lastId += 1
    const job: Job = {
      id: lastId,
      input,
      members: new Arrivals(() => taken(job)),
      leaveSignal: () => {},
      done: 0,
      untaken: 0,
      begun: null,
      worked: 0,
      handed: new Set(),
    }
    const found = input.bytes.length
    if (closed || signal?.aborted) refuse(job, failure('cancelled'))
    else if (found > limits.input) {
      refuse(job, failure('file-too-large', { file: input.fileName, found, limit: limits.input }))
    } else {
      const stop = () => giveUp(job)
      signal?.addEventListener('abort', stop, { once: true })
      // By hand: with the `signal` option Node forgets to, of two listeners of one signal, once garbage is collected.
      job.leaveSignal = () => signal?.removeEventListener('abort', stop)
      waiting.push(job)
      feed()
    }
    return job.members
  }

  function feed(): void {
    while (posted.length < IN_FLIGHT) {
      const job = waiting.shift()
      if (job === undefined) break
      port ??= start()
      posted.push(job)
      const { bytes, fileName, beside } = job.input
      port.post({
        kind: 'file',
        id: job.id,
        skip: job.done,
        bytes,
        fileName,
        hasBeside: beside !== undefined,
      })
      if (posted.length === 1) watch()
    }
    if (posted.length === 0 && port !== null) rest(port)
  }

  function start(): ParserPort {
    const started = options.spawn()
    started.onMessage((message) => {
      if (started === port && isFromParser(message)) receive(message)
    })
    started.onExit((code, outOfMemory) => {
      if (started === port)
        lose((outOfMemory ?? OUT_OF_MEMORY_CODES.includes(code)) ? 'parser-out-of-memory' : 'parser-crashed')
    })
    return started
  }

  function receive(message: FromParser): void {
    const [job] = posted
    // An answer out of turn is no answer of ours.
    if (job === undefined || job.id !== message.id) return
    // Its clock goes on but for what it had not been given: one that asks without end is killed like one that reads without end.
    if (message.kind === 'asked') return void hand(job, message.paths)
    if (message.kind === 'begun') job.begun = message.part
    if (message.kind === 'member') {
      job.begun = null
      job.done += 1
      job.untaken += 1
      job.members.push(message.member)
    }
    const isLast = message.kind === 'end' || (message.kind === 'member' && message.last)
    if (isLast) posted = posted.filter((other) => other !== job)
    watch()
    if (!isLast) return
    end(job)
    feed()
  }

  async function hand(job: Job, paths: readonly string[]): Promise<void> {
    const asking = port
    const files = (await job.input.beside?.(paths)) ?? paths.map(() => null)
    if (asking !== port || posted[0] !== job) return
    const before = job.handed.size
    for (const [index, path] of paths.entries()) if (files[index]) job.handed.add(path)
    if (job.handed.size > before) watch()
    asking?.post({ kind: 'given', id: job.id, files })
  }

  /** How long a file with all its articles may be worked on, milliseconds. */
  function timeFor(job: Job): number {
    return limits.fileTime + job.handed.size * limits.besideTime
  }

  function taken(job: Job): void {
    job.untaken -= 1
    if (!posted.includes(job)) return
    port?.post({ kind: 'taken', id: job.id })
    if (job.untaken === WINDOW - 1) watch()
  }

  /** Starts the clock of the article that is now being parsed; it stands while the process waits for us. */
  function watch(): void {
    stopClock()
    const [job] = posted
    if (job === undefined || job.untaken >= WINDOW) return
    working = { job, since: performance.now() }
    timer = setTimeout(() => lose('parser-timed-out'), Math.min(limits.parseTime, timeFor(job) - job.worked))
  }

  function stopClock(): void {
    clearTimeout(timer)
    if (working !== null) working.job.worked += performance.now() - working.since
    working = null
  }

  function rest(resting: ParserPort): void {
    stopClock()
    timer = setTimeout(() => {
      if (resting === port) drop()
    }, idleMs)
    // A process that only rests keeps nobody's event loop alive.
    timer.unref()
  }

  /** The process is of no more use: what it was at fails, and what is behind that goes to the next. */
  function lose(code: FailureCode): void {
    const [job, ...later] = posted
    posted = []
    waiting.unshift(...later)
    drop()
    if (job !== undefined) goOnAfter(job, lostFailure(code, job))
    feed()
  }

  function lostFailure(code: FailureCode, job: Job): Failure {
    const file = job.input.fileName
    const seconds = Math.round((isOverTime(job) ? timeFor(job) : limits.parseTime) / 1000)
    return failure(code, code === 'parser-timed-out' ? { file, seconds } : { file })
  }

  function isOverTime(job: Job): boolean {
    return job.worked >= timeFor(job)
  }

  /**
   * The other articles of a file are asked for again; a file that ends the process by itself, or that has had its time, has
   * none.
   */
  function goOnAfter(job: Job, problem: Failure): void {
    if (job.begun === null || isOverTime(job)) {
      refuse(job, problem)
      return
    }
    job.untaken += 1
    job.members.push({ part: job.begun, original: null, result: failed(problem) })
    job.begun = null
    job.done += 1
    waiting.unshift(job)
  }

  function refuse(job: Job, problem: Failure): void {
    job.members.push({ part: null, original: null, result: failed(problem) })
    end(job)
  }

  function end(job: Job): void {
    job.members.end()
    job.leaveSignal()
  }

  function giveUp(job: Job): void {
    const at = waiting.indexOf(job)
    if (at >= 0) waiting.splice(at, 1)
    else if (!posted.includes(job)) return
    refuse(job, failure('cancelled'))
    if (at >= 0) return
    waiting.unshift(...posted.filter((other) => other !== job))
    posted = []
    drop()
    feed()
  }

  function drop(): void {
    stopClock()
    const dropped = port
    port = null
    dropped?.kill()
  }

  function close(): void {
    closed = true
    drop()
    for (const job of [...posted, ...waiting]) refuse(job, failure('cancelled'))
    posted = []
    waiting.length = 0
  }

  return { parse, close }
}
