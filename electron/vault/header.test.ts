import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newKdfParameters } from './calibration'
import { ofNewVaultKey } from './following-header'
import { FORMAT, type HeaderNow, parseHeader, renderHeader, VERSION } from './header'
import { DATABASE_FILE, HEADER_FILE, readHeaders, SPARE_FILE, writeHeaders } from './header-files'
import { withinBounds } from './kdf'
import { newKey, randomBytes, sealHeader, sealHolds, unwrapVaultKey, wrapVaultKey } from './keys'

const vaultKey = newKey()
const secretKey = randomBytes(32)
/** A machine so slow that every slot gets the floor: ms a pass over one MiB. */
const SLOW = 100
const vaultId = randomBytes(16).toString('hex')

const OWN = ofNewVaultKey(newKey(), vaultKey, vaultId)

/** A header as `createVault` makes it, with a random key in place of Argon2id's. */
function header(generation = 1, name = '기록 보관소'): HeaderNow {
  const content = { vaultId, name, generation, ...OWN, slots: [passphraseSlot()] }
  return sealHeader({ format: FORMAT, version: VERSION, ...content }, vaultKey)
}

function passphraseSlot() {
  return wrapVaultKey(vaultKey, secretKey, vaultId, { kind: 'passphrase', kdf: newKdfParameters(SLOW) })
}

describe('a header', () => {
  it('reads back as it was written', () => {
    const written = header()
    expect(parseHeader(renderHeader(written))).toEqual({ state: 'valid', header: written })
  })

  it('is refused with any one byte altered: every byte, every bit', () => {
    const bytes = Buffer.from(renderHeader(header()))
    for (let at = 0; at < bytes.length; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const altered = Buffer.from(bytes)
        altered[at] = (bytes[at] ?? 0) ^ (1 << bit)
        expect(parseHeader(altered.toString('utf8')).state).toBe('damaged')
      }
    }
  })

  it('is refused cut short at any length, doubled, or replaced by other text', () => {
    const text = renderHeader(header())
    for (let length = 0; length < text.length; length += 1) {
      expect(parseHeader(text.slice(0, length)).state).toBe('damaged')
    }
    expect(parseHeader(text + text).state).toBe('damaged')
    fc.assert(fc.property(fc.json({ maxDepth: 12 }), (json) => parseHeader(json).state === 'damaged'))
    expect(parseHeader('['.repeat(30_000) + ']'.repeat(30_000)).state).toBe('damaged')
  })

  it('of a newer version is known as such only when its checksum holds', () => {
    const newer = renderHeader({ ...header(), version: 7 as typeof VERSION })
    expect(parseHeader(newer)).toEqual({ state: 'from-the-future', version: 7 })
    expect(parseHeader(newer.replace('"version": 7', '"version": 8')).state).toBe('damaged')
  })

  it('with members that we do not know is none of ours, whatever its checksum', () => {
    expect(parseHeader(renderHeader({ ...header(), hint: 'dog' } as HeaderNow)).state).toBe('damaged')
  })
})

describe('a slot and the seal', () => {
  it('give the vault key back to the right secret only', () => {
    const slot = passphraseSlot()
    expect(unwrapVaultKey(slot, secretKey, vaultId)).toEqual(vaultKey)
    expect(unwrapVaultKey(slot, randomBytes(32), vaultId)).toBeNull()
  })

  it('hold the vault and the slot parameters: altered ones do not unwrap', () => {
    const slot = passphraseSlot()
    expect(unwrapVaultKey(slot, secretKey, randomBytes(16).toString('hex'))).toBeNull()
    const kdf = { ...slot.kdf, passes: slot.kdf.passes + 1 }
    expect(unwrapVaultKey({ ...slot, kdf }, secretKey, vaultId)).toBeNull()
    expect(unwrapVaultKey({ ...slot, nonce: '0'.repeat(48) }, secretKey, vaultId)).toBeNull()
  })

  it('hold everything else too: name, generation and the list of slots', () => {
    const sealed = header()
    expect(sealHolds(sealed, vaultKey)).toBe(true)
    expect(sealHolds({ ...sealed, name: 'another' }, vaultKey)).toBe(false)
    expect(sealHolds({ ...sealed, generation: 2 }, vaultKey)).toBe(false)
    expect(sealHolds({ ...sealed, slots: [...sealed.slots, ...sealed.slots] }, vaultKey)).toBe(false)
    expect(sealHolds(sealed, newKey())).toBe(false)
  })

  it('accept Argon2id only between floor and cap', () => {
    const kdf = newKdfParameters(SLOW)
    const mib = 1024 * 1024
    expect(withinBounds(kdf)).toBe(true)
    expect(withinBounds({ ...kdf, memory: 1024 * mib })).toBe(true)
    expect(withinBounds({ ...kdf, memory: 256 * mib - 1 })).toBe(false)
    expect(withinBounds({ ...kdf, memory: 1024 * mib + 1 })).toBe(false)
    expect(withinBounds({ ...kdf, passes: 2 })).toBe(false)
    expect(withinBounds({ ...kdf, passes: 4_000_000_000 })).toBe(false)
  })
})

describe('the two copies', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'colophon-header-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('are both written, and nothing else', async () => {
    expect(await writeHeaders(folder, header())).toEqual({ ok: true, value: undefined })
    expect((await readdir(folder)).sort()).toEqual([HEADER_FILE, SPARE_FILE].sort())
    expect(await readFile(join(folder, HEADER_FILE))).toEqual(await readFile(join(folder, SPARE_FILE)))
  })

  it('stand in for each other: any damage to one is no obstacle and changes nothing', async () => {
    const written = header(4)
    await writeHeaders(folder, written)
    const good = await readFile(join(folder, HEADER_FILE))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(HEADER_FILE, SPARE_FILE),
        fc.nat({ max: good.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        fc.constantFrom('alter', 'cut', 'remove'),
        async (name, at, mask, how) => {
          const damaged = how === 'cut' ? good.subarray(0, at) : Buffer.from(good)
          if (how === 'alter') damaged[at] = (good[at] ?? 0) ^ mask
          if (how === 'remove') await rm(join(folder, name))
          else await writeFile(join(folder, name), damaged)
          expect(await readHeaders(folder)).toEqual({ ok: true, value: { header: written, whole: false } })
          if (how !== 'remove') expect(await readFile(join(folder, name))).toEqual(damaged)
          await writeFile(join(folder, name), good)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('of different generations: the newer one counts', async () => {
    const newer = header(2)
    await writeHeaders(folder, header(1))
    await writeFile(join(folder, HEADER_FILE), renderHeader(newer))
    expect(await readHeaders(folder)).toEqual({ ok: true, value: { header: newer, whole: false } })
    await writeHeaders(folder, header(1))
    await writeFile(join(folder, SPARE_FILE), renderHeader(newer))
    expect(await readHeaders(folder)).toEqual({ ok: true, value: { header: newer, whole: false } })
  })

  it('both damaged, cut short, or gone from beside the database: damaged', async () => {
    await writeHeaders(folder, header())
    await writeFile(join(folder, HEADER_FILE), '{')
    await writeFile(join(folder, SPARE_FILE), '')
    expect(await readHeaders(folder)).toMatchObject({ failure: { code: 'vault-header-damaged' } })
    await rm(join(folder, HEADER_FILE))
    await rm(join(folder, SPARE_FILE))
    await writeFile(join(folder, DATABASE_FILE), 'x')
    expect(await readHeaders(folder)).toMatchObject({ failure: { code: 'vault-header-damaged' } })
  })

  it('from the future: refused, even beside a copy that we can read', async () => {
    await writeHeaders(folder, header())
    await writeFile(join(folder, SPARE_FILE), renderHeader({ ...header(), version: 3 as typeof VERSION }))
    expect(await readHeaders(folder)).toEqual({
      ok: false,
      failure: { code: 'vault-from-the-future', detail: { found: 3, limit: 2 } },
    })
  })

  it('neither there: no vault; no folder there: nothing', async () => {
    expect(await readHeaders(folder)).toMatchObject({ failure: { code: 'vault-not-a-vault' } })
    expect(await readHeaders(join(folder, 'none'))).toMatchObject({ failure: { code: 'vault-not-found' } })
    await writeFile(join(folder, 'file'), 'x')
    expect(await readHeaders(join(folder, 'file'))).toMatchObject({ failure: { code: 'vault-not-a-vault' } })
  })
})
