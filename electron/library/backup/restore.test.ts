import { createHash } from 'node:crypto'
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { BackupProgress } from '#contract/backups'
import { readArchive } from '../../disk/archive'
import { inventoryOf } from '../../store/tables/inventory'
import { recoverVault } from '../../vault/recovery'
import { newRecoveryCode } from '../../vault/recovery-code'
import { backUp } from './back-up'
import { readBackup } from './format'
import { rehearseRestore, restoreBackup } from './restore'
import {
  fillLibrary,
  openedVault,
  PASSPHRASE,
  RECOVERY_CODE,
  type TemporaryVault,
  temporaryVault,
} from './testing/temporary-vault'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const quiet = { signal: new AbortController().signal, onProgress: () => undefined }
let temporary: TemporaryVault
let file: string
beforeAll(async () => {
  temporary = await temporaryVault()
  await fillLibrary(temporary, temporary.place, 3)
  file = join(temporary.place, 'Reports.colophon-backup')
  const made = await backUp(temporary, file, quiet)
  if (!made.ok) throw new Error(made.failure.code)
})
afterAll(() => temporary.end())

const request = (changed: Partial<Parameters<typeof restoreBackup>[0]> = {}) => ({
  file,
  folder: join(temporary.place, 'deep', 'again.colophon'),
  passphrase: PASSPHRASE,
  ...changed,
})
/** Every file of the place with its size and time. */
const tree = () =>
  readdirSync(temporary.place, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map(
      (path) =>
        `${path} ${statSync(path).isFile() ? `${statSync(path).size} ${statSync(path).mtimeMs}` : ''}`,
    )

describe('a rehearsal', () => {
  it('says what would be restored, and leaves nothing', async () => {
    const before = tree()
    const steps = new Set<string>()
    const onProgress = ({ step }: BackupProgress) => steps.add(step)
    expect(await rehearseRestore(request(), { ...quiet, onProgress })).toMatchObject({
      ok: true,
      value: { name: 'Reports', articles: 3, captures: 3, notes: 3 },
    })
    expect([...steps]).toEqual(['unpacking', 'checking'])
    expect(tree()).toEqual(before)
  })

  it('tells a wrong passphrase, and leaves nothing', async () => {
    const before = tree()
    expect(await rehearseRestore(request({ passphrase: 'another one' }), quiet)).toEqual({
      ok: false,
      failure: { code: 'wrong-passphrase' },
    })
    expect(tree()).toEqual(before)
  })
})

describe('restoring', () => {
  it('is never over anything that is there', async () => {
    const before = tree()
    for (const folder of [temporary.folder, file]) {
      expect(await restoreBackup(request({ folder }), quiet)).toMatchObject({
        failure: { code: 'vault-exists' },
      })
    }
    expect(tree()).toEqual(before)
  })

  it('by the recovery code gives a library that the code goes on opening', async () => {
    const folder = join(temporary.place, 'by code.colophon')
    const byCode = { file, folder, recoveryCode: RECOVERY_CODE }
    const before = tree()
    expect(await rehearseRestore(byCode, quiet)).toMatchObject({ ok: true, value: { articles: 3 } })
    expect(await restoreBackup({ ...byCode, recoveryCode: newRecoveryCode() }, quiet)).toEqual({
      ok: false,
      failure: { code: 'wrong-recovery-code' },
    })
    expect(tree()).toEqual(before)
    expect(await restoreBackup(byCode, quiet)).toMatchObject({ ok: true, value: { articles: 3, notes: 3 } })
    const newPassphrase = 'gravel-tundra-violin-pepper-dusk'
    expect(await recoverVault({ folder, recoveryCode: RECOVERY_CODE, newPassphrase })).toMatchObject({
      ok: true,
    })
    const opened = await openedVault(folder, newPassphrase)
    expect(inventoryOf(opened.library.db)).toMatchObject({ articles: 3, notes: 3 })
    opened.close()
  })

  it('that is cancelled leaves nothing', async () => {
    const before = tree()
    for (const step of ['unpacking', 'checking']) {
      const stop = new AbortController()
      const onProgress = (progress: BackupProgress) => progress.step === step && stop.abort()
      expect(await restoreBackup(request(), { signal: stop.signal, onProgress })).toEqual({
        ok: false,
        failure: { code: 'cancelled' },
      })
    }
    expect(tree()).toEqual(before)
  })

  it('refuses what is no backup, with a sentence of its own', async () => {
    const text = join(temporary.place, 'incoming', 'ferry-1.txt')
    for (const other of [text, temporary.folder, join(temporary.folder, 'header.json')]) {
      expect(await restoreBackup(request({ file: other }), quiet)).toMatchObject({
        failure: { code: 'backup-not-a-backup' },
      })
    }
    expect(await restoreBackup(request({ file: join(temporary.place, 'gone') }), quiet)).toMatchObject({
      failure: { code: 'file-not-found' },
    })
  })

  it('mends one damaged copy of the header from the other', async () => {
    const spoilt = damagedCopy((bytes) => {
      const at = bytes.indexOf('"wrapped"') + 20
      bytes[at] = (bytes[at] ?? 0) ^ 1
    })
    const folder = join(temporary.place, 'mended.colophon')
    expect(await restoreBackup(request({ file: spoilt, folder }), quiet)).toMatchObject({ ok: true })
    const opened = await openedVault(folder, PASSPHRASE)
    expect(inventoryOf(opened.library.db)).toMatchObject({ articles: 3, notes: 3 })
    opened.close()
  })
})

function damagedCopy(damage: (bytes: Buffer) => void): string {
  const bytes = readFileSync(file)
  damage(bytes)
  const folder = join(temporary.place, 'damaged')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'damaged.colophon-backup')
  writeFileSync(path, bytes)
  return path
}

describe('a damaged backup', () => {
  it('cut off anywhere is refused before a passphrase is asked of it', async () => {
    const size = statSync(file).size
    const cut = join(temporary.place, 'cut.colophon-backup')
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: size - 1 }), async (length) => {
        copyFileSync(file, cut)
        truncateSync(cut, length)
        const read = await readBackup(cut)
        expect(read.ok ? 'read' : read.failure.code).toMatch(/^backup-(damaged|not-a-backup)$/)
      }),
      { numRuns: 200, examples: [[0], [512], [size - 1], [size - 1024]] },
    )
  })

  it('with a bit turned anywhere in its database is refused', async () => {
    const database = (await readArchive(file, 10))?.at(-1)
    if (database === undefined) throw new Error('no database in the backup')
    const place = fc.integer({ min: database.offset, max: database.offset + database.size - 1 })
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        const spoilt = damagedCopy((bytes) => {
          bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
        })
        expect(await rehearseRestore(request({ file: spoilt }), quiet)).toMatchObject({
          failure: { code: 'backup-damaged', detail: { what: 'library.db' } },
        })
      }),
      { numRuns: 60 },
    )
  })

  it('and with a hash made to fit is refused too: each page carries a seal', async () => {
    const members = (await readArchive(file, 10)) ?? []
    const [manifest] = members
    const database = members.at(-1)
    if (manifest === undefined || database === undefined) throw new Error('not a backup')
    const spoilt = damagedCopy((bytes) => {
      const content = bytes.subarray(database.offset, database.offset + database.size)
      const before = createHash('sha256').update(content).digest('hex')
      content[database.size - 3000] = (content[database.size - 3000] ?? 0) ^ 1
      const after = createHash('sha256').update(content).digest('hex')
      bytes.write(after, bytes.indexOf(before, manifest.offset))
    })
    expect(await rehearseRestore(request({ file: spoilt }), quiet)).toMatchObject({
      failure: { code: 'backup-damaged' },
    })
  })
})
