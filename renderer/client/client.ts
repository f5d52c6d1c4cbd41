import type { Answer } from '#contract/define'
import type { Surface } from '#contract/surface'

/** The library and the shell, as the preload script exposes them. Nothing else in the renderer touches `window.colophon`. */
export const client: Surface = Reflect.get(globalThis, 'colophon')

/** The answer of a request that broke on the way: said as a failure, so that no caller needs a second path. */
const BROKEN = { ok: false, failure: { code: 'internal', message: '' } } as const

/**
 * Awaits an answer; a request that throws (the process behind it is gone, a bug) becomes the failure `internal`.
 */
export async function settled<T>(asked: Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await asked
  } catch (error) {
    console.error(error)
    return BROKEN
  }
}
