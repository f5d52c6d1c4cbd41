import type { Range } from '../../article/range'
import type { Identification, SourceCount } from '../findings'
import {
  BARE,
  DOCUMENTS,
  isPlural,
  NOBODY,
  NUMBERS,
  ORGANISATION_NAME,
  ORGANISATIONS,
  PEOPLE,
  PLACES,
  PRONOUNS,
  TITLE,
} from './nouns'

/** What the words of one mention are. */
export type Phrase = {
  readonly kind: 'pronoun' | 'nobody' | 'name' | 'noun'
  /** For a name a guess that the joining may mend; null for pronouns and quantifiers. */
  readonly identification: Identification | null
  /** The words that stand for the source on its card, and where. */
  readonly words: string
  readonly range: Range
  /** `words` in lower case without article and possessive: equal keys are the same words. */
  readonly key: string
  /** Lower-case head noun, or the last name. */
  readonly head: string
  readonly definite: boolean
  readonly plural: boolean
  readonly count: SourceCount
  /** Words that tell it from others of its kind: premodifiers and what follows the head. */
  readonly modified: boolean
  readonly role: string | null
  readonly affiliation: string | null
  readonly place: string | null
}

const DETERMINER =
  /^(?:(?:a|an|the|this|that|these|those|his|her|their|its|our|my|another|other|some|many|several|most|all|both|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3}|few|multiple|numerous|various|at least|more than|about|dozens of|hundreds of|a number of|a group of|one of|two of|three of|some of|many of|most of|none of|several of)\s+)+/i
const POST =
  /\s(?:who|whose|which|that|of|at|in|on|for|from|with|near|inside|outside|within|to|close|familiar|involved|briefed|based|living|working|speaking|quoted|cited|by|about|under|among|present|not|described|identified|named|allied|aligned)\s/i
const LONGEST = 400

/** Reads the words of a mention at `range`. Linear in their length, which is cut at 400 code units. */
export function readPhrase(text: string, range: Range): Phrase {
  const start = skip(text, range[0], range[1])
  const words = text.slice(start, Math.min(range[1], start + LONGEST)).replace(/[\s,;:.”"’)\]—–-]+$/u, '')
  const end = start + words.length
  const lower = words.toLowerCase()
  if (PRONOUNS.has(lower)) return bare('pronoun', words, [start, end])
  if (
    NOBODY.has(lower) ||
    /^(?:many|some|most|few|several|all|none|any) (?:of (?:them|us|those)|people|others)$/.test(lower)
  )
    return bare('nobody', words, [start, end])
  return nounPhrase(words, start)
}

/** Words without what changes from one mention to the next. */
function keyOf(words: string): string {
  return words
    .toLowerCase()
    .replace(/^(?:the|a|an|this|that|these|those|both)\s+/, '')
    .replace(/['’]s?$/, '')
}

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
  const determiner = DETERMINER.exec(words)?.[0] ?? ''
  const rest = words.slice(determiner.length)
  const cut = headEnd(rest)
  const core = rest.slice(0, cut).trimEnd()
  const after = rest.slice(core.length)
  const possessor = /^(.*\p{L}['’]s?)\s+(?=\S)/u.exec(core)?.[1] ?? ''
  const own = core.slice(possessor.length).trimStart()
  const parts = nameParts(own, determiner === '' && possessor === '')
  return parts.name
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

/** Where the core of a phrase ends: before a comma, a bracket or the first words that only say more. */
function headEnd(rest: string): number {
  const comma = rest.search(/[,(;:—–“"]/)
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

type NameParts = { readonly name: string; readonly title: string; readonly before: string }

/** The proper name that closes `own`, the title before it and the common words before that. */
function nameParts(own: string, opens: boolean): NameParts {
  const tokens = own.split(/\s+/)
  let index = tokens.length
  while (
    index > 0 &&
    /^(?:\p{Lu}|(?:de|da|del|der|van|von|bin|al|el|la|of|for|and|the)$|al-|el-)/u.test(
      tokens[index - 1] ?? '',
    )
  )
    index -= 1
  while (index < tokens.length && /^(?:of|for|and|the|de|la|al)$/.test(tokens[index] ?? '')) index += 1
  let from = index
  while (
    from < tokens.length - 1 &&
    TITLE.test(tokens[from] ?? '') &&
    !ORGANISATION_NAME.has(tokens.at(-1)?.toLowerCase() ?? '')
  )
    from += 1
  const name = tokens.slice(from).join(' ')
  const single = from === tokens.length - 1 && from === 0
  const common = name.toLowerCase()
  if (
    single &&
    opens &&
    (PEOPLE.has(common) || DOCUMENTS.has(common) || (ORGANISATIONS.has(common) && common !== 'congress'))
  )
    return { name: '', title: '', before: own }
  return { name, title: tokens.slice(index, from).join(' '), before: tokens.slice(0, index).join(' ') }
}

type NamedInput = {
  readonly words: string
  readonly start: number
  readonly determiner: string
  readonly own: string
  readonly after: string
  readonly parts: NameParts
  readonly at: number
}

function namePhrase({ start, determiner, own, after, parts, at }: NamedInput): Phrase {
  const { name, title, before } = parts
  const tokens = name.split(/\s+/)
  const head = tokens.at(-1) ?? name
  const organisation =
    tokens.some((token) => ORGANISATION_NAME.has(token.toLowerCase())) ||
    /^(?:[A-Z]{2,6}|[A-Z]\.[A-Z]\.(?:[A-Z]\.)?)$/.test(name) ||
    (tokens.length === 1 && PLACES.has(name)) ||
    (/^the\s+$/i.test(determiner) && title === '' && before === '' && tokens.length < 4) ||
    PLACES.has(head)
  const joint = !organisation && /\sand\s/.test(name)
  const nameAt = at + own.length - name.length
  const apposed = organisation ? null : apposition(after)
  const from = organisation && /^the\s/i.test(determiner) ? start : nameAt
  return {
    kind: 'name',
    identification: organisation ? 'organisation' : 'named-person',
    words: organisation && from === start ? `${determiner}${name}` : name,
    range: [from, nameAt + name.length],
    key: keyOf(name),
    head,
    definite: true,
    plural: joint,
    count: joint ? name.split(/\sand\s|,\s/).length : 'one',
    modified: true,
    role: title || before || apposed?.role || null,
    affiliation: apposed?.affiliation ?? null,
    place: apposed?.place ?? null,
  }
}

/** ", a spokeswoman for the Harbor Board," after a name. */
function apposition(after: string): Pick<Phrase, 'role' | 'affiliation' | 'place'> | null {
  const words = /^,\s+(?:(?:a|an|the|one of the)\s+)?(?<role>[^,]{3,120})/i.exec(after)?.groups?.role
  if (!words || /^(?:who|which|whose|and|but|in|on|at)\b/i.test(words)) return null
  const facets = facetsOf(words)
  return { ...facets, role: facets.role ?? words.trim() }
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

function commonPhrase({ words, start, determiner, core, own, possessor, after }: CommonInput): Phrase {
  const tokens = own.split(/\s+/)
  const head = (tokens.at(-1) ?? '').toLowerCase()
  const many = determiner.trim().toLowerCase()
  const plural = isPlural(head) && !/\bone of\b/.test(many)
  const relative = after.search(/,|\s(?:said|told)\b/)
  const kept = relative < 0 ? after : after.slice(0, relative)
  const shown = words.slice(0, determiner.length + core.length + kept.length).trimEnd()
  const modified = tokens.length > 1 || possessor !== '' || /\S/.test(kept)
  return {
    kind: 'noun',
    identification: identify(head, modified),
    words: shown,
    range: [start, start + shown.length],
    key: keyOf(shown),
    head,
    definite: /^(?:the|this|that|these|those|both|his|her|their|its)\b/.test(many),
    plural,
    count: countOf(many, plural),
    modified,
    ...facetsOf(own + kept),
    ...(possessor ? { affiliation: possessor.replace(/['’]s?$/, '') } : {}),
  }
}

function identify(head: string, modified: boolean): Identification {
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

/** Role, affiliation and place of "security agents at the port authority in Dandong", verbatim. */
export function facetsOf(words: string): Pick<Phrase, 'role' | 'affiliation' | 'place'> {
  const end = words.search(
    /\s(?:at|with|from|of|for|in|near|inside|who|whose|that|close|familiar|involved|briefed|based|living|working|speaking|to|on)\s|,/i,
  )
  const role = (end < 0 ? words : words.slice(0, end)).trim()
  const affiliation =
    /\s(?:at|with|from|of|for)\s(?<a>(?:the\s|a\s|an\s)?(?:[^,]*?\p{Lu}[^,]*?|[\p{Ll}\s-]{3,40}?))(?=,|\s(?:who|whose|that|in(?! the (?:\p{Ll}))|near|told|said)\s|$)/u.exec(
      words,
    )?.groups?.a
  const place =
    /\s(?:in|near|inside|from|based in)\s(?<p>(?:the\s)?(?:\p{Lu}[\p{L}’'-]+(?:,?\s(?=\p{Lu}))?)+)/u.exec(
      words,
    )?.groups?.p
  const placeWords = place?.replace(/[,\s]+$/, '') ?? null
  return {
    role: role === '' ? null : role,
    affiliation: affiliation && affiliation.trim() !== placeWords ? affiliation.trim() : null,
    place: placeWords,
  }
}
