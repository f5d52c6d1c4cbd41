import { failed, ok } from '#domain/result'
import { draftOf } from './draft'
import { isParseRequest, type ParseAnswer, type ParseRequest } from './messages'
import { readBytes } from './read-bytes'
import { withoutNetwork } from './without-network'

/**
 * The parser process: one untrusted input at a time, no key, no database, no network. Runs as Electron's
 * utilityProcess (messages over a port that main hands it) and under `child_process.fork` (the command line).
 */

/** The part of Electron's `process.parentPort` and `MessagePortMain` that we use; `electron` is not for this room. */
type Port = {
  on(event: 'message', listener: (event: { data: unknown; ports: readonly Port[] }) => void): void
  postMessage(message: ParseAnswer): void
  start?(): void
}

/** A bug is not caught: the process ends, the client says so of this file and starts a fresh one for the next. */
function answerTo({ id, bytes, fileName }: ParseRequest): ParseAnswer {
  const reading = readBytes(bytes, fileName)
  return { id, result: reading.ok ? ok(draftOf(reading.value)) : failed(reading.failure) }
}

function serve(message: unknown, answer: (answer: ParseAnswer) => void): void {
  if (isParseRequest(message)) answer(answerTo(message))
}

function listen(): void {
  const parent = (process as { parentPort?: Port }).parentPort
  if (parent === undefined) {
    process.on('message', (message) => serve(message, (answer) => process.send?.(answer)))
    // Whoever started us is gone: nobody waits for an answer.
    process.on('disconnect', () => process.exit(0))
    return
  }
  parent.on('message', ({ ports: [port] }) => {
    if (port === undefined) return
    port.on('message', ({ data }) => serve(data, (answer) => port.postMessage(answer)))
    port.start?.()
  })
}

withoutNetwork()
listen()
