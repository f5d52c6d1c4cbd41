import { contains, type Range } from '../../article/range'
import type { JoinReason } from '../findings'
import { facetsOf } from './facets'
import type { Phrase } from './mention'
import { BARE, isPlural, PEOPLE, PLACES } from './nouns'
import { type People, type Person, personBefore, someoneBetween } from './people'
import { readPhrase } from './phrase'
import { type Draft, enter, lastMention, mention, type Registry } from './registry'

/** What joining looks at beside the mentions themselves. */
export type JoinContext = {
  readonly text: string
  readonly people: People
  /** The outlet's own voice is no source. */
  readonly outlet: string | null
  /** Start of the paragraph before the one that holds a position: no pronoun reaches further back. */
  readonly reach: (position: number) => number
  /** Start of the paragraph that holds a position. */
  readonly paragraph: (position: number) => number
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
  const antecedent = byAntecedent(context, registry, phrase)
  if (antecedent) return antecedent
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

function addDraft(context: JoinContext, registry: Registry, phrase: Phrase): Draft | null {
  const person = phrase.identification === 'named-person' ? fullName(context, phrase) : null
  const single = phrase.identification === 'named-person' && !phrase.words.includes(' ')
  if (single && !person && !isPersonsName(context, phrase)) return addUnknownName(registry, phrase)
  const shown = person ? { ...readPhrase(context.text, person.range), role: phrase.role } : phrase
  const draft: Draft = {
    identification: phrase.identification ?? 'described-unnamed',
    phrase: withRoleAfter(context.text, shown),
    mentions: person && !contains(phrase.range, person.range) ? [person.range, phrase.range] : [phrase.range],
    joined: person ? [{ mention: phrase.range, rule: 'surname' }] : [],
    statements: [],
  }
  enter(registry, draft)
  return draft
}

/** The role that the text tells right after a name ("Jane Roe, who chairs the board,"), where none is known yet. */
function withRoleAfter(text: string, phrase: Phrase): Phrase {
  if (phrase.identification !== 'named-person' || phrase.role !== null) return phrase
  const after = text.slice(phrase.range[1], phrase.range[1] + 140)
  const words = /^,\s(?:(?:a|an|the|its|their|his|her)\s)?(?<role>\p{Ll}[^,.“”;—]{3,90})(?=[,.;—])/u.exec(
    after,
  )?.groups?.role
  if (!words) return phrase
  const facets = facetsOf(words)
  const head = facets.role?.split(/\s+/).at(-1)?.toLowerCase() ?? ''
  return PEOPLE.has(head) ? { ...phrase, ...facets } : phrase
}

/** Whether the text lets a single name be known as a person's: a rank before it, or a full name that ends so. */
function isPersonsName({ people }: JoinContext, { words, role }: Phrase): boolean {
  return role !== null || people.titled.has(words) || people.byLast.has(words)
}

/** Groups of people by the ending of their name ("Mourners", "Republicans"). */
const GROUP = /(?:ers|ors|ists|ees|ents|ants|ians|cans|crats|men|women)$/

/** A single name that nothing shows to be a person's is an institution's, or that of a group of people. */
function addUnknownName(registry: Registry, phrase: Phrase): Draft | null {
  if (/^\p{Lu}\p{Ll}+ing$/u.test(phrase.words)) return null
  const group = GROUP.test(phrase.words)
  const named: Phrase = group
    ? {
        ...phrase,
        kind: 'noun',
        plural: true,
        count: 'plural-unspecified',
        modified: true,
        role: phrase.words,
      }
    : { ...phrase, identification: 'organisation' }
  const draft: Draft = {
    identification: group ? 'described-unnamed' : 'organisation',
    phrase: named,
    mentions: [phrase.range],
    joined: [],
    statements: [],
  }
  enter(registry, draft)
  return draft
}

const OWN_VOICE =
  /^(?:we|i|us|me|this (?:newspaper|reporter|magazine|website|publication|news outlet|site|article|story|report))$/i

function isOutlet({ outlet }: JoinContext, phrase: Phrase): boolean {
  if (OWN_VOICE.test(phrase.words)) return true
  const name = outlet?.toLowerCase().replace(/^the\s+/, '')
  if (name === undefined) return false
  // "the Ledger" for the Tidewater Ledger itself.
  return phrase.key === name || (/^the\b/i.test(phrase.words) && name.endsWith(` ${phrase.key}`))
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
  if (!last || lastMention(last) < context.reach(phrase.range[0])) return null
  if (alike.includes(last)) return { draft: last, rule: 'definite-again' }
  return alike.length === 0 && isEpithet(context, last, phrase) ? { draft: last, rule: 'epithet' } : null
}

/** Heads that more often mean somebody else than the person just named. */
const OTHERS =
  /^(?:officials?|sources?|diplomats?|persons?|men|man|woman|women|people|agents?|witness(?:es)?|others?|first|second|third|former|latter|one|two|three)$/

/**
 * "The senator" for the senator just named, "the newspaper" for the institution just named. Only in the same
 * paragraph, or when the role was told; with nobody else named in between; and never for words by which unnamed
 * people are called.
 */
function isEpithet(context: JoinContext, last: Draft, phrase: Phrase): boolean {
  if (last.phrase.kind !== 'name' || phrase.plural || OTHERS.test(phrase.head)) return false
  if (!/^the\b/i.test(phrase.words) || /['’]s\s|\s(?:of|in|at|for|who)\s/.test(phrase.words)) return false
  const position = phrase.range[0]
  const told = last.phrase.role?.toLowerCase().includes(phrase.head) ?? false
  if (!told && lastMention(last) < context.paragraph(position)) return false
  if (someoneBetween(context.people, lastMention(last), position, last.phrase.head)) return false
  const both = [last.identification, phrase.identification]
  return (
    both.every((one) => one === 'organisation') ||
    (both[0] === 'named-person' && both[1] === 'described-unnamed')
  )
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
  if (!near || (RELATIVE.test(phrase.head) && sentenceEnds(context, lastMention(near), phrase.range[0])))
    return null
  const other = someoneBetween(context.people, lastMention(near), phrase.range[0], near.phrase.head)
  return other && !thing ? null : { draft: near, rule: 'pronoun' }
}

const RELATIVE = /^(?:who|whom|which)$/

/** Whether a sentence ends between two places: a relative pronoun means nobody of a sentence before. */
function sentenceEnds({ text }: JoinContext, from: number, to: number): boolean {
  return /[.!?]["”’)]*\s+["“‘(]?\p{Lu}/u.test(text.slice(from, to))
}

const ANTECEDENT =
  /(?:^|[\s“,.])(?<noun>(?:an?|the|one|another|two|three|several|some)\s(?:(?!(?:an?|the|one|another)\s)[\p{L}’'-]+\s){0,5}?[\p{L}’'-]+),?\s$/iu

/** "a trader who …": the words right before a relative pronoun are whom it means. */
function byAntecedent(context: JoinContext, registry: Registry, phrase: Phrase): Draft | null {
  if (phrase.kind !== 'pronoun' || phrase.head !== 'who') return null
  const start = Math.max(context.paragraph(phrase.range[0]), phrase.range[0] - 90)
  const before = ANTECEDENT.exec(context.text.slice(start, phrase.range[0]))?.groups?.noun
  if (!before) return null
  const at = context.text.lastIndexOf(before, phrase.range[0])
  const noun = peopleAtEnd(context.text, [at, at + before.length])
  if (noun.kind !== 'noun' || noun.identification === 'organisation') return null
  const draft = find(context, registry, noun)?.draft ?? addDraft(context, registry, noun)
  if (draft) mention(registry, draft, phrase, 'pronoun')
  return draft
}

/** "the lockers of dockers who …": the dockers, since only people are "who". */
function peopleAtEnd(text: string, range: Range): Phrase {
  const whole = readPhrase(text, range)
  if (PEOPLE.has(whole.head) || BARE.has(whole.head)) return whole
  const last = /\s(?:of|from|for|among)\s(?<last>[\p{L}’'-]+)$/u.exec(text.slice(range[0], range[1]))
  const words = last?.groups?.last ?? ''
  return isPlural(words) ? readPhrase(text, [range[1] - words.length, range[1]]) : whole
}

/** "on Harrow Moor": what stands behind such a word is a place, however much it looks like a name. */
const PLACED = /\b(?:on|in|at|near|across|outside|inside|through|over|around|beneath)\s$/i

/** "he" with no source before it: the person that the text has just named becomes the source. */
function byPersonNearby(context: JoinContext, registry: Registry, phrase: Phrase): Draft | null {
  if (!/^(?:he|she|who)$/.test(phrase.head)) return null
  const person = personBefore(context.people, phrase.range[0])
  if (!person || person.range[0] < context.reach(phrase.range[0])) return null
  if (PLACED.test(context.text.slice(Math.max(0, person.range[0] - 12), person.range[0]))) return null
  const named = readPhrase(context.text, person.range)
  const draft = byName(registry, named)?.draft ?? addDraft(context, registry, named)
  if (!draft) return null
  mention(registry, draft, phrase, 'pronoun')
  return draft
}

function isThing(draft: Draft): boolean {
  return draft.identification === 'organisation' || draft.identification === 'document'
}

/**
 * The full name in the text that a surname alone stands for: the only one, or one that the text has at least
 * twice as often as any other; else null.
 */
function fullName(context: JoinContext, phrase: Phrase): Person | null {
  if (phrase.words.includes(' ') || PLACES.has(phrase.words)) return null
  const count = ({ name }: Person) => context.people.counts.get(name) ?? 0
  const [first, second] = (context.people.byLast.get(phrase.words) ?? []).toSorted(
    (a, b) => count(b) - count(a),
  )
  return first && (!second || count(first) >= 2 * count(second)) ? first : null
}
