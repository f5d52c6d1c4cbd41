import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { FailureCode } from '#domain/failure'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { changePassphrase } from './change-passphrase'
import { createVault } from './create-vault'
import { type Header, parseHeader, passphraseSlots, renderHeader } from './header'
import { DATABASE_FILE, HEADER_FILE, SPARE_FILE } from './header-files'
import { openVault, readHeader } from './open-vault'
import type { OpenVault } from './opened-vault'
import { LOCK_FILE } from './vault-lock'

/** Real Argon2id with 256 MiB throughout: each open, right or wrong, takes about half a second. */

/** Half a second a hash on a free machine, three on a busy one. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const PASSPHRASE = 'ferry-onion-lantern-quilt-mosaic'
const NAME = '기록 보관소'

let home = ''
let folder = ''
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'colophon-vault-'))
  folder = join(home, 'one.colophon')
  const vault = succeeded(await createVault({ folder, name: NAME, passphrase: PASSPHRASE }))
  vault.close()
})
afterAll(() => rm(home, { recursive: true, force: true }))

function succeeded<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`failed: ${result.failure.code}`)
  return result.value
}

function codeOf(result: Result<unknown>): FailureCode | 'ok' {
  return result.ok ? 'ok' : result.failure.code
}

/** Everything about the folder that a touch would change: names, bytes, times of change. */
async function fingerprint(path: string): Promise<string> {
  const lines = [`${(await stat(path)).mtimeMs}`]
  for (const name of (await readdir(path)).sort()) {
    const file = join(path, name)
    lines.push(
      `${name} ${(await stat(file)).mtimeMs} ${createHash('sha256')
        .update(await readFile(file))
        .digest('hex')}`,
    )
  }
  return lines.join('\n')
}

const copyOf = async (from: string, name: string): Promise<string> => {
  const to = join(home, name)
  await mkdir(to)
  for (const file of await readdir(from)) await writeFile(join(to, file), await readFile(join(from, file)))
  return to
}

describe('a new vault', () => {
  it('holds the header twice and nothing else, for its owner alone', async () => {
    expect((await readdir(folder)).sort()).toEqual([HEADER_FILE, SPARE_FILE].sort())
    expect((await readdir(home)).sort()).toEqual(['one.colophon'])
    if (process.platform === 'win32') return
    expect((await stat(folder)).mode & 0o077).toBe(0)
    expect((await stat(join(folder, HEADER_FILE))).mode & 0o077).toBe(0)
  })

  it('tells its name and id without the passphrase, and no more', async () => {
    const { name, vaultId, inUse } = succeeded(await readHeader(folder))
    expect({ name, inUse }).toEqual({ name: NAME, inUse: false })
    expect(vaultId).toMatch(/^[0-9a-f]{32}$/)
    expect(await readFile(join(folder, HEADER_FILE), 'utf8')).not.toContain(PASSPHRASE)
  })

  it('is filled before it appears; a failure to fill it leaves nothing behind', async () => {
    const place = join(home, 'deep', 'er', 'two.colophon')
    const seen: string[] = []
    const result = await createVault({
      folder: place,
      name: 'two',
      passphrase: PASSPHRASE,
      fill: async ({ databasePath, databaseKey }) => {
        seen.push(...(await readdir(join(home, 'deep', 'er'))))
        expect(databaseKey).toHaveLength(32)
        await writeFile(databasePath, 'half a database')
        return failed(failure('disk-full'))
      },
    })
    expect(codeOf(result)).toBe('disk-full')
    expect(seen).toEqual([expect.stringMatching(/^two\.colophon\.part-/)])
    expect(await readdir(home)).toEqual(['one.colophon'])
  })

  it('has the keys that it was filled with', async () => {
    const place = join(home, 'three.colophon')
    let first: Buffer = Buffer.alloc(0)
    const created = succeeded(
      await createVault({
        folder: place,
        name: '  th\u202Eree\n',
        passphrase: PASSPHRASE,
        fill: async ({ databasePath, databaseKey }) => {
          first = Buffer.from(databaseKey)
          await writeFile(databasePath, 'a database')
          return ok(undefined)
        },
      }),
    )
    expect(created.databaseKey).toEqual(first)
    expect(created.name).toBe('three')
    expect(await readFile(created.databasePath, 'utf8')).toBe('a database')
    created.close()
    expect(created.databaseKey).toEqual(Buffer.alloc(32))
    expect(await readdir(place)).not.toContain(LOCK_FILE)
    await rm(place, { recursive: true })
  })

  it('never goes where something is, and wants a passphrase that holds', async () => {
    const create = (place: string, passphrase: string) =>
      createVault({ folder: place, name: 'x', passphrase })
    const before = await fingerprint(folder)
    expect(codeOf(await create(folder, PASSPHRASE))).toBe('vault-exists')
    expect(codeOf(await create(join(folder, HEADER_FILE), PASSPHRASE))).toBe('vault-exists')
    expect(codeOf(await create(join(home, 'four'), 'hunter2'))).toBe('passphrase-too-weak')
    expect(codeOf(await create(join(home, 'four'), ''))).toBe('passphrase-missing')
    expect(codeOf(await create(join(folder, HEADER_FILE, 'five'), PASSPHRASE))).toBe('vault-exists')
    expect(await fingerprint(folder)).toBe(before)
    expect(await readdir(home)).toEqual(['one.colophon'])
  })
})

describe('opening', () => {
  it('gives the same keys each time, all of them different, until it is closed', async () => {
    const first = succeeded(await openVault({ folder, passphrase: PASSPHRASE }))
    const keys = [first.databaseKey, first.journalKey, first.integrityKey].map((key) => key.toString('hex'))
    expect(new Set(keys).size).toBe(3)
    expect(first).toMatchObject({ name: NAME, header: 'whole', databasePath: join(folder, DATABASE_FILE) })
    first.close()
    first.close()
    expect(Buffer.concat([first.databaseKey, first.journalKey, first.integrityKey])).toEqual(Buffer.alloc(96))

    const again = succeeded(await openVault({ folder, passphrase: PASSPHRASE }))
    expect(again.databaseKey.toString('hex')).toBe(keys[0])
    again.close()
  })

  it('with a wrong passphrase says so and touches nothing, not even a time of change', async () => {
    const before = await fingerprint(folder)
    expect(codeOf(await openVault({ folder, passphrase: `${PASSPHRASE} ` }))).toBe('wrong-passphrase')
    expect(codeOf(await openVault({ folder, passphrase: '' }))).toBe('passphrase-missing')
    expect(await fingerprint(folder)).toBe(before)
  })

  it('is refused while it is open elsewhere, and free again after', async () => {
    const open = succeeded(await openVault({ folder, passphrase: PASSPHRASE }))
    expect(codeOf(await openVault({ folder, passphrase: PASSPHRASE }))).toBe('vault-in-use')
    const change = { folder, passphrase: PASSPHRASE, newPassphrase: 'gravel-tundra-violin-pepper-dusk' }
    expect(codeOf(await changePassphrase(change))).toBe('vault-in-use')
    expect(succeeded(await readHeader(folder)).inUse).toBe(true)
    open.close()
    expect(succeeded(await readHeader(folder)).inUse).toBe(false)
  })

  it('does not block the event loop', async () => {
    let ticks = 0
    const timer = setInterval(() => {
      ticks += 1
    }, 10)
    succeeded(await openVault({ folder, passphrase: PASSPHRASE })).close()
    clearInterval(timer)
    expect(ticks).toBeGreaterThan(5)
  })

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'a folder that may not be written is refused with a sentence (skipped as root, who may write anywhere)',
    async () => {
      await chmod(folder, 0o500)
      expect(codeOf(await openVault({ folder, passphrase: PASSPHRASE }))).toBe('vault-not-writable')
      await chmod(folder, 0o700)
    },
  )
})

describe('a damaged or altered header', () => {
  it('is mended from the other copy, at the next right passphrase and not before', async () => {
    const place = await copyOf(folder, 'mend.colophon')
    const good = await readFile(join(place, HEADER_FILE))
    await writeFile(join(place, HEADER_FILE), good.subarray(0, 100))
    const before = await fingerprint(place)
    expect(codeOf(await openVault({ folder: place, passphrase: 'not this one' }))).toBe('wrong-passphrase')
    expect(await fingerprint(place)).toBe(before)
    const opened = succeeded(await openVault({ folder: place, passphrase: PASSPHRASE }))
    expect(opened.header).toBe('mended')
    opened.close()
    expect(await readFile(join(place, HEADER_FILE))).toEqual(good)
    expect((await readdir(place)).sort()).toEqual([HEADER_FILE, SPARE_FILE].sort())
  })

  it('with a good checksum made anew is found out by its seal', async () => {
    const place = await copyOf(folder, 'altered.colophon')
    const copy = parseHeader(await readFile(join(place, HEADER_FILE), 'utf8'))
    if (copy.state !== 'valid') throw new Error(copy.state)
    const altered = renderHeader({ ...copy.header, name: 'Trust me', generation: 9 })
    for (const name of [HEADER_FILE, SPARE_FILE]) await writeFile(join(place, name), altered)
    const before = await fingerprint(place)
    expect(codeOf(await openVault({ folder: place, passphrase: PASSPHRASE }))).toBe('vault-header-damaged')
    expect(await fingerprint(place)).toBe(before)
  })

  it('outside the bounds is refused before any memory is taken', async () => {
    const place = await copyOf(folder, 'bounds.colophon')
    const copy = parseHeader(await readFile(join(place, HEADER_FILE), 'utf8'))
    if (copy.state !== 'valid') throw new Error(copy.state)
    const { header } = copy
    for (const bounds of [{ memory: 8192 }, { memory: 2 ** 45 }, { passes: 1 }, { passes: 2 ** 31 }]) {
      const slots = passphraseSlots(header).map((slot) => ({ ...slot, kdf: { ...slot.kdf, ...bounds } }))
      for (const name of [HEADER_FILE, SPARE_FILE])
        await writeFile(join(place, name), renderHeader({ ...header, slots }))
      const memory = process.memoryUsage.rss()
      expect(codeOf(await openVault({ folder: place, passphrase: PASSPHRASE }))).toBe(
        'vault-parameters-refused',
      )
      expect(process.memoryUsage.rss() - memory).toBeLessThan(64 * 1024 * 1024)
    }
  })

  it('from the future is refused and left alone', async () => {
    const place = await copyOf(folder, 'future.colophon')
    const copy = parseHeader(await readFile(join(place, HEADER_FILE), 'utf8'))
    if (copy.state !== 'valid') throw new Error(copy.state)
    await writeFile(
      join(place, HEADER_FILE),
      renderHeader({ ...copy.header, version: 3 } as unknown as Header),
    )
    const before = await fingerprint(place)
    expect(codeOf(await readHeader(place))).toBe('vault-from-the-future')
    expect(codeOf(await openVault({ folder: place, passphrase: PASSPHRASE }))).toBe('vault-from-the-future')
    expect(await fingerprint(place)).toBe(before)
  })
})

describe('a passphrase', () => {
  it('in Hangul is the same typed as syllables or as letters', async () => {
    const place = join(home, 'hangul.colophon')
    const passphrase = '강가의 낡은 등불이 세 번 깜박였다'
    succeeded(
      await createVault({ folder: place, name: 'x', passphrase: passphrase.normalize('NFD') }),
    ).close()
    succeeded(await openVault({ folder: place, passphrase: passphrase.normalize('NFC') })).close()
    await rm(place, { recursive: true })
  })

  it('is changed, closed or open: the old one no longer opens, keys and id stay', async () => {
    const place = await copyOf(folder, 'change.colophon')
    const second = 'gravel-tundra-violin-pepper-dusk'
    const third = '강가의 낡은 등불이 세 번 깜박였다'
    const change = (passphrase: string, newPassphrase: string) =>
      changePassphrase({ folder: place, passphrase, newPassphrase })
    const before = await fingerprint(place)
    expect(codeOf(await change('not this one', second))).toBe('wrong-passphrase')
    expect(codeOf(await change(PASSPHRASE, 'hunter2'))).toBe('passphrase-too-weak')
    expect(await fingerprint(place)).toBe(before)
    const opening = performance.now()
    const key = await keyOf(place, PASSPHRASE)
    const oneHash = performance.now() - opening

    const started = performance.now()
    expect(codeOf(await change(PASSPHRASE, second))).toBe('ok')
    // Two hashes and little else: under three seconds wherever opening takes under one.
    expect(performance.now() - started).toBeLessThan(3 * oneHash + 1000)
    expect(codeOf(await openVault({ folder: place, passphrase: PASSPHRASE }))).toBe('wrong-passphrase')

    const open: OpenVault = succeeded(await openVault({ folder: place, passphrase: second }))
    expect(open).toMatchObject({ generation: 2, header: 'whole' })
    expect(open.databaseKey.toString('hex')).toBe(key)
    expect(codeOf(await open.changePassphrase({ passphrase: second, newPassphrase: third }))).toBe('ok')
    expect(open.databaseKey.toString('hex')).toBe(key)
    open.close()
    expect(await keyOf(place, third)).toBe(key)
    expect((await readdir(place)).sort()).toEqual([HEADER_FILE, SPARE_FILE].sort())
  })
})

async function keyOf(place: string, passphrase: string): Promise<string> {
  const vault = succeeded(await openVault({ folder: place, passphrase }))
  const key = vault.databaseKey.toString('hex')
  vault.close()
  return key
}
