import { byPosition, type Range } from '../article/range'
import type { Phrase, Query } from './query'
import { type Token, tokens } from './tokens'

/**
 * Where the query's words stand in `text`: ranges in text order, not overlapping. Phrases that share letters become one
 * range (three syllables are two pairs in the index and one hit on the screen). Stops after `limit` hits.
 */
export function findRanges(text: string, query: Pick<Query, 'phrases'>, limit = 1_000): Range[] {
  if (query.phrases.length === 0) return []
  const all = tokens(text)
  const hits: Range[] = []
  for (let at = 0; at < all.length && hits.length < limit; at += 1) {
    for (const phrase of query.phrases) {
      const hit = hitAt(text, all, at, phrase)
      if (hit !== null) hits.push(hit)
    }
  }
  return merged(hits)
}

/** Whether `text` has the phrase. */
export function hasPhrase(text: string, phrase: Phrase): boolean {
  return findRanges(text, { phrases: [phrase] }, 1).length > 0
}

function hitAt(text: string, all: readonly Token[], at: number, phrase: Phrase): Range | null {
  const last = phrase.terms.length - 1
  for (let step = 0; step <= last; step += 1) {
    const token = all[at + step]
    const term = phrase.terms[step]
    if (token === undefined || term === undefined) return null
    const same = phrase.open && step === last ? token.term.startsWith(term) : token.term === term
    if (!same) return null
  }
  const from = all[at]
  const to = all[at + last]
  if (from === undefined || to === undefined) return null
  return [from.range[0], endOf(text, to, phrase.terms[last] ?? '')]
}

/** A single syllable that opens a pair marks itself, not its neighbour. */
function endOf(text: string, token: Token, term: string): number {
  const [start, end] = token.range
  const isHeadOfPair = term !== token.term && [...term].length === 1 && [...token.term].length === 2
  if (!isHeadOfPair || /[\p{scx=Latin}\p{N}]/u.test(term)) return end
  return start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1)
}

function merged(hits: readonly Range[]): Range[] {
  const result: Range[] = []
  for (const hit of [...hits].sort(byPosition)) {
    const before = result.at(-1)
    if (before !== undefined && hit[0] < before[1]) {
      if (hit[1] > before[1]) result[result.length - 1] = [before[0], hit[1]]
    } else result.push(hit)
  }
  return result
}
