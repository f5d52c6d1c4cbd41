import type { Reading } from '../article/capture'
import type { Alternate, CaptureFacts } from '../article/facts'
import type { Range } from '../article/range'
import type { Told } from '../article/told'
import type { LineKind } from './block-roles'
import { resolveDates } from './dates'
import type { Credit } from './findings'
import { alternatesOf } from './language-links'
import { groupRange, type Line } from './lines'
import type { Pack } from './pack'
import { findPublisher } from './publisher'

/** What facts are read from, beside the reading itself. */
export type FactsInput = {
  readonly reading: Reading
  readonly lines: readonly Line[]
  readonly kinds: readonly LineKind[]
  readonly pack: Pack | null
  readonly language: string | null
  readonly credits: readonly Credit[]
}

const E_MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/

/** The facts of the format's metadata, completed from running text. What metadata tells is never replaced. */
export function completeFacts(input: FactsInput): CaptureFacts {
  const { reading, pack } = input
  const { facts } = reading
  return {
    ...facts,
    headline: facts.headline ?? headline(input),
    language: facts.language ?? (input.language ? extracted(input.language, null) : null),
    published: facts.published ?? (pack ? dayLine(input, pack, false) : null),
    modified: facts.modified ?? (pack ? dayLine(input, pack, true) : null),
    publisher: facts.publisher ?? (pack ? findPublisher(input, pack) : null),
    dateline: facts.dateline ?? (pack ? (datelineOf(input, pack)?.told ?? null) : null),
    contact: facts.contact ?? contact(input),
    rights: facts.rights ?? rights(input),
    alternates: alternates(input),
  }
}

/** A value that we read from the text at `range`. */
export function extracted(value: string, range: Range | null): Told<string> {
  return { value, assertedBy: 'extracted', range, from: 'text' }
}

function linesOfKind({ lines, kinds }: FactsInput, kind: LineKind): Line[] {
  return lines.filter((_, index) => kinds[index] === kind)
}

function headline(input: FactsInput): Told<string> | null {
  const line = linesOfKind(input, 'headline')[0]
  return line ? extracted(line.words, line.range) : null
}

function dayLine(input: FactsInput, pack: Pack, modified: boolean): Told<string> | null {
  for (const line of linesOfKind(input, 'date-line')) {
    const match = pack.dateLine.exec(line.words)
    const words = match?.groups?.words ?? ''
    if (/updat|modif|수정|최종/i.test(match?.groups?.label ?? '') !== modified) continue
    const range = match && groupRange(match, 'words', line.range[0])
    const date = range && resolveDates([{ words, range, date: null }], null)[0]?.date
    if (range && date && /^\d{4}-\d{2}-\d{2}$/.test(date)) return extracted(date, range)
  }
  return null
}

/** The dateline of the first paragraph, the agency that it names, and where both stand with the dash behind them. */
export function datelineOf(
  input: Pick<FactsInput, 'lines' | 'kinds'>,
  pack: Pack,
): { readonly told: Told<string>; readonly agency: Credit | null; readonly whole: Range } | null {
  const line = input.lines.find((_, index) => input.kinds[index] === 'story')
  const match = line && pack.dateline.exec(line.words.slice(0, 200))
  const range = match && groupRange(match, 'dateline', line.range[0])
  if (!line || !range) return null
  const agency = match.groups?.agency ? groupRange(match, 'agency', line.range[0]) : null
  return {
    whole: [line.range[0], line.range[0] + match[0].length],
    told: extracted(match.groups?.dateline ?? '', range),
    agency: agency && {
      role: 'agency',
      name: match.groups?.agency ?? '',
      range: agency,
      lineRange: [line.range[0], line.range[0] + match[0].trimEnd().length],
      picture: null,
    },
  }
}

function contact(input: FactsInput): Told<string> | null {
  for (const line of linesOfKind(input, 'contact')) {
    const match = E_MAIL.exec(line.words)
    if (!match) continue
    const start = line.range[0] + match.index
    return extracted(match[0], [start, start + match[0].length])
  }
  return null
}

function rights(input: FactsInput): Told<string> | null {
  const line = linesOfKind(input, 'notice').find(({ words }) =>
    /©|\bcopyright\b|all rights reserved|무단\s?전재|저작권/i.test(words),
  )
  return line ? extracted(line.words, line.range) : null
}

function alternates(input: FactsInput): readonly Alternate[] {
  const { reading, credits, language } = input
  const own = reading.facts.language?.value ?? language
  const told = reading.facts.alternates
  const found = alternatesOf(
    linesOfKind(input, 'language-link'),
    own,
    credits.some(({ role }) => role === 'translator'),
    (range) => hrefAt(reading, range),
  )
  const fresh = found.filter(({ url }) => url === null || told.every((known) => known.url !== url))
  return [...told, ...fresh.filter((one) => told.every((known) => known.language !== one.language))]
}

function hrefAt(reading: Reading, range: Range): string | null {
  for (const mark of reading.marks)
    if (mark.kind === 'link' && mark.range[0] < range[1] && range[0] < mark.range[1]) return mark.href
  return null
}
