import type { Range } from '../../article/range'
import { type Gender, genderOfName, genderOfNoun } from './first-names'
import type { JoinContext } from './join-context'
import type { Phrase } from './mention'
import { BARE, PEOPLE, RANK, TITLE } from './nouns'
import { genderOfPerson, type Person, peopleBetween } from './people'
import type { Draft, Registry } from './registry'
import { sentencesIn } from './sentences'

/** Whom a pronoun means: somebody who is a source already, or somebody whom the text has named. */
export type Antecedent =
  | { readonly draft: Draft; readonly person: null }
  | { readonly draft: null; readonly person: Person }

/** How far back "he" and "she" may reach, in UTF-16 code units; a paragraph may be as long as a book. */
const FARTHEST = 1_500

/**
 * Whom "he" or "she" means; null when the text leaves it open.
 *
 * News goes on with whom it has just let speak: the last sentence decides that has anybody of that gender. In it the
 * one who speaks goes before those who are only named, and of several who are named the one that it begins with. Names
 * inside quotation marks, and in what the pronoun itself is said to have told, are spoken of and do not count.
 */
export function antecedentOf(context: JoinContext, registry: Registry, phrase: Phrase): Antecedent | null {
  const gender = genderOfPronoun(phrase.head)
  const position = phrase.range[0]
  const ahead = aheadOf(context, position, gender)
  if (ahead) return known(registry, ahead)
  const from = Math.max(context.reach(position), position - FARTHEST)
  const to = Math.min(position, context.contentOf(phrase.range))
  for (const sentence of sentencesIn(context.text, [from, Math.max(from, to)]).reverse()) {
    const speakers = speakersIn(registry, sentence, (draft) => fits(context, draft, gender))
    if (speakers.length > 0) return speakers.length === 1 && speakers[0] ? asDraft(speakers[0]) : null
    const people = peopleIn(context, sentence, gender)
    const [first] = people
    if (!first) continue
    const alone = people.every(({ last }) => last === first.last) && !opensWithRole(context.text, sentence)
    return alone || opensSentence(context.text, sentence, first) ? known(registry, first) : null
  }
  return null
}

const LED_BY =
  /(?:^|[.!?]["”’)]*\s+|\n)(?:[Ee]ven |[Ee]ver )?(?:[Aa]s|[Ww]hile|[Ww]hen|[Tt]hough|[Aa]lthough|[Ss]ince|[Aa]fter|[Bb]efore|[Ii]f)\s$/
const CLAUSE = 200

/** "Even as she praised the plan, Jane Roe said …": the person who is named behind the clause. */
function aheadOf({ text, people, paragraph }: JoinContext, position: number, gender: Gender): Person | null {
  if (!LED_BY.test(text.slice(Math.max(paragraph(position), position - 40), position))) return null
  const clause = /^[^.!?\n“"]*?,\s/.exec(text.slice(position, position + CLAUSE))?.[0]
  if (!clause) return null
  const at = position + clause.length
  const person = peopleBetween(people.named, [at, at + BEFORE * 2]).at(0)
  if (!person || !opensSentence(text, [at, person.range[1]], person)) return null
  const told = genderOfPerson(people, person)
  return told === null || told === gender ? person : null
}

/** The source that a named person is already, or the person. */
function known(registry: Registry, person: Person): Antecedent {
  const drafts = registry.byWord
    .get(person.last.toLowerCase())
    ?.filter(({ identification, phrase: { plural } }) => identification === 'named-person' && !plural)
  return drafts?.length === 1 && drafts[0] ? asDraft(drafts[0]) : { draft: null, person }
}

/** Of a source only its last mentions can be as near as a pronoun reaches. */
const LATEST = 12

function asDraft(draft: Draft): Antecedent {
  return { draft, person: null }
}

function genderOfPronoun(head: string): Gender {
  return /^(?:she|her|herself)$/.test(head) ? 'she' : 'he'
}

/** Whether a source may be called he or she: one person, of whom nothing tells the other gender. */
function fits({ people }: JoinContext, { identification, phrase }: Draft, gender: Gender): boolean {
  if (phrase.count !== 'one' || identification === 'organisation' || identification === 'document')
    return false
  if (phrase.kind === 'noun' && !isPersonsNoun(phrase.head)) return false
  const [first = '', ...rest] = phrase.words.split(' ')
  const known =
    phrase.kind === 'name'
      ? rest.length > 0
        ? genderOfPerson(people, { first, last: phrase.head })
        : (people.genders.get(phrase.head) ?? null)
      : genderOfNoun(phrase.head)
  return known === null || known === gender
}

/** Whether a noun is one person: "the docker", and not "the community". */
function isPersonsNoun(head: string): boolean {
  return PEOPLE.has(head) || BARE.has(head) || genderOfNoun(head) !== null || AGENT.test(head)
}
const AGENT =
  /(?:er|or|ist|ant|ian|ee|crat|person|child|candidate|delegate|republican|conservative|liberal|nominee|chief|head)$/

function speakersIn(registry: Registry, sentence: Range, wanted: (draft: Draft) => boolean): Draft[] {
  return registry.recent.filter(
    (draft) =>
      wanted(draft) &&
      draft.mentions.slice(-LATEST).some(([start]) => start >= sentence[0] && start < sentence[1]),
  )
}

/** "on Harrow Moor": what stands behind such a word is a place, however much it looks like a name. */
const PLACED = /\b(?:on|in|at|near|across|outside|inside|through|over|around|beneath)\s$/i
/** "a replica Purple Heart": no article stands before a person's name. */
const THING = /\b(?:an?|the|this|that|his|her|its|their|our)\s(?:\p{Ll}[\p{L}-]*\s){0,2}$/iu
const BEFORE = 40
const SAME = { he: /\bhe\b/i, she: /\bshe\b/i }

/** Who is named in a sentence and may be he or she, in text order. */
function peopleIn(context: JoinContext, sentence: Range, gender: Gender): Person[] {
  return peopleBetween(context.people.named, sentence).filter((person) => {
    const [start] = person.range
    if (context.isQuoted(start)) return false
    const known = genderOfPerson(context.people, person)
    if (known !== null && known !== gender) return false
    // "But he mocked Jane Roe's brother": whom the pronoun means was named before it.
    if (SAME[gender].test(context.text.slice(sentence[0], start))) return false
    const before = context.text.slice(Math.max(sentence[0], start - BEFORE), start)
    return genderOfName(person.first) !== null || !(PLACED.test(before) || THING.test(before))
  })
}

/** "The former governor has fallen behind Jane Roe": it goes on about the governor, whoever that is. */
function opensWithRole(text: string, [start, end]: Range): boolean {
  const words = /^(?:the|his|her|this|that)\s(?<words>(?:[\p{L}’'-]+\s){1,4})/iu.exec(text.slice(start, end))
  return words?.groups?.words?.split(' ').some((word) => PEOPLE.has(word.toLowerCase())) ?? false
}

const CONJUNCTION = /^(?:but|and|yet|still|then|when|while|as|after|although|though|if|because|since)$/i

/** Whether a sentence begins with somebody, but for a conjunction and the words of their office. */
function opensSentence(text: string, sentence: Range, { range }: Person): boolean {
  const lead = text
    .slice(sentence[0], range[0])
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  return lead.every(
    (word, index) =>
      (index === 0 && CONJUNCTION.test(word)) || TITLE.test(word) || RANK.test(word) || /^\p{Lu}/u.test(word),
  )
}
