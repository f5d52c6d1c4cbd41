import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Result } from '#domain/result'
import { nodePort } from '../../ingest/node-port'
import { changePassphrase } from '../../vault/change-passphrase'
import { openVault } from '../../vault/open-vault'
import { createSession, type Session } from '../host/session'
import { openLibrary } from '../library'

/**
 * A library process without Electron, for the tests that kill it: the same session, which does one kind of work on and on,
 * and says on its output what has been acknowledged to it, one JSON value a line. It ends only by being killed.
 */

export const WORKS = ['import', 'annotate', 'passphrase', 'migrate', 'back-up', 'rotate'] as const
export type Work = (typeof WORKS)[number]

/** A line of the worker. */
export type Said =
  /** It has begun to work: a kill from now on falls into it. */
  | { readonly said: 'ready' }
  /** About to do this: it may be there after a kill, or not. */
  | { readonly said: 'trying'; readonly what: string }
  /** Told that this is done: it must be there whatever comes. */
  | { readonly said: 'done'; readonly what: string }

/** Where the files for `import` lie, and where backups go: beside the vault. */
export const INCOMING = 'incoming'
export const BACKUP = 'kept.colophon-backup'

/** Passphrases that take turns. */
export const PASSPHRASES = ['ferry-onion-lantern-quilt-mosaic', 'gravel-tundra-violin-pepper-dusk'] as const

/** Says what has been acknowledged, straight to the pipe: what is buffered dies with us. */
function say(line: Said): void {
  writeSync(1, `${JSON.stringify(line)}\n`)
}

export type WorkerOptions = {
  readonly work: Work
  readonly folder: string
  readonly passphrase: string
  /** A name that no other run has. */
  readonly run: string
  readonly parserEntry: string
  /** The planted fault: says that something is done before it is. */
  readonly early: boolean
}

export async function runWorker(options: WorkerOptions): Promise<never> {
  if (options.work === 'passphrase') return changePassphrases(options)
  if (options.work === 'migrate') return openOld(options)
  const session = createSession({
    spawnParser: () => nodePort(options.parserEntry),
    locale: () => 'en',
    onProgress: ({ files }) => {
      for (const { captureId } of files) if (captureId !== null) say({ said: 'done', what: captureId })
    },
    onBackupProgress: () => undefined,
    onVerifyProgress: () => undefined,
    onSalvageProgress: () => undefined,
    onRenewalProgress: () => undefined,
    onBug: (channel) => process.stderr.write(`bug in ${channel}\n`),
  })
  const { folder, passphrase } = options
  must(await session.requests['vault:unlock']({ folder, passphrase }))
  say({ said: 'ready' })
  if (options.work === 'annotate') return annotate(session, options)
  if (options.work === 'back-up') return backUp(session, options)
  if (options.work === 'rotate') return rotate(session, options)
  return importAll(session, options)
}

async function importAll({ requests }: Session, { folder }: WorkerOptions): Promise<never> {
  must(await requests['importing:paths']({ paths: [join(folder, '..', INCOMING)] }))
  return forever()
}

async function annotate(session: Session, { run, early }: WorkerOptions): Promise<never> {
  const methods = session.methods()
  if (methods === null) throw new Error('nothing is open')
  const [first] = must(await methods.articles.list({ after: null, limit: 1 })).rows
  const { capture } = must(await methods.articles.open({ articleId: first?.id ?? '', captureId: null }))
  const look = { color: 'yellow', style: 'highlight', sourceId: null } as const
  for (let number = 1; ; number += 1) {
    const markdown = `${run} note ${number}`
    if (early) say({ said: 'done', what: markdown })
    must(await methods.notes.add({ ...look, captureId: capture.id, range: [0, 5], tags: [], markdown }))
    if (!early) say({ said: 'done', what: markdown })
  }
}

async function backUp({ requests }: Session, { folder }: WorkerOptions): Promise<never> {
  for (;;) {
    const { sha256 } = must(await requests['backups:make']({ file: join(folder, '..', BACKUP) }))
    say({ said: 'done', what: sha256 })
  }
}

/** Every key anew, again and again; says which generation of the header it has come to. */
async function rotate({ requests }: Session, { passphrase }: WorkerOptions): Promise<never> {
  for (;;) {
    must(await requests['keys:renew']({ passphrase, recoveryCode: null }))
    const { generation } = must(await requests['keys:facts'](null))
    say({ said: 'done', what: String(generation) })
  }
}

/** There and back again between the two passphrases. */
async function changePassphrases({ folder, passphrase }: WorkerOptions): Promise<never> {
  say({ said: 'ready' })
  for (let now = passphrase; ; ) {
    const next = PASSPHRASES.find((other) => other !== now) ?? now
    say({ said: 'trying', what: next })
    must(await changePassphrase({ folder, passphrase: now, newPassphrase: next }))
    say({ said: 'done', what: next })
    now = next
  }
}

/** Opens a library of an older program, which brings it up to date. */
async function openOld({ folder, passphrase }: WorkerOptions): Promise<never> {
  const vault = must(await openVault({ folder, passphrase }))
  say({ said: 'ready' })
  must(await openLibrary({ vault }))
  say({ said: 'done', what: 'opened' })
  return forever()
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}

async function forever(): Promise<never> {
  for (;;) await wait(60_000)
}
