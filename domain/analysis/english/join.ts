import { contains, type Range } from '../../article/range'
import type { Identification, JoinReason } from '../findings'
import { PLACES } from './nouns'
import type { Person } from './people'
import { type Phrase, readPhrase } from './phrase'

/** A source while its mentions are still being gathered. */
export type Draft = {
  identification: Identification
  phrase: Phrase
  readonly mentions: Range[]
  readonly joined: JoinReason[]
  /** Indices of the attributions that rest on it. */
  readonly statements: number[]
}

/** What joining looks at beside the mentions themselves. */
export type JoinContext = {
  readonly text: string
  readonly people: readonly Person[]
  /** The outlet's own voice is no source. */
  readonly outlet: string | null
  /** Start of the paragraph before the one that holds a position. */
  readonly reach: (position: number) => number
}

type Found = { readonly draft: Draft; readonly rule: JoinReason['rule'] }

/**
 * The source that a mention belongs to: an earlier one on evidence, else a new one; null for a mention that is
 * nobody's (the outlet itself, "many", a pronoun that nothing tells).
 *
 * Joining errs toward separate: an indefinite singular ("a source") is always new; "the source" is the earlier
 * one only when there is one of its kind, or when that one spoke last.
 */
export function placeMention(context: JoinContext, drafts: Draft[], mention: Range): Draft | null {
  const phrase = readPhrase(context.text, mention)
  if (phrase.words === '' || phrase.kind === 'nobody' || isOutlet(context, phrase)) return null
  const known = find(context, drafts, phrase)
  if (known) {
    known.draft.mentions.push(phrase.range)
    known.draft.joined.push({ mention: phrase.range, rule: known.rule })
    known.draft.phrase = fuller(known.draft.phrase, phrase)
    return known.draft
  }
  if (phrase.kind === 'pronoun') return byPersonNearby(context, drafts, phrase)
  return addDraft(context, drafts, phrase)
}

function addDraft(context: JoinContext, drafts: Draft[], phrase: Phrase): Draft {
  const person = phrase.identification === 'named-person' ? fullName(context, phrase) : null
  const draft: Draft = {
    identification: phrase.identification ?? 'described-unnamed',
    phrase: person ? { ...phrase, words: person.name, range: person.range } : phrase,
    mentions: person && !contains(phrase.range, person.range) ? [person.range, phrase.range] : [phrase.range],
    joined: person ? [{ mention: phrase.range, rule: 'surname' }] : [],
    statements: [],
  }
  drafts.push(draft)
  return draft
}

function isOutlet({ outlet }: JoinContext, phrase: Phrase): boolean {
  if (
    /^(?:we|i|us|this (?:newspaper|reporter|magazine|website|publication|news outlet|site))$/i.test(
      phrase.words,
    )
  )
    return true
  return outlet !== null && bareName(phrase.words) === bareName(outlet)
}

function find(context: JoinContext, drafts: readonly Draft[], phrase: Phrase): Found | null {
  switch (phrase.kind) {
    case 'pronoun':
      return byPronoun(context, drafts, phrase)
    case 'name':
      return byName(drafts, phrase)
    case 'noun':
      return byNoun(context, drafts, phrase)
    case 'nobody':
      return null
  }
}

function byName(drafts: readonly Draft[], phrase: Phrase): Found | null {
  const own = bareName(phrase.words)
  const named = drafts.filter(({ phrase: { kind } }) => kind === 'name')
  const same = named.find(
    (draft) => sameName(bareName(draft.phrase.words), own) || draft.mentions.length === 0,
  )
  if (same) return { draft: same, rule: 'same-name' }
  if (own.includes(' ')) return null
  const bySurname = named.filter(({ phrase: { words } }) => bareName(words).split(' ').at(-1) === own)
  const person = bySurname[0]
  if (person && bySurname.length === 1) return { draft: person, rule: 'surname' }
  const initials = named.filter(
    ({ phrase: { words } }) => initialsOf(words) === phrase.words.replaceAll('.', ''),
  )
  const organisation = initials[0]
  return organisation && initials.length === 1 && phrase.words.length >= 2
    ? { draft: organisation, rule: 'same-name' }
    : null
}

/** Two full names are one when they agree in the first and the last word ("Jane Roe", "Jane A. Roe"). */
function sameName(a: string, b: string): boolean {
  if (a === b) return true
  const [one, two] = [a.split(' '), b.split(' ')]
  return (
    one.length > 1 &&
    two.length > 1 &&
    one[0] === two[0] &&
    one.at(-1) === two.at(-1) &&
    Math.abs(one.length - two.length) === 1
  )
}

function byNoun(context: JoinContext, drafts: readonly Draft[], phrase: Phrase): Found | null {
  const own = bareName(phrase.words)
  const nouns = drafts.filter(
    (draft) => draft.phrase.kind === 'noun' || draft.identification === 'organisation',
  )
  const same = nouns.find((draft) => bareName(draft.phrase.words) === own && sameKind(draft, phrase))
  const classWide =
    phrase.plural && (phrase.modified || phrase.head !== 'sources') && phrase.count === 'plural-unspecified'
  if (same && (phrase.definite || classWide))
    return { draft: same, rule: phrase.definite ? 'definite-again' : 'same-words' }
  if (!phrase.definite || !/^(?:the|this|that|these|those|both)\b/i.test(phrase.words)) return null
  const alike = nouns.filter((draft) => sameKind(draft, phrase) && headsAgree(draft, phrase))
  const only = alike[0]
  if (only && alike.length === 1) return { draft: only, rule: 'definite-again' }
  const last = alike.toSorted((a, b) => lastMention(b) - lastMention(a))[0]
  const spokeLast = last && drafts.every((draft) => lastMention(draft) <= lastMention(last))
  return last && spokeLast && lastMention(last) >= context.reach(phrase.range[0])
    ? { draft: last, rule: 'definite-again' }
    : null
}

function sameKind(draft: Draft, phrase: Phrase): boolean {
  return draft.phrase.plural === phrase.plural
}

/** "the ministry" for "the Ministry of …", "the source" for "a source in …": heads agree, details do not clash. */
function headsAgree(draft: Draft, phrase: Phrase): boolean {
  if (draft.identification === 'organisation' && draft.phrase.kind === 'name')
    return !phrase.modified && draft.phrase.words.toLowerCase().split(/\s+/).includes(phrase.head)
  if (draft.phrase.head !== phrase.head) return false
  return !phrase.modified || bareName(draft.phrase.words).includes(bareName(phrase.words))
}

function byPronoun(context: JoinContext, drafts: readonly Draft[], phrase: Phrase): Found | null {
  const from = context.reach(phrase.range[0])
  const wanted = /^(?:he|she|him|her|himself|herself|who|whom)$/.test(phrase.head)
    ? (draft: Draft) => draft.phrase.count === 'one' && !isThing(draft)
    : phrase.plural
      ? (draft: Draft) => draft.phrase.plural
      : phrase.head === 'it' || phrase.head === 'itself'
        ? isThing
        : () => false
  const near = drafts
    .filter((draft) => wanted(draft) && lastMention(draft) >= from && lastMention(draft) <= phrase.range[0])
    .toSorted((a, b) => lastMention(b) - lastMention(a))[0]
  if (!near) return null
  const between = context.people.some(
    ({ name, last, range }) =>
      range[0] > lastMention(near) &&
      range[1] <= phrase.range[0] &&
      !near.phrase.words.includes(last) &&
      name !== near.phrase.words,
  )
  return between && wanted !== isThing ? null : { draft: near, rule: 'pronoun' }
}

/** "he" with no source before it: the person that the text has just named becomes the source. */
function byPersonNearby(context: JoinContext, drafts: Draft[], phrase: Phrase): Draft | null {
  if (!/^(?:he|she|who)$/.test(phrase.head)) return null
  const from = context.reach(phrase.range[0])
  const person = context.people.findLast(({ range }) => range[1] <= phrase.range[0])
  if (!person || person.range[0] < from) return null
  const known = byName(drafts, readPhrase(context.text, person.range))?.draft
  const draft = known ?? addDraft(context, drafts, readPhrase(context.text, person.range))
  draft.mentions.push(phrase.range)
  draft.joined.push({ mention: phrase.range, rule: 'pronoun' })
  return draft
}

function isThing(draft: Draft): boolean {
  return draft.identification === 'organisation' || draft.identification === 'document'
}

function lastMention(draft: Draft): number {
  return draft.mentions.at(-1)?.[0] ?? -1
}

/** The one full name in the text that a surname alone stands for, or null when none or several fit. */
function fullName(context: JoinContext, phrase: Phrase): Person | null {
  if (phrase.words.includes(' ') || PLACES.has(phrase.words)) return null
  const fitting = context.people.filter(({ last }) => last === phrase.words)
  const first = fitting[0]
  return first && fitting.every(({ name }) => name === first.name) ? first : null
}

function fuller(kept: Phrase, other: Phrase): Phrase {
  if (kept.kind === 'name' && other.kind === 'name') {
    const longer = other.words.length > kept.words.length && other.words.includes(' ') ? other : kept
    const rest = longer === other ? kept : other
    return {
      ...longer,
      role: longer.role ?? rest.role,
      affiliation: longer.affiliation ?? rest.affiliation,
      place: longer.place ?? rest.place,
    }
  }
  return kept
}

function bareName(words: string): string {
  return words
    .toLowerCase()
    .replace(/^(?:the|a|an|this|that|these|those|both)\s+/, '')
    .replace(/['’]s?$/, '')
}

function initialsOf(words: string): string {
  return words
    .split(/\s+/)
    .filter((word) => /^\p{Lu}/u.test(word) && word !== 'The')
    .map((word) => word.charAt(0))
    .join('')
}
