import type { Attribution, Credit, Source } from '../analysis/findings'
import { anchorAt, findAnchor } from '../annotation/anchoring'
import type { Anchor } from '../annotation/note'
import { overlap, type Range } from '../article/range'
import { type CreditTarget, madeId, type Target } from './correction'

/**
 * From findings to targets and back. A finding is matched to a target in two steps: the finding that stands exactly
 * where the target's words stand; else the one that shares most of its place with them, if it shares more than
 * half and no other shares as much. Nothing is matched on a guess: what is left is dangling.
 */

/** How much of both places together must be shared by a finding that stands elsewhere than its target. */
const LEAST_SHARE = 0.5

const MADE = /^r-(.+)$/

/** A target for one of `sources`; null for one whose words stand nowhere (an empty range). */
export function sourceTarget(sources: readonly Source[], source: Source, text: string): Target | null {
  return made(source.id) ?? found(text, source, sources, describedAt)
}

/** A target for one of `statements`; null for one without content. */
export function statementTarget(
  statements: readonly Attribution[],
  statement: Attribution,
  text: string,
): Target | null {
  return made(statement.id) ?? found(text, statement, statements, statedAt)
}

export function creditTarget(credit: Credit, text: string): CreditTarget {
  const { role, name, picture, range } = credit
  return { role, name, picture, anchor: range && anchorOf(text, range) }
}

/** An anchor at `range`, or null where there are no words. */
export function anchorOf(text: string, range: Range): Anchor | null {
  return range[0] < range[1] && range[0] >= 0 && range[1] <= text.length ? anchorAt(text, range) : null
}

/** Where the words of an anchor stand in `text`, or null. */
export function placeOf(text: string, anchor: Anchor): Range | null {
  const place = findAnchor(text, anchor)
  return place.kind === 'found' ? place.range : null
}

/** The source that a target means, or null. A source is also where any of its mentions is. */
export function findSource(sources: readonly Source[], target: Target, text: string): Source | null {
  if (target.kind === 'made') return sources.find(({ id }) => id === madeId(target.by)) ?? null
  const place = placeOf(text, target.anchor)
  if (place === null) return null
  return (
    twin(sources, place, describedAt, target.nth) ??
    sources.find(({ mentions }) => mentions.some((mention) => same(mention, place))) ??
    nearest(sources, place, (source) => [source.descriptorRange, ...source.mentions])
  )
}

/** The statement that a target means, or null. */
export function findStatement(
  statements: readonly Attribution[],
  target: Target,
  text: string,
): Attribution | null {
  if (target.kind === 'made') return statements.find(({ id }) => id === madeId(target.by)) ?? null
  const place = placeOf(text, target.anchor)
  if (place === null) return null
  return (
    twin(statements, place, statedAt, target.nth) ??
    nearest(statements, place, (statement) => [statedAt(statement)])
  )
}

/** The credit that a target means, or null. Of several at one place, the one in the target's role. */
export function findCredit(credits: readonly Credit[], target: CreditTarget, text: string): Credit | null {
  const { anchor, role, name, picture } = target
  if (anchor === null) {
    const named = credits.filter((credit) => credit.range === null && credit.name === name)
    return named.find((credit) => credit.role === role && credit.picture === picture) ?? null
  }
  const place = placeOf(text, anchor)
  if (place === null) return null
  const ranges = ({ range }: Credit) => (range ? [range] : [])
  const inRole = credits.filter((credit) => credit.role === role)
  return atPlace(inRole, place, ranges) ?? atPlace(credits, place, ranges)
}

/** The finding whose range is `place`, else the one that shares most of it. */
export function atPlace<T>(
  findings: readonly T[],
  place: Range,
  ranges: (finding: T) => readonly Range[],
): T | null {
  return (
    findings.find((finding) => ranges(finding).some((range) => same(range, place))) ??
    nearest(findings, place, ranges)
  )
}

/** Whether two ranges are the same one. */
export function same(a: Range, b: Range): boolean {
  return a[0] === b[0] && a[1] === b[1]
}

/** From the first to the last unit of discontinuous ranges; null when there are none. */
export function hullOf(ranges: readonly Range[]): Range | null {
  const [first] = ranges
  if (first === undefined) return null
  return ranges.reduce((hull, [start, end]) => [Math.min(hull[0], start), Math.max(hull[1], end)], first)
}

/** Share of the units in either of two ranges that are in both, 0 to 1. */
export function shareOf(a: Range, b: Range): number {
  if (!overlap(a, b)) return 0
  const common = Math.min(a[1], b[1]) - Math.max(a[0], b[0])
  return common / (Math.max(a[1], b[1]) - Math.min(a[0], b[0]))
}

function nearest<T>(
  findings: readonly T[],
  place: Range,
  ranges: (finding: T) => readonly Range[],
): T | null {
  const shares = findings
    .map((finding) => ({
      finding,
      share: ranges(finding).reduce((most, range) => Math.max(most, shareOf(range, place)), 0),
    }))
    .filter(({ share }) => share > LEAST_SHARE)
    .sort((a, b) => b.share - a.share)
  const [best, next] = shares
  return best === undefined || next?.share === best.share ? null : best.finding
}

function made(id: string): Target | null {
  const by = MADE.exec(id)?.[1]
  return by === undefined ? null : { kind: 'made', by }
}

function describedAt({ descriptorRange }: Source): Range {
  return descriptorRange
}

/** From the first to the last word of a statement's content. */
function statedAt({ content }: Attribution): Range {
  return hullOf(content) ?? [0, 0]
}

type Identified = { readonly id: string }

/**
 * The findings that stand at exactly `place`, by their ids: one source in a hundred shares its words with another (two people
 * of whom the article says no more), and sources change their order as they gain and lose statements.
 */
function twins<T extends Identified>(
  findings: readonly T[],
  place: Range,
  rangeOf: (finding: T) => Range,
): readonly T[] {
  return findings
    .filter((finding) => same(rangeOf(finding), place))
    .sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)))
}

function twin<T extends Identified>(
  findings: readonly T[],
  place: Range,
  rangeOf: (finding: T) => Range,
  nth: number,
): T | null {
  const all = twins(findings, place, rangeOf)
  return all[nth] ?? (all.length === 1 ? (all[0] ?? null) : null)
}

function found<T extends Identified>(
  text: string,
  finding: T,
  among: readonly T[],
  rangeOf: (finding: T) => Range,
): Target | null {
  const range = rangeOf(finding)
  const anchor = anchorOf(text, range)
  const nth = twins(among, range, rangeOf).findIndex(({ id }) => id === finding.id)
  return anchor && { kind: 'found', anchor, nth: Math.max(0, nth) }
}
