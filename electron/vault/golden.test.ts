import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createVault } from './create-vault'
import { VERSION } from './header'
import { openVault } from './open-vault'

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
  readonly name: string
  readonly vaultId: string
  readonly databaseKey: string
  readonly journalKey: string
  readonly integrityKey: string
}

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'colophon-golden-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function makeGolden(): Promise<void> {
  const place = join(GOLDEN, `v${VERSION}.colophon`)
  if (await stat(place).catch(() => null)) return
  const made = await createVault({ folder: place, name: '황금 Golden', passphrase: PASSPHRASE })
  if (!made.ok) throw new Error(made.failure.code)
  const { name, vaultId, databaseKey, journalKey, integrityKey } = made.value
  const keys = {
    databaseKey: databaseKey.toString('hex'),
    journalKey: journalKey.toString('hex'),
    integrityKey: integrityKey.toString('hex'),
  }
  const expected: Expected = { passphrase: PASSPHRASE, name, vaultId, ...keys }
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
    const json = await readFile(join(GOLDEN, vault.replace('.colophon', '.json')), 'utf8')
    const expected: Expected = JSON.parse(json)
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
  })
})
