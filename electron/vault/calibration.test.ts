import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { measuredPace, newKdfParameters, paceOf, TARGET } from './calibration'
import { KDF_CAP, KDF_FLOOR, MIB, withinBounds } from './kdf'

vi.setConfig({ testTimeout: 120_000 })

const GIB = 1024 * MIB
/** From a machine that does the floor in 8 ms to one that takes five minutes. */
const pace = fc.double({ min: 0.01, max: 400, noNaN: true })
const machine = fc.double({ min: GIB / 2, max: 256 * GIB, noNaN: true })

it('never leaves the bounds, whatever the machine', () => {
  fc.assert(
    fc.property(pace, machine, (paced, memory) => {
      const kdf = newKdfParameters(paced, memory)
      expect(withinBounds(kdf)).toBe(true)
      expect(kdf.memory % (64 * MIB)).toBe(0)
      expect(Number.isInteger(kdf.passes)).toBe(true)
    }),
  )
})

it('takes about a second where the bounds allow it: never more, and more than half', () => {
  fc.assert(
    fc.property(pace, machine, (paced, memory) => {
      const { memory: taken, passes } = newKdfParameters(paced, memory)
      const time = (taken / MIB) * passes * paced
      const isFloor = taken === KDF_FLOOR.memory && passes === KDF_FLOOR.passes
      const isCap = passes === KDF_CAP.passes
      if (!isFloor) expect(time).toBeLessThanOrEqual(TARGET)
      if (!isFloor && !isCap) expect(time).toBeGreaterThan(TARGET * 0.5)
    }),
  )
})

it('takes memory before passes, and no more than an eighth of the machine', () => {
  const fast = TARGET / (1024 * 3)
  expect(newKdfParameters(fast, 64 * GIB)).toMatchObject({ memory: GIB, passes: 3 })
  expect(newKdfParameters(fast, 4 * GIB)).toMatchObject({ memory: GIB / 2, passes: 6 })
  expect(newKdfParameters(fast, GIB)).toMatchObject({ memory: GIB / 4, passes: 12 })
})

it('has a salt of its own each time', () => {
  const salts = Array.from({ length: 100 }, () => newKdfParameters(1).salt)
  expect(new Set(salts).size).toBe(100)
})

it('measures this machine by a real hash', async () => {
  const measured = await measuredPace()
  if (!measured.ok) throw new Error(measured.failure.code)
  expect(measured.value).toBeGreaterThan(0)
  expect(paceOf(KDF_FLOOR, measured.value * 256 * 3)).toBeCloseTo(measured.value)
})
