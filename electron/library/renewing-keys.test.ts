import { spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { VerifyReport } from '#contract/verifying'
import type { Result } from '#domain/result'
import { createVault } from '../vault/create-vault'
import { openVault } from '../vault/open-vault'
import type { OpenVault } from '../vault/opened-vault'
import { checkRecoveryCode } from '../vault/recovery'
import { newRecoveryCode } from '../vault/recovery-code'
import { importPaths } from './importing'
import { appendEntry, listJournal, walkChain } from './journal'
import { createLibrary, type Library, openLibrary } from './library'
import { listArticles } from './listing'
import { type Renewal, reencryptLibrary } from './renewing-keys'
import { bundled } from './testing/bundled'
import { plainDraftParser } from './testing/plain-drafts'
import { verifyLibrary } from './verifying'

/** Real Argon2id, real SQLCipher, real processes, on a machine that may be busy. */
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const PASSPHRASE = 'ferry-onion-lantern-quilt-mosaic'
const ARTICLES = 40

let home = ''
let original = ''
const oldCode = newRecoveryCode()
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'colophon-renewing-'))
  original = join(home, 'original.colophon')
  const secrets = { passphrase: PASSPHRASE, recoveryCode: oldCode }
  const vault = succeeded(
    await createVault({ folder: original, name: 'one', ...secrets, fill: createLibrary }),
  )
  await within(vault, async (library) => {
    const paths = Array.from({ length: ARTICLES }, (_, number) => {
      const path = join(home, `ferry ${number}.txt`)
      writeFileSync(
        path,
        `Ferry ${number} is late\n\n${`The harbour office said so on day ${number}. `.repeat(60)}\n`,
      )
      return path
    })
    await importPaths(library, plainDraftParser, paths, { onFile: () => undefined })
  })
  vault.close()
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

function succeeded<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}

function copyOf(name: string): string {
  const folder = join(home, name)
  cpSync(original, folder, { recursive: true })
  return folder
}

/** Opens the library of an open vault, and closes it again. */
async function within<T>(vault: OpenVault, use: (library: Library) => T | Promise<T>): Promise<T> {
  const library = succeeded(await openLibrary({ vault }))
  try {
    return await use(library)
  } finally {
    library.close()
  }
}

async function opened<T>(folder: string, use: (library: Library, vault: OpenVault) => T): Promise<T> {
  const vault = succeeded(await openVault({ folder, passphrase: PASSPHRASE }))
  try {
    return await within(vault, (library) => use(library, vault))
  } finally {
    vault.close()
  }
}

/** What a check of the whole library says. */
async function checked(folder: string): Promise<VerifyReport> {
  const vault = succeeded(await openVault({ folder, passphrase: PASSPHRASE }))
  const report = await within(vault, (library) => verifyLibrary(library, vault.header))
  vault.close()
  return succeeded(report)
}

/** What is in a library that a person would miss. */
const contentOf = (library: Library) => ({
  articles: succeeded(listArticles(library, { after: null, limit: 500 })).rows.map(({ title }) => title),
  journal: listJournal(library, { before: null, limit: 500 }).filter(({ kind }) => kind !== 'keys-renewed'),
  broken: walkChain(library).broken,
})

const untroubled: Renewal = { onProgress: () => undefined, signal: new AbortController().signal }

const HEADERS = ['header.json', 'header.spare.json']
const AT_REST = [...HEADERS, 'journal.head', 'library.db']

async function renew(
  folder: string,
  renewal: Renewal = untroubled,
  recoveryCode: string | null = newRecoveryCode(),
) {
  const vault = succeeded(await openVault({ folder, passphrase: PASSPHRASE }))
  const rotated = await vault.rotate({
    passphrase: PASSPHRASE,
    recoveryCode,
    reencrypt: (from, to) => reencryptLibrary(from, to, renewal),
  })
  if (rotated.ok) rotated.value.close()
  else vault.close()
  return rotated
}

describe('renewed keys', () => {
  it('leave the content, the journal and its chain as they were, with a line that tells of it', async () => {
    const folder = copyOf('renewed.colophon')
    const before = await opened(folder, (library, { databaseKey, journalKey }) => ({
      content: contentOf(library),
      databaseKey: databaseKey.toString('hex'),
      journalKey: journalKey.toString('hex'),
    }))
    expect(before.content.articles).toHaveLength(ARTICLES)
    const code = newRecoveryCode()
    for (const time of [1, 2]) {
      expect(await renew(folder, untroubled, code)).toMatchObject({ ok: true })
      expect(readdirSync(folder).sort()).toEqual(AT_REST)
      await opened(folder, (library, vault) => {
        expect(contentOf(library)).toEqual(before.content)
        expect(vault.databaseKey.toString('hex')).not.toBe(before.databaseKey)
        expect(vault.journalKey.toString('hex')).toBe(before.journalKey)
        const kinds = listJournal(library, { before: null, limit: time }).map(({ kind }) => kind)
        expect(kinds).toEqual(Array(time).fill('keys-renewed'))
      })
    }
    expect(await checkRecoveryCode({ folder, recoveryCode: code })).toMatchObject({ ok: true })
    expect(await checkRecoveryCode({ folder, recoveryCode: oldCode })).toMatchObject({
      failure: { code: 'wrong-recovery-code' },
    })
  })

  it('are not those of an old copy: its header opens nothing of the new database', async () => {
    const folder = copyOf('old-header.colophon')
    await renew(folder)
    for (const name of HEADERS) cpSync(join(original, name), join(folder, name))
    const vault = succeeded(await openVault({ folder, passphrase: PASSPHRASE }))
    expect(await openLibrary({ vault })).toMatchObject({ failure: { code: 'vault-damaged' } })
    vault.close()
  })

  it('are not begun with a wrong passphrase; cancelled half-way nothing is left of them', async () => {
    const folder = copyOf('cancelled.colophon')
    const before = HEADERS.map((name) => readFileSync(join(folder, name)))
    const vault = succeeded(await openVault({ folder, passphrase: PASSPHRASE }))
    const reencrypt = vi.fn()
    const wrong = await vault.rotate({ passphrase: 'not this one', recoveryCode: null, reencrypt })
    expect(wrong).toMatchObject({ failure: { code: 'wrong-passphrase' } })
    expect(reencrypt).not.toHaveBeenCalled()
    vault.close()

    const stop = new AbortController()
    const onProgress = (done: number, total: number) => done * 2 > total && stop.abort()
    expect(await renew(folder, { onProgress, signal: stop.signal })).toMatchObject({
      failure: { code: 'cancelled' },
    })
    expect(readdirSync(folder).sort()).toEqual(AT_REST)
    expect(HEADERS.map((name) => readFileSync(join(folder, name)))).toEqual(before)
    await opened(folder, (library) => expect(contentOf(library).articles).toHaveLength(ARTICLES))
  })
})

describe('a library with renewed keys', () => {
  it('passes every check there is', async () => {
    const folder = copyOf('verified.colophon')
    await renew(folder)
    expect(await checked(folder)).toMatchObject({ whole: true, captures: ARTICLES })
  })
})

describe('a crash while keys are renewed', () => {
  let program = ''
  beforeAll(async () => {
    const entry = join(import.meta.dirname, 'testing', 'rotating-process.ts')
    program = join(await bundled({ rotating: entry }, 'rotating'), 'rotating.js')
  })

  /** Runs the rotation in a process of its own; resolves with the signal that ended it. */
  async function run(folder: string, code: string, moment: string): Promise<NodeJS.Signals | null> {
    const child = spawn(process.execPath, [program, folder, PASSPHRASE, code, moment], { stdio: 'inherit' })
    return new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)))
  }

  it.each(['copying', 'copied', 'commit'])(
    'at %s leaves the old keys, whole, and no trace',
    async (moment) => {
      const folder = copyOf(`crash-${moment}.colophon`)
      const before = await opened(folder, contentOf)
      expect(await run(folder, newRecoveryCode(), moment)).toBe('SIGKILL')
      expect(readdirSync(folder).some((name) => name.startsWith('library-'))).toBe(true)
      expect(await opened(folder, contentOf)).toEqual(before)
      expect(readdirSync(folder).sort()).toEqual(AT_REST)
      expect(await checkRecoveryCode({ folder, recoveryCode: oldCode })).toMatchObject({ ok: true })
    },
  )

  it('never, the process goes through', async () => {
    const folder = copyOf('crash-never.colophon')
    const code = newRecoveryCode()
    expect(await run(folder, code, 'never')).toBe(null)
    expect(await checkRecoveryCode({ folder, recoveryCode: code })).toMatchObject({ ok: true })
  })

  /** The states between two renames, which no kill hits by itself, out of a vault before and after. */
  async function between(name: string): Promise<{ folder: string; code: string; incoming: string }> {
    const folder = copyOf(name)
    const code = newRecoveryCode()
    await renew(folder, untroubled, code)
    const { database } = JSON.parse(readFileSync(join(folder, 'header.json'), 'utf8'))
    const incoming = join(folder, `library-${database}.db`)
    renameSync(join(folder, 'library.db'), incoming)
    cpSync(join(original, 'library.db'), join(folder, 'library.db'))
    return { folder, code, incoming }
  }

  it('after the first header and before its spare is finished by the next opening', async () => {
    const { folder, code } = await between('crash-spare.colophon')
    cpSync(join(original, 'header.spare.json'), join(folder, 'header.spare.json'))
    await opened(folder, (library) => expect(contentOf(library).articles).toHaveLength(ARTICLES))
    expect(readdirSync(folder).sort()).toEqual(AT_REST)
    expect(await checkRecoveryCode({ folder, recoveryCode: code })).toMatchObject({ ok: true })
  })

  it('after the first header, which the disk then loses, is the old vault still', async () => {
    const { folder, incoming } = await between('crash-lost.colophon')
    cpSync(join(original, 'header.spare.json'), join(folder, 'header.spare.json'))
    writeFileSync(join(folder, 'header.json'), 'lost')
    await opened(folder, (library) => expect(contentOf(library).articles).toHaveLength(ARTICLES))
    expect(existsSync(incoming)).toBe(false)
    expect(await checkRecoveryCode({ folder, recoveryCode: oldCode })).toMatchObject({ ok: true })
  })

  it('after both headers is finished, and the log of the old database is not played into the new one', async () => {
    const { folder, code, incoming } = await between('crash-swap.colophon')
    // Opened once, it is a database with a log, and takes any log that lies beside it for its own.
    await opened(folder, () => undefined)
    renameSync(join(folder, 'library.db'), incoming)
    cpSync(join(original, 'library.db'), join(folder, 'library.db'))
    const log = join(home, 'log')
    await opened(copyOf('log.colophon'), (library) => {
      appendEntry(library, { kind: 'reanalysed' })
      cpSync(join(home, 'log.colophon', 'library.db-wal'), log)
    })
    expect(readFileSync(log).length).toBeGreaterThan(4096)
    cpSync(log, join(folder, 'library.db-wal'))
    await opened(folder, () => undefined)
    // A page of the old log may lie anywhere in the new database: only a look at every page finds it.
    expect(await checked(folder)).toMatchObject({ whole: true, captures: ARTICLES })
    expect(readdirSync(folder).sort()).toEqual(AT_REST)
    expect(await checkRecoveryCode({ folder, recoveryCode: code })).toMatchObject({ ok: true })
  })
})
