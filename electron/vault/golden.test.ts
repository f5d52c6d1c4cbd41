import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createVault } from './create-vault'
import { VERSION } from './header'
import { openVault } from './open-vault'
import { checkRecoveryCode, replaceRecoveryCode } from './recovery'
import { newRecoveryCode } from './recovery-code'

/**
 * A vault of every format version is kept for ever, with the keys it must give: what opened once, opens always. Their
 * passphrases are public.
 *
 * A new version gets its own by `COLOPHON_GOLDEN=1 npx vitest run electron/vault/golden.test.ts`, which never
 * overwrites one.
 */
const GOLDEN = join(import.meta.dirname, 'golden')
const PASSPHRASE = 'golden-황금-vault-ferry-onion-lantern'

type Expected = {
  readonly passphrase: string
  /** From version 2 on. */
  readonly recoveryCode?: string
  readonly name: string
  readonly vaultId: string
  readonly databaseKey: string
  readonly journalKey: string
  readonly integrityKey: string
}

/** Real Argon2id, on a machine that may be busy. */
vi.setConfig({ testTimeout: 120_000 })

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'colophon-golden-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function makeGolden(): Promise<void> {
  const place = join(GOLDEN, `v${VERSION}.colophon`)
  if (await stat(place).catch(() => null)) return
  const recoveryCode = newRecoveryCode()
  const made = await createVault({ folder: place, name: '황금 Golden', passphrase: PASSPHRASE, recoveryCode })
  if (!made.ok) throw new Error(made.failure.code)
  const { name, vaultId, databaseKey, journalKey, integrityKey } = made.value
  const keys = {
    databaseKey: databaseKey.toString('hex'),
    journalKey: journalKey.toString('hex'),
    integrityKey: integrityKey.toString('hex'),
  }
  const expected: Expected = { passphrase: PASSPHRASE, recoveryCode, name, vaultId, ...keys }
  await writeFile(join(GOLDEN, `v${VERSION}.json`), `${JSON.stringify(expected, null, 2)}\n`)
  made.value.close()
}

if (process.env.COLOPHON_GOLDEN === '1') await makeGolden()
const vaults = (await readdir(GOLDEN)).filter((name) => name.endsWith('.colophon'))

describe('golden vaults', () => {
  it('there is one of the version that we write', () => {
    expect(vaults).toContain(`v${VERSION}.colophon`)
  })

  it.each(vaults)('%s opens and gives the keys it gave when it was made', async (vault) => {
    const expected = await expectedOf(vault)
    const copy = join(folder, vault)
    await cp(join(GOLDEN, vault), copy, { recursive: true })
    const opened = await openVault({ folder: copy, passphrase: expected.passphrase })
    if (!opened.ok) throw new Error(opened.failure.code)
    const { name, vaultId, header, databaseKey, journalKey, integrityKey } = opened.value
    expect({ name, vaultId, header }).toEqual({
      name: expected.name,
      vaultId: expected.vaultId,
      header: 'whole',
    })
    expect(databaseKey.toString('hex')).toBe(expected.databaseKey)
    expect(journalKey.toString('hex')).toBe(expected.journalKey)
    expect(integrityKey.toString('hex')).toBe(expected.integrityKey)
    opened.value.close()
    expect(await filesOf(copy)).toEqual(await filesOf(join(GOLDEN, vault)))
  })

  it('of version 1 take a recovery code and become version 2, with the same keys', async () => {
    const { passphrase, databaseKey } = await expectedOf('v1.colophon')
    const copy = join(folder, 'upgraded.colophon')
    await cp(join(GOLDEN, 'v1.colophon'), copy, { recursive: true })
    const recoveryCode = newRecoveryCode()
    expect(await replaceRecoveryCode({ folder: copy, passphrase, recoveryCode })).toMatchObject({ ok: true })
    expect(await readFile(join(copy, 'header.json'), 'utf8')).toContain('"version": 2')
    expect(await checkRecoveryCode({ folder: copy, recoveryCode })).toMatchObject({ ok: true })
    const opened = await openVault({ folder: copy, passphrase })
    if (!opened.ok) throw new Error(opened.failure.code)
    expect(opened.value.databaseKey.toString('hex')).toBe(databaseKey)
    opened.value.close()
  })

  it('of later versions open by their recovery code too', async () => {
    for (const vault of vaults) {
      const { recoveryCode } = await expectedOf(vault)
      if (recoveryCode === undefined) continue
      expect(await checkRecoveryCode({ folder: join(GOLDEN, vault), recoveryCode })).toMatchObject({
        ok: true,
      })
    }
    expect((await expectedOf(`v${VERSION}.colophon`)).recoveryCode).toMatch(/^(?:[a-z]+ ){23}[a-z]+$/)
  })
})

async function expectedOf(vault: string): Promise<Expected> {
  return JSON.parse(await readFile(join(GOLDEN, vault.replace('.colophon', '.json')), 'utf8'))
}

/** Every file's name and bytes: to open an old vault leaves it as it was. */
async function filesOf(path: string): Promise<string[][]> {
  const names = (await readdir(path)).sort()
  return Promise.all(names.map(async (name) => [name, await readFile(join(path, name), 'hex')]))
}
