import { contains, type Range } from '../../article/range'
import type { JoinReason } from '../findings'
import { antecedentOf } from './antecedent'
import { facetsOf } from './facets'
import type { JoinContext } from './join-context'
import type { Phrase } from './mention'
import { namedLater } from './named-later'
import { BARE, isPlural, PEOPLE, PLACES } from './nouns'
import { isPerson, type Person, peopleBetween, someoneBetween } from './people'
import { readPhrase } from './phrase'
import { type Draft, enter, lastMention, mention, type Registry } from './registry'

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
  const placed = placedAt(registry, phrase.range)
  if (placed) return placed
  if (phrase.kind === 'pronoun') return placePronoun(context, registry, phrase)
  const known = find(context, registry, phrase)
  if (known) {
    mention(registry, known.draft, phrase, known.rule)
    return known.draft
  }
  return addDraft(context, registry, phrase)
}

/** Words that belong to several statements are one mention of one source. */
function placedAt(registry: Registry, range: Range): Draft | null {
  const same = (mentioned: Range) => mentioned[0] === range[0] && mentioned[1] === range[1]
  return registry.recent.findLast((draft) => draft.mentions.slice(-2).some(same)) ?? null
}

function placePronoun(context: JoinContext, registry: Registry, phrase: Phrase): Draft | null {
  if (RELATIVE.test(phrase.head)) return byAntecedent(context, registry, phrase)
  const draft = PERSONAL.test(phrase.head)
    ? byPerson(context, registry, phrase)
    : byThing(context, registry, phrase)
  if (draft) mention(registry, draft, phrase, 'pronoun')
  return draft
}

/** A name that is already a source; null for all else. */
export function knownByName(context: JoinContext, registry: Registry, range: Range): Draft | null {
  const phrase = readPhrase(context.text, range)
  return phrase.kind === 'name' ? (byName(registry, phrase)?.draft ?? null) : null
}

function addDraft(context: JoinContext, registry: Registry, phrase: Phrase): Draft | null {
  if (isNoPersonsName(phrase))
    return addDraft(context, registry, { ...phrase, identification: 'organisation' })
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

/** "Wall Street", "Harbor Line": several capitalised words that no person is called, and no office before them. */
function isNoPersonsName({ identification, plural, role, words }: Phrase): boolean {
  return (
    identification === 'named-person' && !plural && role === null && words.includes(' ') && !isPerson(words)
  )
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
    case 'name':
      return byName(registry, phrase)
    case 'noun':
      return byNoun(context, registry, phrase)
    case 'pronoun':
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
  const bySurname = alike.filter(({ phrase: { key, plural } }) => !plural && key.endsWith(` ${head}`))
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
  if (context.isAboveStory(phrase.range[0])) return namedLater(registry, phrase)
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
    (both[0] === 'named-person' && both[1] === 'described-unnamed' && PEOPLE.has(phrase.head))
  )
}

/** "the ministry" for "the Ministry of …", "the source" for "a source in …": nothing said of one clashes. */
function detailsAgree(draft: Draft, phrase: Phrase): boolean {
  if (draft.phrase.kind === 'name') return draft.identification === 'organisation' && !phrase.modified
  if (draft.phrase.head !== phrase.head) return false
  return !phrase.modified || draft.phrase.key.includes(phrase.key)
}

const PERSONAL = /^(?:he|she|him|her|himself|herself)$/
const RELATIVE = /^(?:who|whom|which)$/

/** "he", "she": a source, or the person that the text has just named, who becomes one. */
function byPerson(context: JoinContext, registry: Registry, phrase: Phrase): Draft | null {
  const found = antecedentOf(context, registry, phrase)
  if (!found || found.draft) return found?.draft ?? null
  const named = readPhrase(context.text, found.person.range)
  return byName(registry, named)?.draft ?? addDraft(context, registry, named)
}

/** "it" and "they": the nearest source of their number. */
function byThing(context: JoinContext, registry: Registry, phrase: Phrase): Draft | null {
  const thing = phrase.head === 'it' || phrase.head === 'itself'
  const fits = (draft: Draft) => (thing ? isThing(draft) : phrase.plural && draft.phrase.plural)
  const from = context.reach(phrase.range[0])
  const near = registry.recent.findLast(
    (draft) => fits(draft) && lastMention(draft) >= from && lastMention(draft) <= phrase.range[0],
  )
  if (!near) return null
  const other = someoneBetween(context.people, lastMention(near), phrase.range[0], near.phrase.head)
  return other && !thing ? null : near
}

const ANTECEDENT =
  /(?:^|[\s“,.])(?<noun>(?:an?|the|one|another|two|three|several|some)\s(?:(?!(?:an?|the|one|another)\s)[\p{L}’'-]+\s){0,5}?[\p{L}’'-]+),?\s$/iu
/** A name and a comma right before words that say who that is: "Jane Roe, an analyst at the Harbour Bank, who". */
const APPOSED_TO = /(?<name>\p{Lu}[\p{L}’'-]+(?:\s(?:\p{Lu}\.|\p{Lu}[\p{L}’'-]+)){1,3}),\s$/u

/** "a trader who …": the words right before a relative pronoun are whom it means, and nobody farther back. */
function byAntecedent(context: JoinContext, registry: Registry, phrase: Phrase): Draft | null {
  if (phrase.head !== 'who') return null
  const range = wordsBefore(context, phrase.range[0])
  if (!range) return byNameBefore(context, registry, phrase)
  const noun = peopleAtEnd(context.text, range)
  if (noun.kind === 'nobody' || noun.identification === 'organisation') return null
  const draft = find(context, registry, noun)?.draft ?? addDraft(context, registry, noun)
  if (draft) mention(registry, draft, phrase, 'pronoun')
  return draft
}

/** The noun phrase that ends right before `position`, or the name to which it is an apposition; null for none. */
function wordsBefore({ text, paragraph }: JoinContext, position: number): Range | null {
  const start = Math.max(paragraph(position), position - 90)
  const words = ANTECEDENT.exec(text.slice(start, position))?.groups?.noun
  if (!words) {
    const bare = /(?:^|\s)(?<noun>\p{Ll}[\p{L}’'-]*)\s$/u.exec(text.slice(start, position))?.groups?.noun
    const known = bare && isPlural(bare) && PEOPLE.has(bare)
    return known ? [position - 1 - bare.length, position - 1] : null
  }
  const at = text.lastIndexOf(words, position)
  const name = APPOSED_TO.exec(text.slice(start, at))?.groups?.name
  return name ? [at - 2 - name.length, at - 2] : [at, at + words.length]
}

/** What may stand between a name and "who": "(R-Ohio)", "of Dunwick", an age. */
const NAME_TO_WHO = /^['’]?\s?(?:\([^)]*\)|of \p{Lu}[\p{L}. ]{1,30}|, \d{1,3})?,?\s$/u
/** "dockers such as Roe, who are": the dockers, and not one of them. */
const SEVERAL = /^\s(?:are|were|have|do)\b/

/** "Jane Roe, who": the source or the person whose name stands right before. */
function byNameBefore(context: JoinContext, registry: Registry, phrase: Phrase): Draft | null {
  const [position, end] = phrase.range
  const person = peopleBetween(context.people.named, [Math.max(0, position - 90), position]).at(-1)
  if (!person || !NAME_TO_WHO.test(context.text.slice(person.range[1], position))) return null
  if (SEVERAL.test(context.text.slice(end, end + 8))) return null
  const named = readPhrase(context.text, person.range)
  const draft = byName(registry, named)?.draft ?? addDraft(context, registry, named)
  if (draft) mention(registry, draft, phrase, 'pronoun')
  return draft
}

/** "the lockers of dockers who …": the dockers, since only people are "who". */
function peopleAtEnd(text: string, range: Range): Phrase {
  const whole = readPhrase(text, range)
  if (whole.kind === 'name' || PEOPLE.has(whole.head) || BARE.has(whole.head)) return whole
  const last = /\s(?:of|from|for|among)\s(?<last>[\p{L}’'-]+)$/u.exec(text.slice(range[0], range[1]))
  const words = last?.groups?.last ?? ''
  return isPlural(words) ? readPhrase(text, [range[1] - words.length, range[1]]) : whole
}

function isThing({ identification }: Pick<Draft, 'identification'>): boolean {
  return identification === 'organisation' || identification === 'document'
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
