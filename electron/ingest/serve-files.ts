import { failed, ok } from '#domain/result'
import { draftOf } from './draft'
import type { Beside, FoundMember } from './member'
import { type FromParser, MOST_ASKED, type ToParser, WINDOW } from './messages'
import { withPictureFacts } from './pictures/own-data'
import { findMembers } from './read-file'

type FileRequest = ToParser & { readonly kind: 'file' }

/**
 * The parser's side of the conversation: reads the files that are handed to the returned function, one after the other,
 * and answers with each of their articles. A bug is not caught: the process ends, and its client says so of this article
 * and starts a fresh process for the next.
 */
export function serveFiles(answer: (message: FromParser) => void): (message: ToParser) => void {
  let queue = Promise.resolve()
  /** The file being read, how many of its articles are on their way, and what waits for one to be taken. */
  let current = 0
  let sent = 0
  let goOn = () => {}
  /** Takes the files that were asked for. */
  let given: (files: readonly (Uint8Array | null)[]) => void = () => {}

  async function serve(request: FileRequest): Promise<void> {
    const { id } = request
    current = id
    sent = 0
    let position = 0
    const { bytes, fileName, hasBeside } = request
    for await (const found of findMembers({ bytes, fileName, ...(hasBeside ? { beside: asker(id) } : {}) })) {
      position += 1
      if (position <= request.skip) continue
      while (sent >= WINDOW) {
        await new Promise<void>((resolve) => {
          goOn = resolve
        })
      }
      sent += 1
      await answerWith(id, found)
      if (found.part === null) return
    }
    answer({ kind: 'end', id })
  }

  function asker(id: number): Beside {
    return (paths) => {
      const asked = paths.slice(0, MOST_ASKED)
      if (asked.length === 0) return Promise.resolve([])
      answer({ kind: 'asked', id, paths: asked })
      return new Promise((resolve) => {
        given = (files) => resolve(paths.map((_, index) => files[index] ?? null))
      })
    }
  }

  async function answerWith(id: number, found: FoundMember): Promise<void> {
    const { part } = found
    // A piece of a larger buffer would take the whole of it along.
    const original = found.original && new Uint8Array(found.original)
    if (part !== null) answer({ kind: 'begun', id, part })
    const reading = await found.read()
    const result = reading.ok ? ok(await withPictureFacts(draftOf(reading.value))) : failed(reading.failure)
    answer({ kind: 'member', id, member: { part, original, result }, last: part === null })
  }

  return (message) => {
    if (message.kind === 'file') {
      queue = queue.then(() => serve(message)).catch(endProcess)
    } else if (message.id !== current) {
      return
    } else if (message.kind === 'given') {
      given(message.files)
    } else {
      sent -= 1
      goOn()
    }
  }
}

/** Thrown outside of any promise: Electron only warns of a rejected one that nobody waits for. */
function endProcess(bug: unknown): void {
  setImmediate(() => {
    throw bug
  })
}
