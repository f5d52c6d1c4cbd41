import { SECRET_ANSWERS } from '#contract/direct'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { withoutCore } from '../disk/without-core'
import { withoutNetwork } from '../ingest/without-network'
import { createClaims } from './host/claims'
import { createMainParsers, type MessagePort } from './host/main-parsers'
import { createPagePorts } from './host/page-ports'
import { createSession } from './host/session'
import type { FromLibrary, ToLibrary } from './protocol'

/**
 * Entry of the library process: the only process that holds the key, the open database and all reading and writing.
 * It ends when the vault is locked.
 */

// What we write is for its owner's eyes: the database, its log, an export.
process.umask(0o077)
withoutCore()
withoutNetwork()

const main = process.parentPort
let locale: 'en' | 'ko' = 'en'
const tell = (message: FromLibrary) => main.postMessage(message)
const parsers = createMainParsers(tell)
const session = createSession({
  spawnParser: parsers.spawn,
  locale: () => locale,
  onBackupProgress: (progress) => tell({ kind: 'backup-progress', progress }),
  onVerifyProgress: (progress) => tell({ kind: 'verify-progress', progress }),
  onSalvageProgress: (progress) => tell({ kind: 'salvage-progress', progress }),
  onRenewalProgress: (progress) => tell({ kind: 'renewal-progress', progress }),
  onProgress: (progress) => pages.emit('importing:progress', progress),
  onBug: (channel) => tell({ kind: 'bug', channel, code: 'internal' }),
})

const claims = createClaims()
const pages = createPagePorts(answer, claims, { locale: () => locale })

main.on('message', ({ data, ports }: { data: ToLibrary; ports: readonly MessagePort[] }) => {
  switch (data.kind) {
    case 'request':
      void answerMain(data.channel, data.input).then((result) =>
        tell({ kind: 'answer', id: data.id, result }),
      )
      return
    case 'page-port':
      if (ports[0] !== undefined) pages.serve(ports[0])
      return
    case 'locale':
      locale = data.locale
      return
    case 'parser-port':
      if (ports[0] !== undefined) parsers.arrived(data.parser, ports[0])
      return
    case 'parser-exit':
      parsers.exited(data.parser, data.code)
      return
  }
})

/** Main holds claim checks for secrets, in what it asks and in what it is answered (contract/direct.ts). */
async function answerMain(channel: string, input: unknown): Promise<Result<unknown>> {
  const result = await answer(channel, claims.redeem(input))
  return result.ok && SECRET_ANSWERS.includes(channel) ? ok(claims.leave(result.value)) : result
}

type Method = (input: unknown) => Promise<Result<unknown>>

async function answer(channel: string, input: unknown): Promise<Result<unknown>> {
  try {
    const method = methodFor(channel)
    return method === null ? failed(failure('vault-locked')) : await method(input)
  } catch {
    // The error itself stays here: it may quote what it stumbled over.
    tell({ kind: 'bug', channel, code: 'internal' })
    return failed(failure('internal'))
  }
}

/** Channel and input have been checked by the contract; what is looked up here is ours. */
function methodFor(channel: string): Method | null {
  const own = session.requests as unknown as Readonly<Record<string, Method>>
  if (Object.hasOwn(own, channel)) return own[channel] ?? null
  const [capability = '', name = ''] = channel.split(':')
  const methods = session.methods() as unknown as Readonly<Record<string, Record<string, Method>>> | null
  return methods?.[capability]?.[name] ?? null
}
