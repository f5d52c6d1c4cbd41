import type { BlockRole } from '../article/block'
import type { Capture } from '../article/capture'
import { type Range, wordsAt } from '../article/range'
import { type Feature, featuresAt, type Why, whysOf } from './attribution/why'
import type { Analysis, Attribution, Credit, DateMention, Notice, Picture, Source } from './findings'
import { flat } from './lines'
import type { Pack } from './pack'
import { packFor } from './packs'

type Explained = Pick<Capture, 'analysis' | 'text' | 'blocks'>

/** Blocks in which somebody can be quoted. */
const SPOKEN: readonly BlockRole[] = ['headline', 'standfirst', 'story']

/**
 * Which rule of a pack, or which feature of the model, a finding comes from: so that an error can be mended at its root.
 *
 * Attributions and joins carry the name of their rule. Other findings are put to the pack's tables once more, and the
 * rule that matches their words is named by its table, its place there and its result: `en.notices[2]:correction`.
 */
export type Explanation = {
  readonly finding:
    | 'source'
    | 'mention'
    | 'anonymity'
    | 'attribution'
    | 'notice'
    | 'credit'
    | 'picture'
    | 'date'
  /** The finding's id, or its index in its list. */
  readonly of: string | number
  readonly rule: string
  /** The words that the rule rests on; null when they are not part of the text (metadata). */
  readonly words: string | null
  readonly range: Range | null
  /** For a learned finding the features of the model that carried it, the strongest of each aspect first; else none. */
  readonly features: readonly Feature[]
}

/**
 * One explanation a finding, grouped as in `Analysis`: sources with their mentions and grants first. The story is put to
 * the model once more, which costs as much as the analysis did.
 */
export function explain({ analysis, text, blocks }: Explained): Explanation[] {
  const pack = packFor(analysis.pack)
  const spoken = blocks.filter((_, index) => SPOKEN.includes(analysis.blockRoles[index] ?? 'furniture'))
  const isLearned = analysis.attributions.some(({ rule }) => rule.startsWith('learned:'))
  const whys = isLearned
    ? whysOf(
        text,
        spoken.map(({ range }) => range),
      )
    : []
  return [
    ...analysis.sources.flatMap((source) => ofSource(source, text, pack)).map(byRule),
    ...analysis.attributions.map((attribution) => ofAttribution(attribution, text, whys)),
    ...[
      ...analysis.notices.map((notice, index) => ofNotice(notice, index, text, pack)),
      ...analysis.credits.map((credit, index) => ofCredit(credit, index, analysis, text, pack)),
      ...analysis.pictures.map((picture, index) => ofPicture(picture, index, pack)),
      ...analysis.dates.map((date, index) => ofDate(date, index, analysis, text)),
    ].map(byRule),
  ]
}

/** What no model found. */
type Ruled = Omit<Explanation, 'features'>
const byRule = (finding: Ruled): Explanation => ({ ...finding, features: [] })

/** Name of the first rule of a table that matches; null when none does. */
function ruleIn(
  pack: Pack | null,
  table: string,
  patterns: readonly RegExp[],
  words: string,
  result?: string,
): string | null {
  // `search` and not `test`: some patterns of the packs are global and would remember where they were.
  const index = patterns.findIndex((pattern) => words.search(pattern) >= 0)
  if (index < 0) return null
  return `${pack?.language ?? 'und'}.${table}[${index}]${result === undefined ? '' : `:${result}`}`
}

function ofSource(source: Source, text: string, pack: Pack | null): Ruled[] {
  const { id, descriptor, descriptorRange, anonymity } = source
  const own: Ruled = {
    finding: 'source',
    of: id,
    rule: `identified:${source.identification}`,
    words: descriptor,
    range: descriptorRange,
  }
  const joins = source.joined.map(
    ({ mention, rule }): Ruled => ({
      finding: 'mention',
      of: id,
      rule: `join:${rule}`,
      words: wordsAt(text, mention),
      range: mention,
    }),
  )
  if (anonymity === null) return [own, ...joins]
  const words = anonymity.reason ?? anonymity.grant
  const classes = pack?.reasons.map(({ pattern }) => pattern) ?? []
  const rule = words && ruleIn(pack, 'reasons', classes, words, anonymity.reasonClass)
  const grant: Ruled = {
    finding: 'anonymity',
    of: id,
    rule: rule ?? `grant:${anonymity.reasonClass}`,
    words,
    range: anonymity.reasonRange ?? anonymity.grantRange,
  }
  return [own, ...joins, grant]
}

function ofAttribution(
  { id, rule, cue, content }: Attribution,
  text: string,
  whys: readonly Why[],
): Explanation {
  const range = cue?.[0] ?? content[0] ?? null
  const features = rule.startsWith('learned:') ? featuresAt(whys, cue) : []
  return { finding: 'attribution', of: id, rule, words: range && wordsAt(text, range), range, features }
}

function ofNotice({ kind, range }: Notice, index: number, text: string, pack: Pack | null): Ruled {
  const words = flat(wordsAt(text, range))
  const patterns = pack?.notices.map(({ pattern }) => pattern) ?? []
  const rule = ruleIn(pack, 'notices', patterns, words, kind) ?? `position:${kind}`
  return { finding: 'notice', of: index, rule, words, range }
}

function ofCredit(credit: Credit, index: number, analysis: Analysis, text: string, pack: Pack | null): Ruled {
  const { lineRange, role, name } = credit
  const line = lineRange && flat(wordsAt(text, lineRange))
  return {
    finding: 'credit',
    of: index,
    rule: line === null ? `metadata:${role}` : (ruleOfLine(credit, line, analysis, pack) ?? `line:${role}`),
    words: line ?? name,
    range: lineRange,
  }
}

/** The rule that reads a credit out of its line: of captions, bylines or openings, in the order in which they are tried. */
function ruleOfLine(credit: Credit, line: string, analysis: Analysis, pack: Pack | null): string | null {
  if (pack === null) return null
  const { role, picture, lineRange } = credit
  if (picture !== null) return ruleIn(pack, 'captions.credits', pack.captions.credits, line, role)
  const isByline = analysis.byline?.range?.[0] === lineRange?.[0]
  if (isByline) return ruleIn(pack, 'bylines', pack.bylines, line, role)
  const index = pack.creditKeys.findIndex((key) => key.role === role && line.search(key.pattern) >= 0)
  return index < 0 ? null : `${pack.language}.creditKeys[${index}]:${role}`
}

function ofPicture(picture: Picture, index: number, pack: Pack | null): Ruled {
  const words = picture.caption ?? picture.alt
  const credits = pack?.captions.credits ?? []
  const read = words && ruleIn(pack, 'captions.credits', credits, flat(words), 'caption')
  const rule = picture.src === null ? (read ?? 'caption:position') : 'format:image'
  return { finding: 'picture', of: index, rule, words, range: picture.range }
}

function ofDate(mention: DateMention, index: number, analysis: Analysis, text: string): Ruled {
  const { range, date } = mention
  const published = analysis.facts.published
  // A day that its own words do not settle rests on the day of publication.
  const own = date !== null && mention.words.includes(date.slice(0, 4))
  const rule =
    date === null ? 'date:unresolved' : own || !published ? 'date:own-words' : 'date:by-publication'
  return { finding: 'date', of: index, rule, words: wordsAt(text, range), range }
}
