import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BackupProgress } from '#contract/backups'
import { inventoryOf } from '../../store/tables/inventory'
import { changePassphrase } from '../../vault/change-passphrase'
import { createVault } from '../../vault/create-vault'
import { listJournal } from '../journal'
import { createLibrary } from '../library'
import { removeArticle } from '../removing'
import { backUp } from './back-up'
import { restoreBackup } from './restore'
import {
  fillLibrary,
  openedVault,
  PASSPHRASE,
  type TemporaryVault,
  temporaryVault,
} from './testing/temporary-vault'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const quiet = { signal: new AbortController().signal, onProgress: () => undefined }
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

let temporary: TemporaryVault
let file: string
beforeEach(async () => {
  temporary = await temporaryVault()
  file = join(temporary.place, 'backups', 'Reports.colophon-backup')
  mkdirSync(join(temporary.place, 'backups'))
})
afterEach(() => temporary.end())
const backups = () => readdirSync(join(temporary.place, 'backups')).sort()

describe('a backup', () => {
  it('is made while the library is open, tells what is in it, and the library goes on', async () => {
    await fillLibrary(temporary, temporary.place, 3)
    const made = await backUp(temporary, file, quiet)
    expect(made).toMatchObject({
      ok: true,
      value: { file: 'Reports.colophon-backup', articles: 3, captures: 3, notes: 3, generations: 1 },
    })
    expect(made.ok && made.value.sha256).toBe(sha256(file))
    expect(backups()).toEqual(['Reports.colophon-backup'])
    const [line] = listJournal(temporary.library, { before: null, limit: 1 })
    expect(line).toMatchObject({ kind: 'backed-up', files: [{ name: 'Reports.colophon-backup' }] })
    await fillLibrary(temporary, temporary.place, 4)
    expect(inventoryOf(temporary.library.db).articles).toBe(4)
  })

  it('holds no word that can be read', async () => {
    await fillLibrary(temporary, temporary.place, 3)
    await backUp(temporary, file, quiet)
    const bytes = readFileSync(file)
    for (const word of ['Ferry 1', 'Saltmarsh', 'Ask the office', 'ferry-1.txt', 'SQLite format']) {
      expect(bytes.includes(word)).toBe(false)
      expect(bytes.includes(Buffer.from(word, 'utf16le'))).toBe(false)
    }
  })

  it('is a plain tar archive whose folder any tar unpacks to a vault that opens', async () => {
    await fillLibrary(temporary, temporary.place, 2)
    await backUp(temporary, file, quiet)
    execFileSync('tar', ['xf', file, '-C', temporary.place])
    const opened = await openedVault(join(temporary.place, 'library.colophon'), PASSPHRASE)
    expect(inventoryOf(opened.library.db)).toMatchObject({ articles: 2, notes: 2 })
    opened.close()
  })

  it('moves the two before it on, and lets only a fourth go', async () => {
    const hashes: string[] = []
    for (let count = 1; count <= 4; count += 1) {
      await fillLibrary(temporary, temporary.place, count)
      const made = await backUp(temporary, file, quiet)
      if (!made.ok) throw new Error(made.failure.code)
      expect(made.value.generations).toBe(Math.min(3, count))
      hashes.unshift(made.value.sha256)
    }
    const kept = ['Reports.colophon-backup', 'Reports.2.colophon-backup', 'Reports.3.colophon-backup']
    expect(backups()).toEqual([...kept].sort())
    expect(kept.map((name) => sha256(join(temporary.place, 'backups', name)))).toEqual(hashes.slice(0, 3))
  })

  it('never takes the place of anything but a backup of the same library', async () => {
    const refused = {
      ok: false,
      failure: { code: 'backup-exists', detail: { file: 'Reports.colophon-backup' } },
    }
    writeFileSync(file, 'my only manuscript')
    expect(await backUp(temporary, file, quiet)).toEqual(refused)
    expect(readFileSync(file, 'utf8')).toBe('my only manuscript')

    const theirs = join(temporary.place, 'backups', 'theirs.colophon-backup')
    const other = join(temporary.place, 'other.colophon')
    const created = await createVault({
      folder: other,
      name: 'Other',
      passphrase: PASSPHRASE,
      fill: createLibrary,
    })
    if (created.ok) created.value.close()
    const { close, ...opened } = await openedVault(other, PASSPHRASE)
    await backUp(opened, theirs, quiet)
    close()
    const before = sha256(theirs)
    expect(await backUp(temporary, theirs, quiet)).toMatchObject({ failure: { code: 'backup-exists' } })
    expect(sha256(theirs)).toBe(before)
  })

  it('does not lie in the folder that it is to outlive', async () => {
    expect(await backUp(temporary, join(temporary.folder, 'x'), quiet)).toEqual({
      ok: false,
      failure: { code: 'backup-inside-library' },
    })
  })

  it('says that its own place cannot be written to, and not the library', async () => {
    expect(await backUp(temporary, join(temporary.place, 'gone', 'x'), quiet)).toEqual({
      ok: false,
      failure: { code: 'backup-not-writable', detail: { file: 'x' } },
    })
  })

  it.each(['copying', 'checking', 'packing', 'reading-back'] as const)(
    'that is cancelled while %s leaves the one before as it was, and nothing else',
    async (step) => {
      await fillLibrary(temporary, temporary.place, 2)
      await backUp(temporary, file, quiet)
      const before = sha256(file)
      const stop = new AbortController()
      const onProgress = (progress: BackupProgress) => progress.step === step && stop.abort()
      const cancelled = await backUp(temporary, file, { signal: stop.signal, onProgress })
      expect(cancelled).toEqual({ ok: false, failure: { code: 'cancelled' } })
      expect(backups()).toEqual(['Reports.colophon-backup'])
      expect(sha256(file)).toBe(before)
    },
  )
})

describe('a backup is verified before it is called done: thrown away is one', () => {
  /** Does something to the temporary file at the end of a step; there are never two that match. */
  async function spoilt(step: BackupProgress['step'], spoil: (path: string) => void) {
    await fillLibrary(temporary, temporary.place, 2)
    await backUp(temporary, file, quiet)
    const before = sha256(file)
    let done = false
    const onProgress = (progress: BackupProgress) => {
      if (done || progress.step !== step || progress.done < progress.total) return
      done = true
      const sizes = backups().filter((name) => name.endsWith('.part'))
      const newest = step === 'packing' ? packedOf(sizes) : sizes[0]
      spoil(join(temporary.place, 'backups', newest ?? ''))
    }
    const made = await backUp(temporary, file, { ...quiet, onProgress })
    expect(done).toBe(true)
    expect(backups()).toEqual(['Reports.colophon-backup'])
    expect(sha256(file)).toBe(before)
    return made
  }
  const packedOf = (names: readonly string[]) =>
    names.find((name) => readFileSync(join(temporary.place, 'backups', name)).includes('backup.json'))
  const flip = (path: string, at: number) => {
    const byte = readFileSync(path)[at] ?? 0
    const handle = openSync(path, 'r+')
    writeSync(handle, Buffer.of(byte ^ 1), 0, 1, at)
    closeSync(handle)
  }
  const refused = (what: string) => ({
    ok: false,
    failure: { code: 'backup-not-verified', detail: { what } },
  })

  it('with a bit turned in the packed database', async () => {
    expect(await spoilt('packing', (path) => flip(path, 20_000))).toEqual(refused('library.db'))
  })

  it('with a bit turned in both copies of the header', async () => {
    const spoil = (path: string) => {
      const bytes = readFileSync(path)
      // A header holds several wrapped keys: the first is in the first copy, the last in the second.
      flip(path, bytes.indexOf('"wrapped"') + 20)
      flip(path, bytes.lastIndexOf('"wrapped"') + 20)
    }
    expect(await spoilt('packing', spoil)).toEqual(refused('header.json'))
  })

  it('with a title that can be read in it', async () => {
    expect(await spoilt('checking', (path) => appendFileSync(path, 'xx Ferry 2 late xx'))).toEqual(
      refused('library.db'),
    )
  })

  it('of a library with an original that is no longer what was imported', async () => {
    await fillLibrary(temporary, temporary.place, 2)
    temporary.library.db.exec(`UPDATE original SET bytes = x'00', packing = 'none' WHERE pk = 1`)
    expect(await backUp(temporary, file, quiet)).toEqual(refused('original'))
    expect(backups()).toEqual([])
  })
})

describe('a restored library', () => {
  it('is the library of then, opens with the passphrase of then, and says that it was restored', async () => {
    const [first = ''] = await fillLibrary(temporary, temporary.place, 3)
    await backUp(temporary, file, quiet)
    removeArticle(temporary.library, { articleId: first })
    const change = { passphrase: PASSPHRASE, newPassphrase: 'gravel-tundra-violin-pepper-dusk' }
    expect(await changePassphrase({ folder: temporary.folder, ...change }, 'held')).toMatchObject({
      ok: true,
    })

    const folder = join(temporary.place, 'new', 'again.colophon')
    const restored = await restoreBackup({ file, folder, passphrase: PASSPHRASE }, quiet)
    expect(restored).toMatchObject({
      ok: true,
      value: { name: 'Reports', articles: 3, captures: 3, notes: 3 },
    })
    const opened = await openedVault(folder, PASSPHRASE)
    expect(inventoryOf(opened.library.db)).toMatchObject({ articles: 3, notes: 3 })
    expect(listJournal(opened.library, { before: null, limit: 1 })[0]?.kind).toBe('restored')
    opened.close()
    expect(readdirSync(folder).sort()).toEqual([
      'header.json',
      'header.spare.json',
      'journal.head',
      'library.db',
    ])
    expect(inventoryOf(temporary.library.db).articles).toBe(2)
  })
})
