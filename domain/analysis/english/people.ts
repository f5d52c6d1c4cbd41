import { byPosition, type Range } from '../../article/range'
import { isProperName } from '../names'
import { type Gender, genderOfName } from './first-names'
import { ORGANISATION_NAME, PLACES, TITLE } from './nouns'

/** A full name of a person as the text has it, for surnames and pronouns to be read against. */
export type Person = {
  readonly name: string
  readonly first: string
  readonly last: string
  readonly range: Range
}

const FULL_NAME =
  /(?<![\p{L}’'-])(?:\p{Lu}\.|\p{Lu}[\p{L}’'-]+)(?:(?: \p{Lu}\.){0,4}(?: (?:de|da|del|der|van|von|bin|al|el|la|Al|El|De|La))? \p{Lu}[\p{L}’'-]+){1,5}/gu
const NOT_FIRST =
  /^(?:The|A|An|On|In|At|But|And|As|By|For|From|If|It|He|She|They|We|I|His|Her|Their|Our|My|This|That|These|Those|When|While|After|Before|Since|Although|Though|Last|Next|Many|Most|Some|All|Both|No|Not|So|To|With|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|North|South|East|West|New|San|Los|Las|United|Saint|Fort|Mount|Lake|Port|Cape|Hong|Sri|Saudi|Supreme|White|Wall|Super|World|European|American|Chinese|Korean|Russian|British|French|German|Japanese|Islamic|National|Federal|International|According|Speaking|Asked|Outside|Inside|Absent|Only|Even|Despite|Like|Unlike|Under|Over|Without|Within|Because|Among|During|Until|Did|Does|Do|Don[’']t|Is|Are|Was|Were|Can|Could|Should|Would|How|What|Why|Where|Former|Then|Yet|Still|Now|Today|Both)$/
const NOT_LAST =
  /^(?:Street|Avenue|Road|City|County|River|Island|Sea|Ocean|Bay|Mountains?|Valley|Beach|Park|Square|Bridge|Hall|Tower|Palace|Day|Act|Law|Bill|Treaty|War|Games|Cup|League|Party|Twitter|Facebook|Times|Province|District|Korea|America|Africa|Asia|York|Jersey|Carolina|Dakota|Virginia|Hampshire|Angeles|Francisco|Kong)$/

/** What may stand before a full name in capitals: "But", "Senator", "FBI". */
const BEFORE_NAME = [NOT_FIRST, TITLE, /^[A-Z]{2,6}$/]

/** All full names of a text in order, and by last name (first mention of each full name). */
export type People = {
  readonly all: readonly Person[]
  readonly byLast: ReadonlyMap<string, readonly Person[]>
  /** Every place where somebody is named, by the full name or by the surname alone, in text order. */
  readonly named: readonly Person[]
  /** Last names that stand after a rank or form of address somewhere ("Mr. Roe"). */
  readonly titled: ReadonlySet<string>
  /** What a form of address before a last name tells ("Ms. Roe"); null where the text has both. */
  readonly genders: ReadonlyMap<string, Gender | null>
  /** How often each full name stands in the text. */
  readonly counts: ReadonlyMap<string, number>
}

/** Full names in `ranges`, every mention. */
export function peopleIn(text: string, ranges: readonly Range[]): People {
  const all = namesIn(text, ranges)
  const byLast = new Map<string, Person[]>()
  const counts = new Map<string, number>()
  for (const person of all) {
    counts.set(person.name, (counts.get(person.name) ?? 0) + 1)
    const known = byLast.get(person.last)
    if (!known) byLast.set(person.last, [person])
    else if (known.length < 3 && !known.some(({ name }) => name === person.name)) known.push(person)
  }
  const named = [...all, ...surnamesIn(text, ranges, all, byLast)].sort((a, b) =>
    byPosition(a.range, b.range),
  )
  return { all, named, byLast, ...titledIn(text, ranges), counts }
}

const CAPITALISED = /(?<![\p{L}’'-])\p{Lu}[\p{L}-]+/gu

/** Surnames that stand alone and are one person's only. */
function surnamesIn(
  text: string,
  ranges: readonly Range[],
  full: readonly Person[],
  byLast: People['byLast'],
): Person[] {
  const found: Person[] = []
  let next = 0
  for (const [start, end] of ranges)
    for (const match of text.slice(start, end).matchAll(CAPITALISED)) {
      const at = start + match.index
      while ((full[next]?.range[1] ?? Number.POSITIVE_INFINITY) <= at) next += 1
      const inFull = (full[next]?.range[0] ?? Number.POSITIVE_INFINITY) <= at
      const known = inFull ? undefined : byLast.get(match[0])
      if (known?.length === 1 && known[0]) found.push({ ...known[0], range: [at, at + match[0].length] })
    }
  return found
}

/** Whether somebody of this name is he or she: by the first name, else by the form of address in the text. */
export function genderOfPerson(
  { genders }: People,
  { first, last }: Pick<Person, 'first' | 'last'>,
): Gender | null {
  return genderOfName(first) ?? genders.get(last) ?? null
}

const TITLED =
  /\b(?<title>Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Rev|President|Senator|Governor|Secretary|Minister|Mayor|Judge|Justice|Pope|Chancellor|Professor|Officer|Detective)\.? (?<last>\p{Lu}[\p{L}’'-]+)/gu
const OF_WOMEN = /^(?:Mrs|Ms|Miss|Dame|Lady)$/
const OF_MEN = /^(?:Mr|Sir|Lord|Pope)$/

function titledIn(text: string, ranges: readonly Range[]): Pick<People, 'titled' | 'genders'> {
  const titled = new Set<string>()
  const genders = new Map<string, Gender | null>()
  for (const [start, end] of ranges)
    for (const { groups } of text.slice(start, end).matchAll(TITLED)) {
      const last = (groups?.last ?? '').replace(/['’]s?$/, '')
      const title = groups?.title ?? ''
      titled.add(last)
      const gender = OF_WOMEN.test(title) ? 'she' : OF_MEN.test(title) ? 'he' : null
      if (gender) genders.set(last, (genders.get(last) ?? gender) === gender ? gender : null)
    }
  return { titled, genders }
}

/** Whether the text names somebody else than `head` between two positions. */
export function someoneBetween({ all }: People, from: number, to: number, head: string): boolean {
  for (let index = countBefore(all, to) - 1; index >= 0; index -= 1) {
    const person = all[index]
    if (!person || person.range[0] <= from) return false
    if (person.last !== head) return true
  }
  return false
}

/** Who is named inside a range, in text order. */
export function peopleBetween(all: readonly Person[], [start, end]: Range): readonly Person[] {
  const found: Person[] = []
  for (let index = countBefore(all, end) - 1; index >= 0; index -= 1) {
    const person = all[index]
    if (!person || person.range[0] < start) break
    found.push(person)
  }
  return found.reverse()
}

/** How many persons end at or before `position` (binary search). */
function countBefore(all: readonly Person[], position: number): number {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle]?.range[1] ?? 0) <= position) low = middle + 1
    else high = middle
  }
  return low
}

function namesIn(text: string, ranges: readonly Range[]): Person[] {
  const people: Person[] = []
  for (const [start, end] of ranges)
    for (const match of text.slice(start, end).matchAll(FULL_NAME)) {
      const tokens = upToPossessive(match[0].split(' '))
      let skipped = 0
      while (tokens.length > 2 && BEFORE_NAME.some((pattern) => pattern.test(tokens[0] ?? '')))
        skipped += (tokens.shift()?.length ?? 0) + 1
      const name = tokens
        .join(' ')
        .replace(/['’]s?$/, '')
        .replace(/ (?:Jr|Sr|II|III|IV)\.?$/, '')
      if (!isPerson(name)) continue
      const at = start + match.index + skipped
      const parts = name.split(' ')
      people.push({ name, first: parts[0] ?? '', last: parts.at(-1) ?? '', range: [at, at + name.length] })
    }
  return people
}

/** "Jane Roe's Harbour Plan" names Jane Roe. */
function upToPossessive(tokens: string[]): string[] {
  const at = tokens.findIndex((token) => /['’]s?$/.test(token))
  return at < 0 ? tokens : tokens.slice(0, at + 1)
}

/** Whether capitalised words may be a person's full name. */
export function isPerson(name: string): boolean {
  const tokens = name.split(' ')
  const [first, last] = [tokens[0] ?? '', tokens.at(-1) ?? '']
  if (
    tokens.length < 2 ||
    NOT_FIRST.test(first) ||
    NOT_LAST.test(last) ||
    PLACES.has(last) ||
    PLACES.has(first)
  )
    return false
  if (TITLE.test(first) || tokens.some((token) => ORGANISATION_NAME.has(token.toLowerCase()))) return false
  return isProperName(name) && !/^[A-Z]{2,}$/.test(last)
}
