import type { Reading } from '../article/capture'
import type { Range } from '../article/range'
import { findAttributions } from './attribution/find'
import { blockRoles, type LineKind, lineKinds } from './block-roles'
import { agencyAtEnd, agencyOf, bylineOf, contributorsOf, creditsOfLine } from './credits'
import { resolveDates } from './dates'
import { detectLanguage, languageOfScript } from './detect-language'
import { ENGINE } from './engine'
import { completeFacts, datelineOf } from './facts'
import type { Analysis, Attribution, Credit, DateMention } from './findings'
import { type Line, linesOf } from './lines'
import { readNotices } from './notices'
import type { Pack } from './pack'
import { isAgency, packFor } from './packs'
import { readPictures } from './pictures'

/** Kinds of lines whose date words belong to the article rather than to its furniture. */
const DATED: readonly LineKind[] = ['headline', 'standfirst', 'subhead', 'story', 'alt', 'caption']
/** Kinds of lines in which somebody can be quoted. */
const SPOKEN: readonly LineKind[] = ['headline', 'standfirst', 'story']

/**
 * Reads a capture: what each block is, what the page tells of itself, who is quoted, who they are, and who made
 * it. Every finding is a range in `reading.text`. Never fails: a text that tells nothing has no findings; a
 * language without a pack gets structure only.
 */
export function analyse(reading: Reading): Analysis {
  const { text } = reading
  const language = languageOf(reading)
  const pack = packFor(language)
  const lines = linesOf(text, reading.blocks, reading.mediaType === 'text/plain')
  const kinds = lineKinds(reading, lines, pack)
  const credits = pack ? creditsOf(lines, kinds, pack) : { byline: null, credits: [] }
  const people = withMetadataCredits(reading, credits.credits)
  const facts = completeFacts({ reading, lines, kinds, pack, language, credits: people })
  const pictures = readPictures(reading, lines, kinds, pack)
  const dates = pack ? datesOf(lines, kinds, pack) : []
  const dateline = pack && datelineOf({ lines, kinds }, pack)
  const spoken = without(rangesOf(lines, kinds, SPOKEN), dateline?.whole ?? null)
  const found = pack
    ? pack.findAttributions(text, spoken)
    : findAttributions(text, { story: spoken, language: language ?? 'und' })
  const resolved = pack?.resolve({
    text,
    story: rangesOf(lines, kinds, ['story']),
    standing: rangesOf(lines, kinds, ['notice']),
    attributions: found,
    dates,
    outlet: facts.publisher?.value ?? null,
  })
  return {
    engine: ENGINE,
    pack: pack?.language ?? null,
    blockRoles: blockRoles(reading, lines, kinds),
    facts,
    byline: credits.byline ?? metadataByline(reading),
    sources: resolved?.sources ?? [],
    attributions: resolved?.attributions ?? found.map(unresolved),
    notices: pack ? readNotices(lines, (index) => kinds[index] === 'notice', pack) : [],
    credits: [...people, ...pictures.credits],
    pictures: pictures.pictures,
    dates: resolveDates(dates, facts.published?.value ?? null),
  }
}

/** The language that the page tells, unless its script says otherwise (a Korean article on an English template). */
function languageOf(reading: Reading): string | null {
  const told = reading.facts.language?.value ?? null
  if (told === null) return detectLanguage(reading.text)
  const written = languageOfScript(reading.text)
  return written !== null && !told.toLowerCase().startsWith(written) ? written : told
}

function creditsOf(lines: readonly Line[], kinds: readonly LineKind[], pack: Pack) {
  const credits: Credit[] = []
  let byline: Analysis['byline'] = null
  lines.forEach((line, index) => {
    if (kinds[index] === 'credit-line')
      credits.push(...creditsOfLine(pack, line), ...contributorsOf(pack, line), ...agencyOf(pack, line))
    if (kinds[index] !== 'byline') return
    const read = bylineOf(pack, line)
    byline ??= read && { words: read.words, range: read.range }
    if (read) credits.push(...read.credits)
  })
  const last = lines[kinds.lastIndexOf('story')]
  const wires = [datelineOf({ lines, kinds }, pack)?.agency, last && agencyAtEnd(pack, last)]
  const first = wires.find((one) => one != null)
  return { byline, credits: first ? [first, ...credits] : credits }
}

/** Those whom only the metadata names come first; one that a line names as well is told once. */
function withMetadataCredits(reading: Reading, credits: readonly Credit[]): Credit[] {
  const named = [
    ...reading.metadataAuthors.map((name) => ({
      role: isAgency(name.trim()) ? ('agency' as const) : ('author' as const),
      name,
    })),
    ...(reading.metadataCredits ?? []),
  ]
  const isTold = (name: string, role: Credit['role']) =>
    credits.some(
      (credit) =>
        credit.name.toLowerCase() === name.toLowerCase() && (role === 'author' || credit.role === role),
    )
  const told = named
    .map(({ role, name }) => ({ role, name: name.trim() }))
    .filter(({ role, name }) => name !== '' && !isTold(name, role))
    .map((one): Credit => ({ ...one, range: null, lineRange: null, picture: null }))
  return [...told, ...credits]
}

function metadataByline(reading: Reading): Analysis['byline'] {
  const words = reading.metadataAuthors
    .map((name) => name.trim())
    .filter(Boolean)
    .join(', ')
  return words === '' ? null : { words, range: null }
}

function datesOf(lines: readonly Line[], kinds: readonly LineKind[], pack: Pack): DateMention[] {
  return lines.flatMap((line, index) => {
    if (!DATED.includes(kinds[index] ?? 'story')) return []
    return [...line.words.matchAll(pack.dates)].map((match): DateMention => {
      const words = match.groups?.date ?? match[0]
      const at = match.index + match[0].indexOf(words)
      const ahead = pack.isAhead(line.words.slice(0, at), line.words.slice(at + words.length))
      const range: Range = [line.range[0] + at, line.range[0] + at + words.length]
      return { words, range, date: null, ...(ahead ? { ahead } : {}) }
    })
  })
}

/** Lines of the wanted kinds; neighbours of one kind and block become one range, so that sentences stay whole. */
function rangesOf(lines: readonly Line[], kinds: readonly LineKind[], wanted: readonly LineKind[]): Range[] {
  const ranges: Range[] = []
  lines.forEach((line, index) => {
    if (!wanted.includes(kinds[index] ?? 'story')) return
    const previous = ranges.at(-1)
    const joins = lines[index - 1]?.block === line.block && kinds[index] === kinds[index - 1]
    if (joins && previous) ranges[ranges.length - 1] = [previous[0], line.range[1]]
    else ranges.push(line.range)
  })
  return ranges
}

/** Ranges without what opens one of them: a dateline is nobody's statement. */
function without(ranges: readonly Range[], opening: Range | null): Range[] {
  return ranges.map(([start, end]): Range => [start === opening?.[0] ? opening[1] : start, end])
}

function unresolved(found: Omit<Attribution, 'id' | 'sourceId'>, index: number): Attribution {
  return { id: `a${index + 1}`, ...found, sourceId: null }
}
