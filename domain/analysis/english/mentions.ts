import { byPosition, overlap, type Range, wordsAt } from '../../article/range'
import type { JoinReason } from '../findings'
import { BARE } from './nouns'
import { type People, peopleBetween } from './people'
import type { Draft } from './registry'

type Called = { readonly draft: Draft; readonly rule: JoinReason['rule'] }

/** So many ways to call sources are looked for; a text with more is a list of names. */
const MOST_NAMES = 400

/**
 * Adds what else in the story refers to a source, beside the mentions that speak: its name again, the surname
 * alone, and "the source" when only one source is called so. Words that could be two sources' are nobody's.
 */
export function addFurtherMentions(
  text: string,
  story: readonly Range[],
  drafts: readonly Draft[],
  people: People,
): void {
  const called = callings(drafts)
  if (called.size === 0) return
  const words = [...called.keys()].sort((a, b) => b.length - a.length).slice(0, MOST_NAMES)
  const taken = drafts.flatMap(({ mentions }) => mentions).sort(byPosition)
  let next = 0
  for (const block of story)
    for (const range of occurrences(text, block, words)) {
      while ((taken[next]?.[1] ?? Number.POSITIVE_INFINITY) <= range[0]) next += 1
      const known = taken[next]
      const one = called.get(wordsAt(text, range))
      if (!one || (known && overlap(known, range))) continue
      if (one.rule === 'surname' && isAnothers(people, range, one.draft)) continue
      one.draft.mentions.push(range)
      one.draft.joined.push({ mention: range, rule: one.rule })
    }
}

/** "Bill Roe" is not Jane Roe, though the text calls her Roe. */
function isAnothers({ all }: People, [start, end]: Range, { phrase }: Draft): boolean {
  const named = peopleBetween(all, [Math.max(0, start - LONGEST_NAME), end]).at(-1)
  return named !== undefined && named.range[1] === end && !phrase.words.startsWith(`${named.first} `)
}
const LONGEST_NAME = 60

/** A character that makes a longer word of the one before or after it. */
const IN_WORD = /[\p{L}\p{N}-]/u

/**
 * Where `words` stand in a block as whole words, in text order; of two that overlap the earlier, then the longer.
 * Plain search: a pattern made anew for each article would be interpreted, which took a third of the analysis.
 */
function occurrences(text: string, [start, end]: Range, words: readonly string[]): Range[] {
  const block = text.slice(start, end)
  const found: Range[] = []
  for (const each of words)
    for (let at = block.indexOf(each); at >= 0; at = block.indexOf(each, at + 1)) {
      const after = at + each.length
      const whole = !IN_WORD.test(block.charAt(at - 1)) && !IN_WORD.test(block.charAt(after))
      if (whole) found.push([start + at, start + after])
    }
  let reached = start
  return found.sort(byPosition).filter(([from, to]) => {
    if (from < reached) return false
    reached = to
    return true
  })
}

/** Words by which exactly one source is called. */
function callings(drafts: readonly Draft[]): Map<string, Called> {
  const all = new Map<string, Called | null>()
  const add = (words: string, draft: Draft, rule: JoinReason['rule']) => {
    if (words.length < 3) return
    const known = all.get(words)
    all.set(words, known === undefined || known?.draft === draft ? { draft, rule } : null)
  }
  for (const draft of drafts) {
    const { words, head, kind, plural } = draft.phrase
    if (kind === 'name' && !plural) {
      add(words.replace(/^[Tt]he /, ''), draft, 'same-name')
      if (draft.identification === 'named-person' && words !== head) add(head, draft, 'surname')
    }
    if (kind === 'noun' && !plural && BARE.has(head) && head !== 'one') {
      add(`the ${head}`, draft, 'definite-again')
      add(`The ${head}`, draft, 'definite-again')
    }
  }
  return new Map([...all].flatMap(([words, one]) => (one ? [[words, one] as const] : [])))
}
