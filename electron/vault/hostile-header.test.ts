import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { FORMAT, type Header, parseHeader, renderHeader } from './header'
import { HEADER_FILE, SPARE_FILE } from './header-files'
import { KDF_CAP, KDF_FLOOR, MIB } from './kdf'
import { openVault } from './open-vault'
import { checkRecoveryCode } from './recovery'
import { newRecoveryCode } from './recovery-code'

vi.setConfig({ testTimeout: 120_000 })

/** Headers by somebody who knows the format and can compute its checksum. */

const hex = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((array) => Buffer.from(array).toString('hex'))

const kdf = (memory: fc.Arbitrary<number>, passes: fc.Arbitrary<number>) =>
  fc.record({ algorithm: fc.constant('argon2id13' as const), memory, passes, salt: hex(16) })

const passphraseSlot = (parameters: ReturnType<typeof kdf>) =>
  fc.record({ kind: fc.constant('passphrase' as const), kdf: parameters, nonce: hex(24), wrapped: hex(48) })

const recoverySlot = fc.record({
  kind: fc.constant('recovery' as const),
  kdf: fc.constant({ algorithm: 'blake2b' as const }),
  nonce: hex(24),
  wrapped: hex(48),
})

const outside = ({ least, most }: { least: number; most: number }) =>
  fc.oneof(
    fc.integer({ min: 0, max: least - 1 }),
    fc.integer({ min: most + 1, max: 2 ** 53 - 1 }),
    fc.constantFrom(0, 1, 8192, 2 ** 31, 2 ** 32, 2 ** 45),
  )
const MEMORY = { least: KDF_FLOOR.memory, most: KDF_CAP.memory }
const PASSES = { least: KDF_FLOOR.passes, most: KDF_CAP.passes }
const allowed = kdf(fc.constant(KDF_FLOOR.memory), fc.constant(KDF_FLOOR.passes))
const refused = fc.oneof(
  kdf(outside(MEMORY), fc.constant(KDF_FLOOR.passes)),
  kdf(
    fc.constant(KDF_FLOOR.memory),
    outside(PASSES).filter((passes) => passes < 3 || passes > 16),
  ),
)

/** At least one slot out of bounds, in any place among others that are not. */
const hostileSlots = fc
  .tuple(
    fc.array(fc.oneof(passphraseSlot(allowed), recoverySlot), { maxLength: 7 }),
    passphraseSlot(refused),
    fc.nat({ max: 7 }),
  )
  .map(([others, bad, at]) => [...others.slice(0, at), bad, ...others.slice(at)])

const headerWith = (slots: fc.Arbitrary<Header['slots']>) =>
  fc.record({
    format: fc.constant(FORMAT),
    version: fc.constant(2 as const),
    vaultId: hex(16),
    name: fc.string({ minLength: 1, maxLength: 20 }),
    generation: fc.integer({ min: 1, max: 1000 }),
    database: hex(8),
    records: fc.record({ nonce: hex(24), wrapped: hex(48) }),
    slots,
    seal: hex(32),
  }) as fc.Arbitrary<Header>

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'colophon-hostile-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function put(header: Header): Promise<void> {
  for (const name of [HEADER_FILE, SPARE_FILE]) await writeFile(join(folder, name), renderHeader(header))
}

/** The most memory that this process ever had since the mark was reset, in bytes. Linux. */
function peakMemory(): number {
  const [, kilobytes = '0'] = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return Number(kilobytes) * 1024
}

describe('a header out of bounds', () => {
  it('is refused for any parameters outside floor and cap, in any slot', async () => {
    await fc.assert(
      fc.asyncProperty(headerWith(hostileSlots as fc.Arbitrary<Header['slots']>), async (header) => {
        await put(header)
        expect(await openVault({ folder, passphrase: 'any at all' })).toEqual({
          ok: false,
          failure: { code: 'vault-parameters-refused' },
        })
      }),
      { numRuns: 200 },
    )
  })

  it.skipIf(process.platform !== 'linux')(
    'takes no memory, while one within them does (skipped where the peak cannot be read)',
    async () => {
      const [header] = fc.sample(headerWith(hostileSlots as fc.Arbitrary<Header['slots']>), 1)
      const [within] = fc.sample(
        headerWith(fc.array(passphraseSlot(allowed), { minLength: 1, maxLength: 1 })),
        1,
      )
      if (header === undefined || within === undefined) throw new Error('no sample')
      const taken = async (each: Header) => {
        await put(each)
        // proc(5): 5 resets the peak to what is used now.
        writeFileSync('/proc/self/clear_refs', '5')
        const before = peakMemory()
        await openVault({ folder, passphrase: 'any at all' })
        return peakMemory() - before
      }
      expect(await taken(header)).toBeLessThan(64 * MIB)
      expect(await taken(within)).toBeGreaterThan(192 * MIB)
    },
  )
})

describe('any other header that nobody with the key wrote', () => {
  it('opens nothing by a recovery code, and never throws', async () => {
    const slots = fc.array(recoverySlot, { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(headerWith(slots), async (header) => {
        await put(header)
        expect(await checkRecoveryCode({ folder, recoveryCode: newRecoveryCode() })).toEqual({
          ok: false,
          failure: { code: 'wrong-recovery-code' },
        })
      }),
      { numRuns: 100 },
    )
  })

  it('is damaged when it is cut anywhere, or has another value for any member', () => {
    const slots = fc.array(fc.oneof(passphraseSlot(allowed), recoverySlot), { minLength: 1, maxLength: 8 })
    const strange = fc.oneof(fc.string(), fc.double(), fc.integer(), fc.constant(null), fc.array(fc.nat()))
    fc.assert(
      fc.property(headerWith(slots), fc.nat(), fc.nat(), strange, (header, cut, which, value) => {
        const text = renderHeader(header)
        expect(parseHeader(text).state).toBe('valid')
        expect(parseHeader(text.slice(0, cut % text.length)).state).toBe('damaged')
        const names = ['format', 'vaultId', 'database', 'records', 'slots', 'seal', 'name'] as const
        const name = names[which % names.length] ?? 'seal'
        fc.pre(!(name === 'name' && typeof value === 'string' && value.length > 0 && value.length <= 80))
        const other = renderHeader({ ...header, [name]: value } as Header)
        expect(parseHeader(other).state).toBe('damaged')
      }),
      { numRuns: 300 },
    )
  })
})
