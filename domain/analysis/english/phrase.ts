import type { Range } from '../../article/range'
import type { Identification, SourceCount } from '../findings'
import { facetsOf } from './facets'
import { keyOf, type Phrase } from './mention'
import { type NameParts, nameParts, namePhrase } from './names'
import {
  BARE,
  DOCUMENTS,
  isAbstract,
  isPlural,
  NOBODY,
  NUMBERS,
  ORGANISATION_NAME,
  ORGANISATIONS,
  PEOPLE,
  PRONOUNS,
} from './nouns'

/** Articles, numbers and quantities before a noun; the longer forms first. */
const DETERMINER =
  /^(?:(?:at least|more than|dozens of|hundreds of|a number of|a group of|a handful of|a pair of|one of|two of|three of|some of|many of|most of|none of|several of|a|an|the|this|that|these|those|his|her|their|its|our|my|another|other|some|many|several|most|all|both|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3}|few|multiple|numerous|various|about)\s+)+/i
const POST =
  /\s(?:who|whose|which|that|of|at|in|on|for|from|with|near|inside|outside|within|to|close|familiar|involved|briefed|based|living|working|speaking|quoted|cited|by|about|under|among|present|not|described|identified|named|allied|aligned|read|seen|obtained|reviewed|published|written|released|issued|signed|sent|dated|filed|submitted|conducted|commissioned)\s/i
const LONGEST = 400

/** Reads the words of a mention at `range`. Linear in their length, which is cut at 400 code units. */
export function readPhrase(text: string, range: Range): Phrase {
  const start = skip(text, range[0], range[1])
  const words = text
    .slice(start, Math.min(range[1], start + LONGEST))
    .replace(/(?:[\s,;:.”"’)\]—–-]|['’]s\b)+$/u, '')
  const end = start + words.length
  const lower = words.toLowerCase()
  if (PRONOUNS.has(lower)) return bare('pronoun', words, [start, end])
  if (NOBODY.has(lower) || NOBODYS.test(lower) || SHARE.test(lower))
    return bare('nobody', words, [start, end])
  const named = CALLED.exec(words)?.groups
  if (named?.name) return calledPhrase(words, named.name, start)
  if (RELATIVE.test(lower))
    return bare('pronoun', words.slice(0, words.search(/\s/)), [start, start + words.search(/\s/)])
  const phrase = nounPhrase(words.replace(DANGLING, ''), start)
  return nameAfter(text, phrase) ?? phrase
}

/** A relative clause without what it is about, and one that was cut off. */
const RELATIVE = /^(?:who|which|whose)\s/
const DANGLING = /,?\s(?:who|which|that)(?:\s(?:asked|said|told|requested|spoke|declined|refused|added))?$/
const APPOSED_NAME =
  /^,\s(?<name>\p{Lu}[\p{L}’'-]+(?:\s(?:\p{Lu}\.|de|da|del|van|von|bin|al|\p{Lu}[\p{L}’'-]+)){1,3})(?=,|$|\s\(|\s(?:said|told|urged|warned|added))/u

/** "a worker named Asta Broch" */
const CALLED =
  /^(?:an?|one|another)\s(?:[\p{L}’'-]+\s){1,5}(?:named|called)\s(?<name>\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}.’'-]*){0,3})(?=,|$)/u

/** A named person whose role stands before the name, whatever is said behind it. */
function calledPhrase(words: string, name: string, start: number): Phrase {
  const at = words.indexOf(` ${name}`) + 1
  const named = nounPhrase(name, start + at)
  const told = nounPhrase(words.slice(0, at).replace(/\s(?:named|called)\s$/, ''), start)
  const { role, affiliation, place } = told
  return { ...named, role, affiliation, place }
}

/** "The mayor, Solveig T.," is a named person whose role is told first. */
function nameAfter(text: string, phrase: Phrase): Phrase | null {
  if (phrase.kind !== 'noun' || phrase.count !== 'one') return null
  if (phrase.identification !== 'described-unnamed' && phrase.identification !== 'bare-unnamed') return null
  const end = phrase.range[1]
  const name = APPOSED_NAME.exec(text.slice(end, end + 80))?.groups?.name
  if (!name || ORGANISATION_NAME.has(name.split(' ').at(-1)?.toLowerCase() ?? '')) return null
  const { role, affiliation, place } = phrase
  const named = nounPhrase(name, end + 2)
  return named.identification === 'named-person'
    ? { ...named, role: PEOPLE.has(phrase.head) ? role : named.role, affiliation, place }
    : null
}

/** Quantifiers, and phrases that cannot be a subject. */
const NOBODYS =
  /^(?:(?:many|some|most|few|several|all|none|any) (?:of (?:them|us|those)|people|others)$|(?:(?:virtually|almost|nearly|practically) )?(?:voters|people|nobody|everyone|everybody|no one|none)$|(?:most|those) in\b|(?:at|in|on|of|with|for|as|if|when|while|than|because|it is|there)\s)/
/** Shares of a poll: "about half of the voters", "large majorities", "4 in 10", "two-thirds". */
const SHARE =
  /^(?:(?:about|around|nearly|almost|only|just|roughly|some|over|under|well|more|fewer|less|than|at|least|up|to|the|an?|large|larger|vast|overwhelming|slim|small|smaller|huge|big|clear|strong|narrow|growing) )*(?:majorit(?:y|ies)|minorit(?:y|ies)|pluralit(?:y|ies)|proportion|share|percentage|half|halves|one-third|third|thirds|two-thirds|three-fourths|quarter|quarters|three-quarters|[\w.]+%|[\w.-]+ (?:percent|per cent|%)|\w+ (?:in|out of) (?:\d+|ten|five|four|three))(?![\w-])|^(?:only|just)$/

function skip(text: string, from: number, to: number): number {
  const lead = /^(?:[\s“"‘'([,—–-]|(?:also|even|meanwhile|however|but|and|by|according to)\s)+/i.exec(
    text.slice(from, Math.min(to, from + 60)),
  )
  return from + (lead && lead[0].length < to - from ? lead[0].length : 0)
}

function bare(kind: 'pronoun' | 'nobody', words: string, range: Range): Phrase {
  const lower = words.toLowerCase()
  const plural = /^(?:they|we|them|us|these|those)$/.test(lower)
  return {
    kind,
    identification: null,
    words,
    range,
    key: lower,
    head: lower,
    definite: true,
    plural,
    count: plural ? 'plural-unspecified' : 'one',
    modified: false,
    role: null,
    affiliation: null,
    place: null,
  }
}

function nounPhrase(words: string, start: number): Phrase {
  const determiner = /^those who\b/i.test(words) ? '' : (DETERMINER.exec(words)?.[0] ?? '')
  const rest = words.slice(determiner.length)
  const cut = headEnd(rest)
  const core = rest.slice(0, cut).trimEnd()
  const after = rest.slice(core.length)
  const possessor = /^(.*\p{L}['’]s?)\s+(?=\S)/u.exec(core)?.[1] ?? ''
  const own = core.slice(possessor.length).trimStart()
  const parts = nameParts(own, determiner === '' && possessor === '')
  return parts.name && !isMember(determiner, parts)
    ? namePhrase({
        words,
        start,
        determiner,
        own,
        after,
        parts,
        at: start + determiner.length + core.length - own.length,
      })
    : commonPhrase({ words, start, determiner, core, own, possessor, after })
}

/** Articles and numbers after which no name of a person stands. */
const INDEFINITE = /^(?:an?|one|another|two|three|four|five|several|some|many)\s+$/i
/** How words end that call people by their party, faith, town or country. */
const MEMBER = /(?:crat|can|lim|ian|ese|ish|ist|itan|[aeu]li|[ks]i|nian|orker|exan|riton|ew)s?$/

/** "One Democrat", "a New Hampshire Republican", "another Muslim": capitals, and yet nobody's name. */
function isMember(determiner: string, { name, title }: NameParts): boolean {
  return INDEFINITE.test(determiner) && title === '' && MEMBER.test(name)
}

/** Where the core of a phrase ends: before a comma, a bracket or the first words that only say more. */
function headEnd(rest: string): number {
  const comma = rest.search(/[,(;:—–“"]|\s-\s/)
  let end = comma < 0 ? rest.length : comma
  let from = 0
  for (;;) {
    const post = POST.exec(rest.slice(from, end))
    if (!post) return end
    const at = from + post.index
    const inName =
      /^\s(?:of|for|and)\s(?:the\s)?\p{Lu}/u.test(rest.slice(at)) && lastIsNamed(rest.slice(0, at))
    if (!inName) {
      end = at
      return end
    }
    from = at + post[0].length - 1
  }
}

/** "Ministry of State …", "Center for …": an institution's name goes on; "officials of the …" does not. */
function lastIsNamed(before: string): boolean {
  const last = before.split(/\s+/).at(-1) ?? ''
  return /^\p{Lu}/u.test(last) && ORGANISATION_NAME.has(last.toLowerCase())
}

type CommonInput = {
  readonly words: string
  readonly start: number
  readonly determiner: string
  readonly core: string
  readonly own: string
  readonly possessor: string
  readonly after: string
}

/** What follows is no part of what somebody is called; "according to three clerks and to their rosters" names two. */
const TOLD_ENOUGH = /[,;—–(]|\s-\s|\s(?:said|told)\b|\sand to\s/

function commonPhrase({ words, start, determiner, core, own, possessor, after }: CommonInput): Phrase {
  const tokens = own.split(/\s+/)
  const head = (tokens.at(-1) ?? '').toLowerCase()
  const many = determiner.trim().toLowerCase()
  const plural = isPlural(head) && !/\bone of\b/.test(many)
  const relative = after.search(TOLD_ENOUGH)
  const kept = relative < 0 ? after : after.slice(0, relative)
  const shown = words.slice(0, determiner.length + core.length + kept.length).trimEnd()
  const modified = tokens.length > 1 || possessor !== '' || /\S/.test(kept)
  const identification = identify(head, modified)
  const range = [start, start + shown.length] as const
  const known = PEOPLE.has(head) || BARE.has(head) || identification !== 'described-unnamed'
  const nobody = !known && isAbstract(head)
  if (nobody || (!known && !plural && determiner === '' && possessor === ''))
    return bare('nobody', shown, range)
  return {
    kind: 'noun',
    identification,
    words: shown,
    range,
    key: keyOf(shown),
    head,
    definite: possessor !== '' || /^(?:the|this|that|these|those|both|his|her|their|its)\b/.test(many),
    plural,
    count: countOf(many, plural),
    modified,
    ...facetsOf(own + kept),
    ...(possessor ? { affiliation: possessor.replace(/['’]s?$/, '') } : {}),
  }
}

function identify(head: string, modified: boolean): Identification {
  if (/^(?:them|us|those|these)$/.test(head)) return 'bare-unnamed'
  if (DOCUMENTS.has(head)) return 'document'
  if (ORGANISATIONS.has(head)) return 'organisation'
  return BARE.has(head) && !modified ? 'bare-unnamed' : 'described-unnamed'
}

function countOf(determiner: string, plural: boolean): SourceCount {
  const first =
    determiner
      .replace(/^(?:the|these|those|at least|more than|about|his|her|their)\s+/, '')
      .split(/\s+/)[0] ?? ''
  const number = NUMBERS[first] ?? (/^\d{1,3}$/.test(first) ? Number(first) : 0)
  if (number >= 2 && plural) return number
  return plural ? 'plural-unspecified' : 'one'
}
