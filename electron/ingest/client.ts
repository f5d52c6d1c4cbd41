import type { CaptureDraft } from '#domain/article/capture'
import { type FailureCode, failure } from '#domain/failure'
import { failed, type Result } from '#domain/result'
import { LIMITS } from './limits'
import { isParseAnswer, type ParseRequest } from './messages'

/** A parser process as its client sees it: `node-port.ts` on the command line, main's in the application. */
export type ParserPort = {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** `outOfMemory` when the one who started the process can tell; otherwise it is guessed from the code. */
  onExit(listener: (code: number, outOfMemory?: boolean) => void): void
  kill(): void
}

export type ParserOptions = {
  readonly spawn: () => ParserPort
  /** Largest input in bytes and longest time for one in milliseconds; `LIMITS` unless given. */
  readonly limits?: { readonly input: number; readonly parseTime: number }
  /** Milliseconds without work after which the process is ended. */
  readonly idleMs?: number
}

export type Parser = {
  /**
   * Reads one file. Inputs are parsed one at a time, in the order given; the next one already waits in the
   * process, so that it is never idle between two.
   *
   * Fails as `readBytes` does, and with `parser-timed-out`, `parser-out-of-memory` or `parser-crashed`; the files
   * after such a one go to a fresh process.
   */
  parse(bytes: Uint8Array, fileName: string): Promise<Result<CaptureDraft>>
  /** Ends the process. Inputs not answered yet fail with `cancelled`. */
  close(): void
}

type Job = {
  readonly request: ParseRequest
  readonly settle: (result: Result<CaptureDraft>) => void
}

const DEFAULT_IDLE = 20_000
/** One being parsed and one waiting behind it. */
const IN_FLIGHT = 2
/** 128 + SIGABRT, and SIGABRT itself: how V8 ends a process whose heap is full. */
const OUT_OF_MEMORY_CODES = [134, 6]

/** A client of one parser process at a time, started when there is work and ended when there is none. */
export function createParser(options: ParserOptions): Parser {
  const limits = options.limits ?? LIMITS
  const idleMs = options.idleMs ?? DEFAULT_IDLE
  const waiting: Job[] = []
  /** Posted to the process, the one being parsed first. */
  let posted: Job[] = []
  let port: ParserPort | null = null
  let timer: NodeJS.Timeout | undefined
  let lastId = 0
  let closed = false

  function parse(bytes: Uint8Array, fileName: string): Promise<Result<CaptureDraft>> {
    if (closed) return Promise.resolve(failed(failure('cancelled')))
    if (bytes.length > limits.input) {
      const detail = { file: fileName, found: bytes.length, limit: limits.input }
      return Promise.resolve(failed(failure('file-too-large', detail)))
    }
    lastId += 1
    const request = { id: lastId, bytes, fileName }
    return new Promise((settle) => {
      waiting.push({ request, settle })
      feed()
    })
  }

  function feed(): void {
    while (posted.length < IN_FLIGHT) {
      const job = waiting.shift()
      if (job === undefined) break
      port ??= start()
      posted.push(job)
      port.post(job.request)
      if (posted.length === 1) watch()
    }
    if (posted.length === 0 && port !== null) rest(port)
  }

  function start(): ParserPort {
    const started = options.spawn()
    started.onMessage((message) => {
      if (started === port) receive(message)
    })
    started.onExit((code, outOfMemory) => {
      if (started === port)
        lose((outOfMemory ?? OUT_OF_MEMORY_CODES.includes(code)) ? 'parser-out-of-memory' : 'parser-crashed')
    })
    return started
  }

  function receive(message: unknown): void {
    if (!isParseAnswer(message)) return
    const [job, ...later] = posted
    // An answer out of turn is no answer of ours.
    if (job === undefined || job.request.id !== message.id) return
    posted = later
    job.settle(message.result)
    watch()
    feed()
  }

  /** Starts the clock of the input that is now being parsed. */
  function watch(): void {
    clearTimeout(timer)
    if (posted.length > 0) timer = setTimeout(() => lose('parser-timed-out'), limits.parseTime)
  }

  function rest(resting: ParserPort): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (resting === port) drop()
    }, idleMs)
    // A process that only rests keeps nobody's event loop alive.
    timer.unref()
  }

  /** The process is of no more use: the input it was at fails, those behind it go to the next. */
  function lose(code: FailureCode): void {
    const [job, ...later] = posted
    posted = []
    waiting.unshift(...later)
    drop()
    const detail = { file: job?.request.fileName ?? '' }
    const seconds = Math.round(limits.parseTime / 1000)
    job?.settle(failed(failure(code, code === 'parser-timed-out' ? { ...detail, seconds } : detail)))
    feed()
  }

  function drop(): void {
    clearTimeout(timer)
    const dropped = port
    port = null
    dropped?.kill()
  }

  function close(): void {
    closed = true
    drop()
    for (const job of [...posted, ...waiting]) job.settle(failed(failure('cancelled')))
    posted = []
    waiting.length = 0
  }

  return { parse, close }
}
