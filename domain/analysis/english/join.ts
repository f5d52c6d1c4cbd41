import { contains, type Range } from '../../article/range'
import type { JoinReason } from '../findings'
import { PLACES } from './nouns'
import { type People, type Person, personBefore, someoneBetween } from './people'
import { type Phrase, readPhrase } from './phrase'
import { type Draft, enter, lastMention, mention, type Registry } from './registry'

/** What joining looks at beside the mentions themselves. */
export type JoinContext = {
  readonly text: string
  readonly people: People
  /** The outlet's own voice is no source. */
  readonly outlet: string | null
  /** Start of the paragraph before the one that holds a position: no pronoun reaches further back. */
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
export function placeMention(context: JoinContext, registry: Registry, range: Range): Draft | null {
  const phrase = readPhrase(context.text, range)
  if (phrase.words === '' || phrase.kind === 'nobody' || isOutlet(context, phrase)) return null
  const known = find(context, registry, phrase)
  if (known) {
    mention(registry, known.draft, phrase, known.rule)
    return known.draft
  }
  if (phrase.kind === 'pronoun') return byPersonNearby(context, registry, phrase)
  return addDraft(context, registry, phrase)
}

/** A name that is already a source; null for all else. */
export function knownByName(context: JoinContext, registry: Registry, range: Range): Draft | null {
  const phrase = readPhrase(context.text, range)
  return phrase.kind === 'name' ? (byName(registry, phrase)?.draft ?? null) : null
}

function addDraft(context: JoinContext, registry: Registry, phrase: Phrase): Draft {
  const person = phrase.identification === 'named-person' ? fullName(context, phrase) : null
  const draft: Draft = {
    identification: phrase.identification ?? 'described-unnamed',
    phrase: person ? { ...readPhrase(context.text, person.range), role: phrase.role } : phrase,
    mentions: person && !contains(phrase.range, person.range) ? [person.range, phrase.range] : [phrase.range],
    joined: person ? [{ mention: phrase.range, rule: 'surname' }] : [],
    statements: [],
  }
  enter(registry, draft)
  return draft
}

const OWN_VOICE =
  /^(?:we|i|us|me|this (?:newspaper|reporter|magazine|website|publication|news outlet|site|article|story|report))$/i

function isOutlet({ outlet }: JoinContext, phrase: Phrase): boolean {
  if (OWN_VOICE.test(phrase.words)) return true
  return outlet !== null && phrase.key === outlet.toLowerCase().replace(/^the\s+/, '')
}

function find(context: JoinContext, registry: Registry, phrase: Phrase): Found | null {
  switch (phrase.kind) {
    case 'pronoun':
      return byPronoun(context, registry, phrase)
    case 'name':
      return byName(registry, phrase)
    case 'noun':
      return byNoun(context, registry, phrase)
    case 'nobody':
      return null
  }
}

function byName(registry: Registry, phrase: Phrase): Found | null {
  const isName = (draft: Draft) => draft.phrase.kind === 'name'
  const same = registry.byKey.get(phrase.key)?.find(isName)
  if (same) return { draft: same, rule: 'same-name' }
  const head = phrase.head.toLowerCase().replace(/['’]s?$/, '')
  const alike = registry.byWord.get(head)?.filter(isName) ?? []
  if (phrase.key.includes(' ')) {
    const person = alike.find((draft) => sameName(draft.phrase.key, phrase.key))
    return person ? { draft: person, rule: 'same-name' } : null
  }
  const bySurname = alike.filter(({ phrase: { key } }) => key.endsWith(` ${head}`))
  if (bySurname.length === 1 && bySurname[0]) return { draft: bySurname[0], rule: 'surname' }
  const initials = registry.byInitials.get(phrase.words.replaceAll('.', '')) ?? []
  return phrase.words.length >= 2 && initials.length === 1 && initials[0]
    ? { draft: initials[0], rule: 'same-name' }
    : null
}

/** Two full names are one when they agree in the first and the last word ("Jane Roe", "Jane A. Roe"). */
function sameName(a: string, b: string): boolean {
  const [one, two] = [a.split(' '), b.split(' ')]
  if (one.length < 2 || two.length < 2 || Math.abs(one.length - two.length) > 1) return false
  return one[0] === two[0] && one.at(-1) === two.at(-1)
}

const POINTING = /^(?:the|this|that|these|those|both)\b/i

function byNoun(context: JoinContext, registry: Registry, phrase: Phrase): Found | null {
  const sameKind = (draft: Draft) => draft.phrase.plural === phrase.plural && draft.phrase.kind !== 'pronoun'
  const same = registry.byKey
    .get(phrase.key)
    ?.find((draft) => draft.phrase.kind === 'noun' && sameKind(draft))
  const pointing = POINTING.test(phrase.words)
  const everyone = phrase.count === 'plural-unspecified' && (phrase.modified || phrase.head !== 'sources')
  if (same && !pointing && (phrase.definite || everyone)) return { draft: same, rule: 'same-words' }
  if (!pointing) return null
  const alike = (registry.byWord.get(phrase.head) ?? []).filter(
    (draft) => sameKind(draft) && detailsAgree(draft, phrase),
  )
  if (alike.length === 1 && alike[0]) return { draft: alike[0], rule: 'definite-again' }
  const last = registry.recent.at(-1)
  const spokeLast = last && alike.includes(last) && lastMention(last) >= context.reach(phrase.range[0])
  return spokeLast ? { draft: last, rule: 'definite-again' } : null
}

/** "the ministry" for "the Ministry of …", "the source" for "a source in …": nothing said of one clashes. */
function detailsAgree(draft: Draft, phrase: Phrase): boolean {
  if (draft.phrase.kind === 'name') return draft.identification === 'organisation' && !phrase.modified
  if (draft.phrase.head !== phrase.head) return false
  return !phrase.modified || draft.phrase.key.includes(phrase.key)
}

const PERSONAL = /^(?:he|she|him|her|himself|herself|who|whom)$/

function byPronoun(context: JoinContext, registry: Registry, phrase: Phrase): Found | null {
  const personal = PERSONAL.test(phrase.head)
  const thing = phrase.head === 'it' || phrase.head === 'itself'
  const fits = (draft: Draft) =>
    personal
      ? draft.phrase.count === 'one' && !isThing(draft)
      : thing
        ? isThing(draft)
        : phrase.plural && draft.phrase.plural
  const from = context.reach(phrase.range[0])
  const near = registry.recent.findLast(
    (draft) => fits(draft) && lastMention(draft) >= from && lastMention(draft) <= phrase.range[0],
  )
  if (!near) return null
  const other = someoneBetween(context.people, lastMention(near), phrase.range[0], near.phrase.head)
  return other && !thing ? null : { draft: near, rule: 'pronoun' }
}

/** "he" with no source before it: the person that the text has just named becomes the source. */
function byPersonNearby(context: JoinContext, registry: Registry, phrase: Phrase): Draft | null {
  if (!/^(?:he|she|who)$/.test(phrase.head)) return null
  const person = personBefore(context.people, phrase.range[0])
  if (!person || person.range[0] < context.reach(phrase.range[0])) return null
  const named = readPhrase(context.text, person.range)
  const draft = byName(registry, named)?.draft ?? addDraft(context, registry, named)
  mention(registry, draft, phrase, 'pronoun')
  return draft
}

function isThing(draft: Draft): boolean {
  return draft.identification === 'organisation' || draft.identification === 'document'
}

/** The one full name in the text that a surname alone stands for, or null when none or several fit. */
function fullName(context: JoinContext, phrase: Phrase): Person | null {
  if (phrase.words.includes(' ') || PLACES.has(phrase.words)) return null
  const fitting = context.people.byLast.get(phrase.words) ?? []
  const first = fitting[0]
  return first && fitting.every(({ name }) => name === first.name) ? first : null
}
