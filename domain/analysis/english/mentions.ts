import { byPosition, overlap, type Range } from '../../article/range'
import type { JoinReason } from '../findings'
import { BARE } from './nouns'
import type { Draft } from './registry'

type Called = { readonly draft: Draft; readonly rule: JoinReason['rule'] }

/** So many ways to call sources are looked for; a text with more is a list of names. */
const MOST_NAMES = 400

/**
 * Adds what else in the story refers to a source, beside the mentions that speak: its name again, the surname
 * alone, and "the source" when only one source is called so. Words that could be two sources' are nobody's.
 */
export function addFurtherMentions(text: string, story: readonly Range[], drafts: readonly Draft[]): void {
  const called = callings(drafts)
  if (called.size === 0) return
  const words = [...called.keys()].sort((a, b) => b.length - a.length).slice(0, MOST_NAMES)
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:${words.map(escaped).join('|')})(?![\\p{L}\\p{N}-])`,
    'gu',
  )
  const taken = drafts.flatMap(({ mentions }) => mentions).sort(byPosition)
  let next = 0
  for (const [start, end] of story)
    for (const match of text.slice(start, end).matchAll(pattern)) {
      const range: Range = [start + match.index, start + match.index + match[0].length]
      while ((taken[next]?.[1] ?? Number.POSITIVE_INFINITY) <= range[0]) next += 1
      const known = taken[next]
      const one = called.get(match[0])
      if (!one || (known && overlap(known, range))) continue
      one.draft.mentions.push(range)
      one.draft.joined.push({ mention: range, rule: one.rule })
    }
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

function escaped(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}
