import type { ParserPort } from '../../ingest/client'
import type { FromLibrary } from '../protocol'

/** The part of Electron's `MessagePortMain` that we use; `electron` is not for this room. */
export type MessagePort = {
  readonly on: {
    (event: 'message', listener: (event: { data: unknown }) => void): unknown
    (event: 'close', listener: () => void): unknown
  }
  readonly postMessage: (message: unknown) => void
  readonly start: () => void
  readonly close: () => void
}

/** One parser process that main forks for us: its port comes a moment after it was asked for. */
type Parser = {
  port: MessagePort | null
  readonly unsent: unknown[]
  onMessage: (message: unknown) => void
  onExit: (code: number) => void
}

export type MainParsers = {
  readonly spawn: () => ParserPort
  /** Main has forked the parser; this is the port to it. */
  readonly arrived: (parser: number, port: MessagePort) => void
  readonly exited: (parser: number, code: number) => void
}

/**
 * Parser processes by way of main, since only main may fork in Electron. What is posted before the port has come waits
 * for it; bytes and drafts then travel over the port and never through main.
 */
export function createMainParsers(tell: (message: FromLibrary) => void): MainParsers {
  const parsers = new Map<number, Parser>()
  let last = 0

  function spawn(): ParserPort {
    last += 1
    const id = last
    const parser: Parser = { port: null, unsent: [], onMessage: () => {}, onExit: () => {} }
    parsers.set(id, parser)
    tell({ kind: 'spawn-parser', parser: id })
    return {
      post: (message) => {
        if (parser.port === null) parser.unsent.push(message)
        else parser.port.postMessage(message)
      },
      onMessage: (listener) => {
        parser.onMessage = listener
      },
      onExit: (listener) => {
        parser.onExit = listener
      },
      kill: () => tell({ kind: 'kill-parser', parser: id }),
    }
  }

  function arrived(id: number, port: MessagePort): void {
    const parser = parsers.get(id)
    if (parser === undefined) return
    parser.port = port
    port.on('message', (event) => parser.onMessage(event.data))
    port.start()
    for (const message of parser.unsent.splice(0)) port.postMessage(message)
  }

  function exited(id: number, code: number): void {
    const parser = parsers.get(id)
    parsers.delete(id)
    parser?.port?.close()
    parser?.onExit(code)
  }

  return { spawn, arrived, exited }
}
