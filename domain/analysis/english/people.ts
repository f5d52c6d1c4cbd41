import type { Range } from '../../article/range'
import { isProperName } from '../names'
import { ORGANISATION_NAME, PLACES, TITLE } from './nouns'

/** A full name of a person as the text has it, for surnames and pronouns to be read against. */
export type Person = {
  readonly name: string
  readonly first: string
  readonly last: string
  readonly range: Range
}

const FULL_NAME =
  /(?<![\p{L}’'-])(?:\p{Lu}\.|\p{Lu}[\p{L}’'-]+)(?: \p{Lu}\.)*(?: (?:de|da|del|der|van|von|bin|al|el|la|Al|El|De|La))?(?: \p{Lu}[\p{L}’'-]+){1,3}/gu
const NOT_FIRST =
  /^(?:The|A|An|On|In|At|But|And|As|By|For|From|If|It|He|She|They|We|I|His|Her|Their|Our|My|This|That|These|Those|When|While|After|Before|Since|Although|Though|Last|Next|Many|Most|Some|All|Both|No|Not|So|To|With|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|North|South|East|West|New|San|Los|Las|United|Saint|Fort|Mount|Lake|Port|Cape|Hong|Sri|Saudi|Supreme|White|Wall|Super|World|European|American|Chinese|Korean|Russian|British|French|German|Japanese|Islamic|National|Federal|International|According|Speaking|Asked)$/
const NOT_LAST =
  /^(?:Street|Avenue|Road|City|County|River|Island|Sea|Ocean|Bay|Mountains?|Valley|Beach|Park|Square|Bridge|Hall|Tower|Palace|Day|Act|Law|Bill|Treaty|War|Games|Cup|League|Party|Twitter|Facebook|Times|Province|District|Korea|America|Africa|Asia|York|Jersey|Carolina|Dakota|Virginia|Hampshire|Angeles|Francisco|Kong)$/

/** All full names of a text in order, and by last name (first mention of each full name). */
export type People = {
  readonly all: readonly Person[]
  readonly byLast: ReadonlyMap<string, readonly Person[]>
  /** Last names that stand after a rank or form of address somewhere ("Mr. Roe"). */
  readonly titled: ReadonlySet<string>
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
  return { all, byLast, titled: titledIn(text, ranges), counts }
}

const TITLED =
  /\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Rev|President|Senator|Governor|Secretary|Minister|Mayor|Judge|Justice|Pope|Chancellor|Professor|Officer|Detective)\.? (?<last>\p{Lu}[\p{L}’'-]+)/gu

function titledIn(text: string, ranges: readonly Range[]): Set<string> {
  const found = new Set<string>()
  for (const [start, end] of ranges)
    for (const match of text.slice(start, end).matchAll(TITLED))
      found.add((match.groups?.last ?? '').replace(/['’]s?$/, ''))
  return found
}

/** The person named last before `position`, or null. */
export function personBefore({ all }: People, position: number): Person | null {
  return all[countBefore(all, position) - 1] ?? null
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
      const tokens = match[0].split(' ')
      let skipped = 0
      while (tokens.length > 2 && (NOT_FIRST.test(tokens[0] ?? '') || TITLE.test(tokens[0] ?? '')))
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

function isPerson(name: string): boolean {
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
