import { totalmem } from 'node:os'
import { ok, type Result } from '#domain/result'
import type { KdfParameters } from './header'
import { KDF_CAP, KDF_FLOOR, keyFromPassphrase, MIB, newSalt } from './kdf'
import { forget } from './keys'

/** How long one guess shall take on the machine that makes the slot: milliseconds (SECURITY.md, Keys and vault). */
export const TARGET = 1000

/** Memory grows by whole steps of this many bytes, so that headers tell less of the machine. */
const STEP = 64 * MIB

/** No more than this share of the machine's memory: other programs have theirs, and libraries move to smaller machines. */
const MEMORY_SHARE = 1 / 8

/** Milliseconds that one pass of Argon2id over one MiB takes here and now. */
export type Pace = number

/** The pace that a hash with these parameters showed by taking `milliseconds`. */
export function paceOf(kdf: Pick<KdfParameters, 'memory' | 'passes'>, milliseconds: number): Pace {
  return milliseconds / ((kdf.memory / MIB) * kdf.passes)
}

/**
 * Measures the pace by one hash at the floor: some half a second.
 *
 * Fails with `not-enough-memory`.
 */
export async function measuredPace(): Promise<Result<Pace>> {
  const kdf = { algorithm: 'argon2id13', ...KDF_FLOOR, salt: newSalt() } as const
  const started = performance.now()
  const key = await keyFromPassphrase('measuring', kdf)
  if (!key.ok) return key
  forget(key.value)
  return ok(paceOf(kdf, performance.now() - started))
}

/**
 * Parameters for a new slot, with a fresh salt: the work that takes about a second at this pace, never under the floor nor
 * over the cap. Memory first, then passes, as RFC 9106 (section 4) has it: memory is what makes guessing
 * machines dear. `machine` is the machine's memory in bytes.
 */
export function newKdfParameters(pace: Pace, machine: number = totalmem()): KdfParameters {
  const work = Math.min(TARGET / pace, (KDF_CAP.memory / MIB) * KDF_CAP.passes)
  const affordable = (work / KDF_FLOOR.passes) * MIB
  const most = within(KDF_FLOOR.memory, machine * MEMORY_SHARE, KDF_CAP.memory)
  const memory = within(KDF_FLOOR.memory, wholeSteps(Math.min(affordable, most)), KDF_CAP.memory)
  const passes = within(KDF_FLOOR.passes, Math.floor(work / (memory / MIB)), KDF_CAP.passes)
  return { algorithm: 'argon2id13', memory, passes, salt: newSalt() }
}

function wholeSteps(memory: number): number {
  return Math.floor(memory / STEP) * STEP
}

function within(least: number, value: number, most: number): number {
  return Math.min(Math.max(least, value), most)
}
