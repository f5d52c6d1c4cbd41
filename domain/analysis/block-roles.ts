import type { BlockRole } from '../article/block'
import type { Reading } from '../article/capture'
import { contains } from '../article/range'
import { isCaption, wordsShared } from './captions'
import { agencyOf, bylineOf, contributorsOf, creditsOfLine } from './credits'
import { isLanguageLink } from './language-links'
import { countWords, type Line } from './lines'
import type { Pack } from './pack'

/** What one line does. Finer than a block's role: an alternative text and a caption are both `picture`. */
export type LineKind = Exclude<BlockRole, 'picture'> | 'alt' | 'caption' | 'date-line'

/** Lines from either end within which a byline is looked for. */
const BYLINE_ZONE = 14
const LONGEST_HEADLINE_WORDS = 25
const LONGEST_STANDFIRST_WORDS = 45
const LONGEST_SUBHEAD_WORDS = 10
/** An alternative text shares at least this much with the caption beneath it (wordsShared). */
const ALT_SHARE = 0.5
/** The same with an empty line between the two, where a headline may well speak of what is pictured. */
const ALT_SHARE_APART = 0.9

/** The kind of each line, in order: first by its words, then by its place among the others. */
export function lineKinds(reading: Reading, lines: readonly Line[], pack: Pack | null): LineKind[] {
  const kinds = lines.map(
    (line, index) =>
      kindByStructure(reading, line) ??
      kindByWords(pack, lines, line, index) ??
      reading.markedRoles?.get(line.block) ??
      null,
  )
  if (reading.mediaType === 'text/plain') markAlternativeTexts(reading.text, lines, kinds)
  if (pack) markStandingTexts(pack, lines, kinds)
  markHead(reading, lines, kinds, pack)
  markSubheads(reading, lines, kinds)
  return kinds.map((kind) => kind ?? 'story')
}

/** One role a block, from its lines' kinds: a block with a line of the story in it belongs to the story. */
export function blockRoles(
  reading: Reading,
  lines: readonly Line[],
  kinds: readonly LineKind[],
): BlockRole[] {
  const roles: (BlockRole | null)[] = reading.blocks.map(() => null)
  lines.forEach((line, index) => {
    const kind = kinds[index] ?? 'story'
    const role = kind === 'alt' || kind === 'caption' ? 'picture' : kind === 'date-line' ? 'furniture' : kind
    const before = roles[line.block]
    roles[line.block] = before === null || before === undefined || role === 'story' ? role : before
  })
  return roles.map((role, index) => role ?? roleOfEmpty(reading, index))
}

function roleOfEmpty(reading: Reading, index: number): BlockRole {
  return reading.blocks[index]?.kind === 'figure' ? 'picture' : 'furniture'
}

function kindByStructure(reading: Reading, line: Line): LineKind | null {
  const headline = reading.facts.headline
  if (headline?.range && contains(headline.range, line.range)) return 'headline'
  switch (reading.blocks[line.block]?.kind) {
    case 'figure':
    case 'caption':
      return 'caption'
    case 'separator':
    case 'embed':
      return 'furniture'
    case 'heading':
      return headline && sameWords(headline.value, line.words) ? 'headline' : null
    default:
      return null
  }
}

function kindByWords(pack: Pack | null, lines: readonly Line[], line: Line, index: number): LineKind | null {
  if (isLanguageLink(line.words)) return 'language-link'
  if (!pack || line.words.length > 1_500) return null
  if (line.words.length <= 120 && pack.dateLine.test(line.words)) return 'date-line'
  const edge = index < BYLINE_ZONE || index >= lines.length - BYLINE_ZONE
  if (edge && bylineOf(pack, line)) return 'byline'
  if (edge && agencyOf(pack, line).length > 0) return 'credit-line'
  if (creditsOfLine(pack, line).length > 0)
    return isCaption(pack.captions, line.words) && !edge ? 'caption' : 'credit-line'
  const rule = pack.lines.find(({ pattern }) => pattern.test(line.words))
  if (rule?.role === 'credit-line') return contributorsOf(pack, line).length > 0 ? 'credit-line' : null
  if (rule && rule.role !== 'picture') return rule.role
  if (isCaption(pack.captions, line.words)) return 'caption'
  return pack.notices.some(({ anywhere, pattern }) => anywhere && pattern.test(line.words)) ? 'notice' : null
}

/** A short line above a caption that says the same is the picture's alternative text, not the headline. */
function markAlternativeTexts(text: string, lines: readonly Line[], kinds: (LineKind | null)[]): void {
  kinds.forEach((kind, index) => {
    const [above, line] = [lines[index - 1], lines[index]]
    if (kind !== 'caption' || !above || !line || kinds[index - 1] !== null) return
    const apart = text.slice(above.range[1], line.range[0]).split('\n').length > 2
    const short = countWords(above.words) <= LONGEST_HEADLINE_WORDS && !/[.!?]["”’]?$/.test(above.words)
    const share = wordsShared(above.words, line.words)
    if (short && share >= (apart ? ALT_SHARE_APART : ALT_SHARE)) kinds[index - 1] = 'alt'
  })
}

/** Standing texts at the foot, from the last line up to the story; and those before the story begins. */
function markStandingTexts(pack: Pack, lines: readonly Line[], kinds: (LineKind | null)[]): void {
  const isNotice = (index: number) => {
    const words = lines[index]?.words ?? ''
    return words.length <= 1_500 && pack.notices.some(({ pattern }) => pattern.test(words))
  }
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    if (kinds[index] !== null) continue
    if (!isNotice(index)) break
    kinds[index] = 'notice'
  }
  for (let index = 0; index < lines.length; index += 1) {
    const words = lines[index]?.words ?? ''
    if (kinds[index] !== null) continue
    if (isNotice(index)) kinds[index] = 'notice'
    else if (/[.!?。]["”’]?$/.test(words) && countWords(words) >= 8) break
  }
}

function markHead(
  reading: Reading,
  lines: readonly Line[],
  kinds: (LineKind | null)[],
  pack: Pack | null,
): void {
  let head = kinds.indexOf('headline')
  if (head < 0 && !reading.facts.headline) {
    head = headlineIndex(reading, lines, kinds, pack)
    if (head >= 0) kinds[head] = 'headline'
  }
  if (head < 0) return
  // A page's byline may stand right under the headline, and the standfirst under that.
  const at = kinds[head + 1] === 'byline' ? head + 2 : head + 1
  const after = kinds[at + 1]
  const line = lines[at]
  if (!line || kinds[at] !== null || countWords(line.words) > LONGEST_STANDFIRST_WORDS) return
  if (after === 'byline' || after === 'date-line') kinds[at] = 'standfirst'
}

/** The line that is the headline of a file whose format does not tell it, or -1. */
function headlineIndex(
  reading: Reading,
  lines: readonly Line[],
  kinds: readonly (LineKind | null)[],
  pack: Pack | null,
): number {
  const heading = lines.findIndex(
    (line, index) => kinds[index] === null && reading.blocks[line.block]?.kind === 'heading',
  )
  const first = kinds.indexOf(null)
  if (heading >= 0 && heading - first <= 2) return heading
  const line = lines[first]
  const following = kinds.indexOf(null, first + 1)
  const story = lines[following]
  if (first < 0 || !line || !story) return -1
  const alone = lines[first + 1]?.block !== line.block || kinds[first + 1] !== null
  const sentence = (words: string) => /[.!?…。]["”’')\]]*$/.test(words) || countWords(words) >= 8
  return alone && isTitle(line.words, pack) && sentence(story.words) ? first : -1
}

function isTitle(words: string, pack: Pack | null): boolean {
  const count = countWords(words)
  if (words.length > 200 || count > LONGEST_HEADLINE_WORDS || count < 2) return false
  if (/[;:,]$/.test(words) || pack?.dateline.test(words)) return false
  if (!/[.。]["”’]?$/.test(words)) return !/^["“‘].*["”’]$/.test(words)
  const long = words.match(/\p{L}{4,}/gu) ?? []
  return long.length >= 3 && long.filter((word) => /^\p{Lu}/u.test(word)).length / long.length >= 0.8
}

/** A short line without an end between two paragraphs, or a heading that is not the headline. */
function markSubheads(reading: Reading, lines: readonly Line[], kinds: (LineKind | null)[]): void {
  lines.forEach((line, index) => {
    if (kinds[index] !== null) return
    const kind = reading.blocks[line.block]?.kind
    if (kind === 'heading') kinds[index] = 'subhead'
    if (kind !== 'paragraph') return
    const [before, after] = [lines[index - 1], lines[index + 1]]
    if (!before || !after || before.block === line.block || after.block === line.block) return
    const ends = (words: string) => /[.!?…。]["”’')\]]*$/.test(words)
    const between = ends(before.words) && ends(after.words) && countWords(after.words) >= 15
    const title = countWords(line.words) <= LONGEST_SUBHEAD_WORDS && /^[\p{Lu}\p{Lo}\d]/u.test(line.words)
    if (between && title && /[\p{L}\d?]$/u.test(line.words)) kinds[index] = 'subhead'
  })
}

function sameWords(a: string, b: string): boolean {
  const plain = (words: string) =>
    words
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  return plain(a) === plain(b)
}
