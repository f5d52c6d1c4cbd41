import type { Analysis, Attribution, Credit, Source } from '../analysis/findings'
import { type Range, wordsAt } from '../article/range'
import type { SourceField } from './correction'
import { sourceFieldValue } from './source-fields'
import { hullOf, same, shareOf } from './targets'

/** What another run of the engine found otherwise. `words` are those of the newer finding, or of the one that is gone. */
export type Change = {
  readonly what: 'source' | 'statement' | 'credit'
  readonly change: 'added' | 'removed' | 'changed'
  readonly words: string
  /** Where the words stand; null for a credit that only metadata names. */
  readonly range: Range | null
  /** For a changed finding: which of its fields differ. */
  readonly fields: readonly ChangedField[]
}
export type ChangedField =
  | SourceField
  | 'mentions'
  | 'source'
  | 'cue'
  | 'content'
  | 'directness'
  | 'name'
  | 'range'

const SOURCE_FIELDS: readonly SourceField[] = [
  'identification',
  'descriptor',
  'role',
  'affiliation',
  'place',
  'count',
  'attributionLevel',
  'reasonClass',
  'reason',
  'addressee',
  'when',
  'basisOfKnowledge',
  'motive',
  'corroboration',
]

/** Findings of two runs that share less of their place than this are two findings. */
const LEAST_SHARE = 0.5

/**
 * Which sources, statements and credits were added, removed or changed between two analyses of one text: sources first,
 * each kind in text order. Findings are the same when they share most of their place, credits also by role and name;
 * ids, rules and the order by weight do not count. Equal analyses give an empty list.
 */
export function changesBetween(before: Analysis, after: Analysis, text: string): Change[] {
  const pairs = pairedSources(before.sources, after.sources)
  return [
    ...changes(pairs, sourceShown, (a, b) => changedSourceFields(a, b)),
    ...changes(
      paired(before.attributions, after.attributions, statementShare),
      (statement) => statementShown(statement, text),
      (a, b) => changedStatementFields(a, b, before.sources, after.sources, pairs),
    ),
    ...changes(paired(before.credits, after.credits, creditShare), creditShown, changedCreditFields),
  ]
}

/** The source of `after` that each source of `before` became, by ids; those that are gone are missing. */
export function sourcesCarried(before: Analysis, after: Analysis): ReadonlyMap<string, string> {
  const pairs = pairedSources(before.sources, after.sources)
  return new Map(pairs.flatMap(([a, b]) => (a && b ? [[a.id, b.id]] : [])))
}

type Pair<T> = readonly [before: T | null, after: T | null]

function changes<T>(
  pairs: readonly Pair<T>[],
  shown: (finding: T) => Pick<Change, 'what' | 'words' | 'range'>,
  fieldsOf: (before: T, after: T) => ChangedField[],
): Change[] {
  return pairs.flatMap(([before, after]): Change[] => {
    if (before === null) return after === null ? [] : [{ ...shown(after), change: 'added', fields: [] }]
    if (after === null) return [{ ...shown(before), change: 'removed', fields: [] }]
    const fields = fieldsOf(before, after)
    return fields.length === 0 ? [] : [{ ...shown(after), change: 'changed', fields }]
  })
}

function pairedSources(before: readonly Source[], after: readonly Source[]): Pair<Source>[] {
  return paired(before, after, (a, b) => {
    const shared = placesOf(a).filter((place) => placesOf(b).some((other) => same(place, other))).length
    const near = shareOf(a.descriptorRange, b.descriptorRange)
    return Math.max(near, shared === 0 ? 0 : (LEAST_SHARE + shared / placesOf(a).length) / 1.5)
  })
}

function placesOf({ descriptorRange, mentions }: Source): readonly Range[] {
  return mentions.length === 0 ? [descriptorRange] : mentions
}

/**
 * Each finding with its like of the other run: the likest pairs first, every finding in one pair at most.
 */
function paired<T>(before: readonly T[], after: readonly T[], share: (a: T, b: T) => number): Pair<T>[] {
  const likes: { readonly a: T; readonly b: T; readonly like: number }[] = []
  for (const a of before) {
    for (const b of after) {
      const like = share(a, b)
      if (like >= LEAST_SHARE) likes.push({ a, b, like })
    }
  }
  likes.sort((x, y) => y.like - x.like)
  const olds = new Map<T, T>()
  const news = new Set<T>()
  for (const { a, b } of likes) {
    if (olds.has(a) || news.has(b)) continue
    olds.set(a, b)
    news.add(b)
  }
  const kept = before.map((a): Pair<T> => [a, olds.get(a) ?? null])
  return [...kept, ...after.filter((b) => !news.has(b)).map((b): Pair<T> => [null, b])]
}

function sourceShown(source: Source): Pick<Change, 'what' | 'words' | 'range'> {
  return { what: 'source', words: source.descriptor, range: source.descriptorRange }
}

function changedSourceFields(before: Source, after: Source): ChangedField[] {
  const fields: ChangedField[] = SOURCE_FIELDS.filter(
    (field) => sourceFieldValue(before, field) !== sourceFieldValue(after, field),
  )
  return sameRanges(before.mentions, after.mentions) ? fields : [...fields, 'mentions']
}

function statementShare(a: Attribution, b: Attribution): number {
  const [one, other] = [hullOf(a.content), hullOf(b.content)]
  return one && other ? shareOf(one, other) : 0
}

function statementShown(statement: Attribution, text: string): Pick<Change, 'what' | 'words' | 'range'> {
  const range = hullOf(statement.content)
  return { what: 'statement', words: range ? wordsAt(text, range) : '', range }
}

function changedStatementFields(
  before: Attribution,
  after: Attribution,
  oldSources: readonly Source[],
  newSources: readonly Source[],
  pairs: readonly Pair<Source>[],
): ChangedField[] {
  const owner = (sources: readonly Source[], id: string | null) => sources.find((each) => each.id === id)
  const [was, is] = [owner(oldSources, before.sourceId), owner(newSources, after.sourceId)]
  const sameOwner = was === is || pairs.some(([a, b]) => a === was && b === is)
  const fields: ChangedField[] = []
  if (!sameOwner) fields.push('source')
  if (!sameRanges(before.cue, after.cue)) fields.push('cue')
  if (!sameRanges(before.content, after.content)) fields.push('content')
  if (before.directness !== after.directness) fields.push('directness')
  return fields
}

/** Credits are alike by place; without one by name; of several the one in the same role. */
function creditShare(a: Credit, b: Credit): number {
  const near = a.range && b.range ? shareOf(a.range, b.range) : Number(a.name === b.name)
  const roles = a.role === b.role && a.picture === b.picture
  return near * (roles ? 1 : 0.75)
}

function creditShown(credit: Credit): Pick<Change, 'what' | 'words' | 'range'> {
  return { what: 'credit', words: credit.name, range: credit.range }
}

function changedCreditFields(before: Credit, after: Credit): ChangedField[] {
  const fields: ChangedField[] = []
  if (before.name !== after.name) fields.push('name')
  if (before.role !== after.role) fields.push('role')
  if (!sameRanges(before.range && [before.range], after.range && [after.range])) fields.push('range')
  return fields
}

function sameRanges(a: readonly Range[] | null, b: readonly Range[] | null): boolean {
  if (a === null || b === null) return a === b
  return a.length === b.length && a.every((range, index) => same(range, b[index] ?? [-1, -1]))
}
