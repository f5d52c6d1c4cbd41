import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { entropyToMnemonic } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Result } from '#domain/result'
import { changePassphrase } from './change-passphrase'
import { createVault } from './create-vault'
import { parseHeader, renderHeader } from './header'
import { HEADER_FILE, SPARE_FILE } from './header-files'
import { openVault, readHeader } from './open-vault'
import { checkRecoveryCode, recoverVault, replaceRecoveryCode } from './recovery'
import { newRecoveryCode, RECOVERY_WORDS, recoveryEntropy } from './recovery-code'

/** Real Argon2id, on a machine that may be busy. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const PASSPHRASE = 'ferry-onion-lantern-quilt-mosaic'
const ANOTHER = 'gravel-tundra-violin-pepper-dusk'

let home = ''
let folder = ''
const code = newRecoveryCode()
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'colophon-recovery-'))
  folder = join(home, 'one.colophon')
  const made = await createVault({ folder, name: 'one', passphrase: PASSPHRASE, recoveryCode: code })
  if (!made.ok) throw new Error(made.failure.code)
  made.value.close()
})
afterAll(() => rm(home, { recursive: true, force: true }))

const copyOf = async (name: string): Promise<string> => {
  await cp(folder, join(home, name), { recursive: true })
  return join(home, name)
}

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.code)

async function opens(place: string, passphrase: string): Promise<string> {
  const opened = await openVault({ folder: place, passphrase })
  if (!opened.ok) return opened.failure.code
  const key = opened.value.databaseKey.toString('hex')
  opened.value.close()
  return key
}

describe('a recovery code', () => {
  it('is 24 words, another each time, and reads back as it was drawn', () => {
    const codes = Array.from({ length: 200 }, newRecoveryCode)
    expect(new Set(codes).size).toBe(200)
    for (const each of codes) {
      expect(each.split(' ')).toHaveLength(RECOVERY_WORDS)
      expect(recoveryEntropy(each).ok).toBe(true)
    }
  })

  it('stands for its bytes however it is copied from the kit', () => {
    const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 })
    fc.assert(
      fc.property(bytes, (entropy) => {
        const words = entropyToMnemonic(entropy, wordlist).split(' ')
        const numbered = words.map((word, at) => `${at + 1}. ${word.toUpperCase()}`).join('\r\n')
        for (const typed of [words.join('  '), numbered, `\u00a0${words.join(', ')}\n`]) {
          expect(recoveryEntropy(typed)).toEqual({ ok: true, value: Buffer.from(entropy) })
        }
      }),
      { numRuns: 50 },
    )
  })

  it('mistyped is told from a wrong one, with the place of the first strange word', () => {
    const words = code.split(' ')
    const typed = (change: (copy: string[]) => void) => {
      const copy = [...words]
      change(copy)
      return recoveryEntropy(copy.join(' '))
    }
    expect(typed((copy) => copy.splice(6, 1, 'colofon'))).toEqual({
      ok: false,
      failure: { code: 'recovery-code-mistyped', detail: { place: 7 } },
    })
    expect(codeOf(typed((copy) => copy.pop()))).toBe('recovery-code-mistyped')
    expect(codeOf(typed((copy) => copy.push('abandon')))).toBe('recovery-code-mistyped')
    expect(codeOf(recoveryEntropy(' \n'))).toBe('recovery-code-missing')
  })
})

describe('a vault with a recovery code', () => {
  it('says so without any secret, and knows its own code only', async () => {
    expect(await readHeader(folder)).toMatchObject({ value: { hasRecoveryCode: true, generation: 1 } })
    expect(codeOf(await checkRecoveryCode({ folder, recoveryCode: code }))).toBe('ok')
    expect(codeOf(await checkRecoveryCode({ folder, recoveryCode: newRecoveryCode() }))).toBe(
      'wrong-recovery-code',
    )
  })

  it('gets a new passphrase by it: the forgotten one is gone, keys and code stay', async () => {
    const place = await copyOf('recover.colophon')
    const key = await opens(place, PASSPHRASE)
    const recover = (recoveryCode: string, newPassphrase: string) =>
      recoverVault({ folder: place, recoveryCode, newPassphrase })
    const before = await readFile(join(place, HEADER_FILE))
    expect(codeOf(await recover(newRecoveryCode(), ANOTHER))).toBe('wrong-recovery-code')
    expect(codeOf(await recover(code, 'hunter2'))).toBe('passphrase-too-weak')
    expect(await readFile(join(place, HEADER_FILE))).toEqual(before)
    expect(codeOf(await recover(code, ANOTHER))).toBe('ok')
    expect(await opens(place, PASSPHRASE)).toBe('wrong-passphrase')
    expect(await opens(place, ANOTHER)).toBe(key)
    expect(codeOf(await checkRecoveryCode({ folder: place, recoveryCode: code }))).toBe('ok')
  })

  it('keeps it when the passphrase changes; another code ends it; so does none', async () => {
    const place = await copyOf('replace.colophon')
    expect(
      codeOf(await changePassphrase({ folder: place, passphrase: PASSPHRASE, newPassphrase: ANOTHER })),
    ).toBe('ok')
    const check = (recoveryCode: string) => checkRecoveryCode({ folder: place, recoveryCode })
    expect(codeOf(await check(code))).toBe('ok')
    const next = newRecoveryCode()
    const replace = (recoveryCode: string | null) =>
      replaceRecoveryCode({ folder: place, passphrase: ANOTHER, recoveryCode })
    expect(codeOf(await replace(next))).toBe('ok')
    expect(codeOf(await check(code))).toBe('wrong-recovery-code')
    expect(codeOf(await check(next))).toBe('ok')
    expect(codeOf(await replace(null))).toBe('ok')
    expect(codeOf(await check(next))).toBe('vault-without-recovery-code')
    expect(await readHeader(place)).toMatchObject({ value: { hasRecoveryCode: false, generation: 4 } })
  })
})

describe('somebody who alters the header', () => {
  /** Both copies as `alter` makes them, with a checksum that holds: anybody can compute it. */
  async function altered(
    name: string,
    alter: (header: ReturnType<typeof valid>) => ReturnType<typeof valid>,
  ) {
    const place = await copyOf(name)
    const text = renderHeader(alter(valid(await readFile(join(place, HEADER_FILE), 'utf8'))))
    for (const file of [HEADER_FILE, SPARE_FILE]) await writeFile(join(place, file), text)
    return place
  }

  function valid(text: string) {
    const copy = parseHeader(text)
    if (copy.state !== 'valid' || copy.header.version !== 2) throw new Error(copy.state)
    return copy.header
  }

  it('by taking out or doubling a slot is found out by the passphrase and by the code', async () => {
    const fewer = await altered('fewer.colophon', (header) => ({
      ...header,
      slots: header.slots.slice(0, 1),
    }))
    expect(await opens(fewer, PASSPHRASE)).toBe('vault-header-damaged')
    const noPassphrase = await altered('code.colophon', (header) => ({
      ...header,
      slots: header.slots.slice(1),
    }))
    expect(codeOf(await checkRecoveryCode({ folder: noPassphrase, recoveryCode: code }))).toBe(
      'vault-header-damaged',
    )
    const doubled = await altered('doubled.colophon', (header) => ({
      ...header,
      slots: [...header.slots, ...header.slots],
    }))
    expect(await opens(doubled, PASSPHRASE)).toBe('vault-header-damaged')
  })

  it('by calling it an older version, or naming another database, is found out', async () => {
    const renamed = await altered('renamed.colophon', (header) => ({ ...header, database: '0'.repeat(16) }))
    expect(await opens(renamed, PASSPHRASE)).toBe('vault-header-damaged')
    const older = await altered('older.colophon', ({ database: _, records: __, ...header }) => {
      const slots = header.slots.filter((slot) => slot.kind === 'passphrase')
      return { ...header, version: 1, slots } as unknown as ReturnType<typeof valid>
    })
    expect(await opens(older, PASSPHRASE)).toBe('vault-header-damaged')
  })

  it('by altering any member of any slot opens nothing', async () => {
    const flip = (hex: string) => (hex[0] === '0' ? '1' : '0') + hex.slice(1)
    for (const at of [0, 1]) {
      for (const member of ['nonce', 'wrapped'] as const) {
        const place = await altered(`slot-${at}-${member}.colophon`, (header) => ({
          ...header,
          slots: header.slots.map((slot, index) =>
            index === at ? { ...slot, [member]: flip(slot[member]) } : slot,
          ),
        }))
        // The slot that was altered is as good as another secret's; the one that was not sees through the seal.
        expect(await opens(place, PASSPHRASE)).toBe(at === 0 ? 'wrong-passphrase' : 'vault-header-damaged')
        expect(codeOf(await checkRecoveryCode({ folder: place, recoveryCode: code }))).toBe(
          at === 1 ? 'wrong-recovery-code' : 'vault-header-damaged',
        )
      }
    }
  })

  it('by more than eight slots makes it none of ours', async () => {
    const nine = await altered('nine.colophon', (header) => ({
      ...header,
      slots: Array.from({ length: 9 }, () => header.slots[1] ?? header.slots[0]).flatMap((slot) =>
        slot === undefined ? [] : [slot],
      ),
    }))
    expect(codeOf(await readHeader(nine))).toBe('vault-header-damaged')
  })

  it('by putting back an older spare changes nothing: the newer copy counts, and mends it', async () => {
    const place = await copyOf('spare.colophon')
    const older = await readFile(join(place, SPARE_FILE))
    await changePassphrase({ folder: place, passphrase: PASSPHRASE, newPassphrase: ANOTHER })
    await writeFile(join(place, SPARE_FILE), older)
    expect(await opens(place, PASSPHRASE)).toBe('wrong-passphrase')
    expect(await readFile(join(place, SPARE_FILE))).toEqual(older)
    expect(await opens(place, ANOTHER)).toMatch(/^[0-9a-f]{64}$/)
    expect(await readFile(join(place, SPARE_FILE))).toEqual(await readFile(join(place, HEADER_FILE)))
  })
})
