import type { Range } from '../../article/range'
import type { Identification, JoinReason } from '../findings'
import type { Phrase } from './mention'

/** A source while its mentions are still being gathered. */
export type Draft = {
  identification: Identification
  phrase: Phrase
  readonly mentions: Range[]
  readonly joined: JoinReason[]
  /** Indices of the attributions that rest on it. */
  readonly statements: number[]
}

/** Drafts with the indexes that joining asks, so that a long text costs no more a mention than a short one. */
export type Registry = {
  readonly drafts: Draft[]
  /** By the key of the words. */
  readonly byKey: Map<string, Draft[]>
  /** Names by their last word in lower case; nouns by their head; institutions by every word of their name. */
  readonly byWord: Map<string, Draft[]>
  /** Institutions by their initials. */
  readonly byInitials: Map<string, Draft[]>
  /** Drafts by their latest mention, the latest last. */
  recent: Draft[]
}

/** Only this many sources are remembered as recent: no pronoun reaches behind so many others. */
const REMEMBERED = 24

export function emptyRegistry(): Registry {
  return { drafts: [], byKey: new Map(), byWord: new Map(), byInitials: new Map(), recent: [] }
}

/** Enters a new source. */
export function enter(registry: Registry, draft: Draft): void {
  registry.drafts.push(draft)
  index(registry, draft, draft.phrase)
  touch(registry, draft)
}

/** Notes a further mention of a source, and under which words it is known from now on. */
export function mention(registry: Registry, draft: Draft, phrase: Phrase, rule: JoinReason['rule']): void {
  draft.mentions.push(phrase.range)
  draft.joined.push({ mention: phrase.range, rule })
  const fuller = fullerOf(draft.phrase, phrase)
  if (fuller.key !== draft.phrase.key) index(registry, draft, fuller)
  draft.phrase = fuller
  touch(registry, draft)
}

function touch(registry: Registry, draft: Draft): void {
  const at = registry.recent.lastIndexOf(draft)
  if (at >= 0) registry.recent.splice(at, 1)
  registry.recent.push(draft)
  if (registry.recent.length > REMEMBERED * 2) registry.recent = registry.recent.slice(-REMEMBERED)
}

function index(registry: Registry, draft: Draft, phrase: Phrase): void {
  add(registry.byKey, phrase.key, draft)
  add(registry.byWord, phrase.head.toLowerCase(), draft)
  if (phrase.identification !== 'organisation' || phrase.kind !== 'name') return
  for (const word of phrase.key.split(' ')) add(registry.byWord, word, draft)
  add(registry.byInitials, initialsOf(phrase.words), draft)
}

function add(map: Map<string, Draft[]>, key: string, draft: Draft): void {
  const known = map.get(key)
  if (!known) map.set(key, [draft])
  else if (!known.includes(draft)) known.push(draft)
}

function initialsOf(words: string): string {
  return words
    .split(' ')
    .filter((word) => /^\p{Lu}/u.test(word) && word !== 'The')
    .map((word) => word.charAt(0))
    .join('')
}

/** Start of the latest mention, or -1. */
export function lastMention(draft: Draft): number {
  return draft.mentions.at(-1)?.[0] ?? -1
}

/** Of two phrases of one source the one with more of its name, with what the other tells beside it. */
function fullerOf(kept: Phrase, other: Phrase): Phrase {
  if (kept.kind !== 'name' || other.kind !== 'name') return kept
  const longer = other.words.length > kept.words.length && other.words.includes(' ') ? other : kept
  const rest = longer === other ? kept : other
  return {
    ...longer,
    role: longer.role ?? rest.role,
    affiliation: longer.affiliation ?? rest.affiliation,
    place: longer.place ?? rest.place,
  }
}
