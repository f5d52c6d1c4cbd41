import { facetsOf } from './facets'
import { keyOf, type Phrase } from './mention'
import { DOCUMENTS, ORGANISATION_NAME, ORGANISATIONS, PEOPLE, PLACES, RANK, TITLE } from './nouns'

export type NameParts = { readonly name: string; readonly title: string; readonly before: string }

/** The proper name that closes `own`, the title before it and the common words before that. */
export function nameParts(own: string, opens: boolean): NameParts {
  const tokens = own.replace(POSSESSIVE, '').split(' ')
  let index = tokens.length
  while (
    index > 0 &&
    /^(?:\p{Lu}|(?:de|da|del|der|van|von|bin|al|el|la|of|for|and|the)$|al-|el-)/u.test(
      tokens[index - 1] ?? '',
    )
  )
    index -= 1
  while (index < tokens.length && /^(?:of|for|and|the|de|la|al)$/.test(tokens[index] ?? '')) index += 1
  const from = index + titleLength(tokens.slice(index))
  const name = tokens.slice(from).join(' ')
  const single = from === tokens.length - 1 && from === 0
  const common = name.toLowerCase()
  if (DAY.test(name) || /^[A-Z]{2,}s$/.test(name)) return { name: '', title: '', before: own }
  const noun = PEOPLE.has(common) || DOCUMENTS.has(common) || ORGANISATIONS.has(common)
  // "mainstream Republicans": many people who are called so, and nobody's name.
  const last = tokens.at(-1)?.toLowerCase() ?? ''
  const many =
    (from === tokens.length - 1 && PEOPLE.has(last) && last.endsWith('s')) ||
    (!single && FOLLOWERS.test(last))
  if (many || (single && opens && noun && common !== 'congress')) return { name: '', title: '', before: own }
  return { name, title: tokens.slice(index, from).join(' '), before: tokens.slice(0, index).join(' ') }
}

/** How many words before a name are rank, office or nationality: "Vermont Sen.", "Rear Admiral". */
function titleLength(tokens: readonly string[]): number {
  if (tokens.some((token) => ORGANISATION_NAME.has(token.toLowerCase()))) {
    const last = tokens.findLastIndex((token) => RANK.test(token))
    return last >= 0 && tokens.slice(last + 1).every((token) => !ORGANISATION_NAME.has(token.toLowerCase()))
      ? last + 1
      : 0
  }
  const rank = tokens.findIndex((token, index) => RANK.test(token) && index < tokens.length - 1)
  let length = rank + 1
  while (length < tokens.length - 1) {
    const token = tokens[length] ?? ''
    // "Minister Gen Nakatani": of two words left the first is a name, unless it is written as an abbreviation.
    if (!TITLE.test(token) || (rank >= 0 && length === tokens.length - 2 && !token.endsWith('.'))) break
    length += 1
  }
  return length
}

/** "the South Carolina Republican", "Jewish Democrats": what people are, and nobody's name. */
const FOLLOWERS =
  /^(?:republican|democrat|conservative|liberal|libertarian|socialist|jew|muslim|christian|catholic)s?$/

const POSSESSIVE = /['’]s?$/
/** What follows a surname without being one. */
const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?$/
/** Forms of address tell no role. */
const ADDRESS = /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady)\.?$/
const DAY =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/

type NamedInput = {
  readonly words: string
  readonly start: number
  readonly determiner: string
  readonly own: string
  readonly after: string
  readonly parts: NameParts
  readonly at: number
}

export function namePhrase({ start, determiner, own, after, parts, at }: NamedInput): Phrase {
  const { name, title, before } = parts
  const tokens = name.split(' ')
  const head = tokens.findLast((token) => !SUFFIX.test(token)) ?? name
  const organisation =
    tokens.some((token) => ORGANISATION_NAME.has(token.toLowerCase())) ||
    /^(?:[A-Z]{2,6}|[A-Z]\.[A-Z]\.(?:[A-Z]\.)?)$/.test(name) ||
    (tokens.length === 1 && PLACES.has(name)) ||
    (/^the\s+$/i.test(determiner) && title === '' && before === '' && tokens.length < 4) ||
    PLACES.has(head)
  const joint = !organisation && /\sand\s/.test(name)
  const nameAt = at + own.replace(POSSESSIVE, '').length - name.length
  const apposed = organisation ? null : apposition(after)
  const isWhole = organisation && /^the\s/i.test(determiner) && nameAt === start + determiner.length
  const from = isWhole ? start : nameAt
  return {
    kind: 'name',
    identification: organisation ? 'organisation' : 'named-person',
    words: isWhole ? `${determiner}${name}` : name,
    range: [from, nameAt + name.length],
    key: keyOf(name),
    head,
    definite: true,
    plural: joint,
    count: joint ? name.split(/\sand\s|,\s/).length : 'one',
    modified: true,
    role: title.replace(ADDRESS, '') || before || apposed?.role || null,
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
