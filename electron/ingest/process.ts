import { withoutCore } from '../disk/without-core'
import { type FromParser, isToParser, type ToParser } from './messages'
import { serveFiles } from './serve-files'
import { withoutLateRejections } from './without-late-rejections'
import { withoutNetwork } from './without-network'

/**
 * The parser process: one untrusted input at a time, no key, no database, no network. Runs as Electron's
 * utilityProcess (messages over a port that main hands it) and under `child_process.fork` (the command line).
 */

/** The part of Electron's `process.parentPort` and `MessagePortMain` that we use; `electron` is not for this room. */
type Port = {
  on(event: 'message', listener: (event: { data: unknown; ports: readonly Port[] }) => void): void
  postMessage(message: FromParser): void
  start?(): void
}

function checked(receive: (message: ToParser) => void): (message: unknown) => void {
  return (message) => {
    if (isToParser(message)) receive(message)
  }
}

function listen(): void {
  const parent = (process as { parentPort?: Port }).parentPort
  if (parent === undefined) {
    process.on('message', checked(serveFiles((answer) => process.send?.(answer))))
    // Whoever started us is gone: nobody waits for an answer.
    process.on('disconnect', () => process.exit(0))
    return
  }
  parent.on('message', ({ ports: [port] }) => {
    if (port === undefined) return
    const receive = checked(serveFiles((answer) => port.postMessage(answer)))
    port.on('message', ({ data }) => receive(data))
    port.start?.()
  })
}

withoutCore()
withoutNetwork()
withoutLateRejections()
listen()
