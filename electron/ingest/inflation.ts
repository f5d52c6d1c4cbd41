import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { LIMITS } from './limits'

/**
 * How much one imported file may grow to, over everything that is unpacked from it (`LIMITS`): a record, the sum, and
 * the ratio to what was given.
 */
export class InflationBudget {
  #given: number
  #spent = 0

  /** `given`: bytes of the imported file. */
  constructor(given: number) {
    this.#given = given
  }

  /** Bytes that the next record may have. */
  get left(): number {
    const byRatio = Math.max(LIMITS.inflationRatioFrom, this.#given * LIMITS.inflationRatio)
    return Math.max(0, Math.min(LIMITS.recordInflated, Math.min(LIMITS.totalInflated, byRatio) - this.#spent))
  }

  /** Notes that a file beside the imported one was handed over: what it may grow to comes on top. */
  grant(bytes: number): void {
    this.#given += bytes
  }

  /** Notes that a record was unpacked; false when it was too much. */
  spend(bytes: number): boolean {
    if (bytes > this.left) return false
    this.#spent += bytes
    return true
  }
}

const INFLATERS = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  'deflate-raw': inflateRawSync,
  br: brotliDecompressSync,
} as const
export type Coding = keyof typeof INFLATERS

export function isCoding(name: string): name is Coding {
  return Object.hasOwn(INFLATERS, name)
}

/** Unpacks bytes within the budget; the memory for more is never taken. */
export function inflated(
  bytes: Uint8Array,
  coding: Coding,
  budget: InflationBudget,
): Uint8Array | 'over-limits' | 'damaged' {
  try {
    const out = INFLATERS[coding](bytes, { maxOutputLength: Math.max(1, budget.left) })
    return budget.spend(out.length) ? out : 'over-limits'
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'over-limits' : 'damaged'
  }
}
