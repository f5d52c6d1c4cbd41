import type { Range } from '../article/range'
import type { Credit, CreditRole } from './findings'
import { groupRange, type Line } from './lines'
import { isProperName, type Name, splitNames } from './names'
import type { Pack } from './pack'

type Key = { readonly role: CreditRole; readonly start: number; readonly end: number }

/**
 * Credits of a line such as "Translated by R. A. Edited by R. L.": what stands between one opening and the next
 * are names. Empty when the line does not begin with an opening, or when no name follows it.
 */
export function creditsOfLine(pack: Pack, line: Line): Credit[] {
  if (line.words.length > 600) return []
  // Most lines are paragraphs: only one that opens like a credit is searched to its end.
  const opening = line.words.slice(0, 64)
  if (pack.creditKeys.every(({ pattern }) => !opensWith(opening, pattern))) return []
  const keys = keysOf(pack, line.words)
  const first = keys[0]
  if (!first || !/^[\s([*—–-]*$/.test(line.words.slice(0, first.start))) return []
  return keys.flatMap(({ role, end }, index) => {
    const stop = keys[index + 1]?.start ?? line.words.length
    return namesIn(pack, line.words.slice(end, stop), line.range[0] + end).map((name) =>
      credit(pack, role, name, line.range),
    )
  })
}

function opensWith(opening: string, pattern: RegExp): boolean {
  const at = opening.search(pattern)
  return at >= 0 && at <= 3
}

function keysOf(pack: Pack, words: string): Key[] {
  const keys: Key[] = []
  for (const { role, pattern } of pack.creditKeys)
    for (const match of words.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (!keys.some((key) => start < key.end && key.start < end)) keys.push({ role, start, end })
    }
  return keys.sort((a, b) => a.start - b.start)
}

/** Names up to the first words that are none: "Rose A. in Seoul and Max Moe; Editing" gives the two. */
function namesIn(pack: Pack, words: string, offset: number): Name[] {
  const names: Name[] = []
  const stopped = /[.;](?=\s+\p{Ll})|\n/u.exec(words)
  for (const part of splitNames(words.slice(0, stopped?.index ?? words.length), offset)) {
    const placed = /\s+(?:in|at|from|of|for)\s+\p{Lu}.*$/u.exec(part.name)
    const name = (placed ? part.name.slice(0, placed.index) : part.name).replace(/^(?:the )(?=\p{Lu})/iu, '')
    const start = part.range[0] + part.name.indexOf(name)
    if (pack.notAName.test(name) && !pack.agencies.test(name)) {
      const person = leadingName(pack, part)
      if (person) names.push(person)
      continue
    }
    if (!isProperName(name)) break
    names.push({ name, range: [start, start + name.length] })
  }
  return names
}

function credit(pack: Pack, role: CreditRole, { name, range }: Name, lineRange: Range): Credit {
  return { role: pack.agencies.test(name) ? 'agency' : role, name, range, lineRange, picture: null }
}

const CONTRIBUTED =
  /\s(?:also )?contributed (?:(?:reporting|research|material)\b|(?:to|from) (?:this|the) (?:report|story|article|piece|reporting|series)\b|from \p{Lu})/u

/** "Jane Roe and the Wire contributed to this report": the names before the verb. Empty for other lines. */
export function contributorsOf(pack: Pack, line: Line): Credit[] {
  const verb = CONTRIBUTED.exec(line.words)
  if (!verb || line.words.length > 300) return []
  return namesIn(pack, line.words.slice(0, verb.index), line.range[0]).map((name) =>
    credit(pack, 'contributor', name, line.range),
  )
}

/** No wire service's name is longer, with what brackets it, in UTF-16 code units. */
const LONGEST_AGENCY = 80

/** What may stand before the name of a wire service on a line of its own. */
const BEFORE_AGENCY =
  /^(?:[\s([/—–-]+|source\s*:\s*|출처\s*[:=]\s*|with (?:inputs? from )?(?:the )?(?=\p{Lu}))+/iu

/** A line at the head or the foot that is nothing but the name of a wire service. Empty for other lines. */
export function agencyOf(pack: Pack, line: Line): Credit[] {
  if (line.words.length > LONGEST_AGENCY) return []
  const name = line.words.replace(BEFORE_AGENCY, '').replace(/[\s.)\]]+$/, '')
  if (!pack.agencies.test(name)) return []
  const start = line.range[0] + line.words.lastIndexOf(name)
  return [credit(pack, 'agency', { name, range: [start, start + name.length] }, line.range)]
}

/** "… the harbour. (Reuters)", "… /연합뉴스": the wire service that a story ends with; null when it ends with none. */
export function agencyAtEnd(pack: Pack, line: Line): Credit | null {
  const match = /[.!?…”"’]\s*(?:[(/[]|—|–|--)\s?(?<name>[^()/[\]—–]{2,40}?)[)\]]?$/du.exec(
    line.words.slice(-LONGEST_AGENCY),
  )
  const offset = line.range[0] + Math.max(0, line.words.length - LONGEST_AGENCY)
  const range = match && groupRange(match, 'name', offset)
  const name = match?.groups?.name ?? ''
  return range && pack.agencies.test(name) ? credit(pack, 'agency', { name, range }, line.range) : null
}

/** A byline: its words and the persons in it. Null when the line is none. */
export type Byline = { readonly words: string; readonly range: Range; readonly credits: readonly Credit[] }

/** Reads a line as a byline, split into persons, agencies and correspondents. */
export function bylineOf(pack: Pack, line: Line): Byline | null {
  if (line.words.length > 220) return null
  for (const pattern of pack.bylines) {
    const match = pattern.exec(line.words)
    const range = match && groupRange(match, 'names', line.range[0])
    if (!match || !range) continue
    const credits = personsOf(pack, match.groups?.names ?? '', range[0], line.range)
    if (credits.length === 0) continue
    const wire = match.groups?.agency ? groupRange(match, 'agency', line.range[0]) : null
    const agency =
      wire && credit(pack, 'agency', { name: match.groups?.agency ?? '', range: wire }, line.range)
    return { words: line.words, range: line.range, credits: agency ? [agency, ...credits] : credits }
  }
  return null
}

function personsOf(pack: Pack, words: string, offset: number, lineRange: Range): Credit[] {
  const credits: Credit[] = []
  for (const part of splitNames(words, offset)) {
    const previous = credits.at(-1)
    if (pack.agencies.test(part.name)) credits.push(credit(pack, 'agency', part, lineRange))
    else if (pack.notAName.test(part.name)) {
      const person = leadingName(pack, part)
      const role = pack.correspondents.test(part.name) ? 'correspondent' : 'author'
      if (person) credits.push(credit(pack, role, person, lineRange))
      else if (previous && role === 'correspondent') credits[credits.length - 1] = { ...previous, role }
      else if (!previous) return []
    } else {
      const person = namesIn(pack, part.name, part.range[0])[0]
      // A sentence that only begins like a byline ("By Tuesday, the quay was full") goes on in small letters.
      if (!person) return /^\p{Ll}/u.test(part.name) ? [] : credits
      credits.push(credit(pack, 'author', person, lineRange))
    }
  }
  return credits
}

/** "홍길동 기자" and "Jane Roe | Staff Writer": the name before the rank. */
function leadingName(pack: Pack, part: Name): Name | null {
  const cut = part.name.search(/\s+[|·–—-]\s+|\s(?=(?:선임|객원|인턴|전문|수습|사진)?(?:특파원|기자|통신원))/)
  const name = cut > 0 ? part.name.slice(0, cut) : ''
  return isProperName(name) && !pack.notAName.test(name) && !/^(?:그|나|저|우리|이들)(?:는|은|도)$/.test(name)
    ? { name, range: [part.range[0], part.range[0] + name.length] }
    : null
}
