import type { Directness } from '#domain/analysis/findings'

const OPENING = /^[\s]*["“”«„「『]/
const ANYWHERE = /["“”«»„「」『』]/

/** How selected words are told, by their quotation marks: all of them quoted, some, or none. */
export function directnessOf(words: string): Directness {
  if (!ANYWHERE.test(words)) return 'indirect'
  return OPENING.test(words) ? 'direct' : 'mixed'
}
