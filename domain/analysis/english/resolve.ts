import { byPosition, type Range } from '../../article/range'
import type { FoundAttribution } from '../attribution/find'
import type { Anonymity, Attribution, Source } from '../findings'
import type { Resolved, ResolveInput } from '../pack'
import { nestedFlags } from '../statements'
import { anonymityOf } from './anonymity'
import { type Circumstances, circumstancesOf } from './circumstances'
import { type Draft, type JoinContext, placeMention } from './join'
import { peopleIn } from './people'
import { readPhrase } from './phrase'

/**
 * Joins the mentions of all statements into sources and reads what the article tells of each. Sources come by
 * weight: number of statements, then position.
 */
export function resolveSources(input: ResolveInput): Resolved {
  const { text, story, attributions, outlet } = input
  const context: JoinContext = { text, people: peopleIn(text, story), outlet, reach: reachOf(story) }
  const drafts: Draft[] = []
  const owners = placeAll(context, input, drafts)
  const anonymity = anonymityOf(context, input, drafts)
  const kept = drafts
    .filter((draft) => draft.statements.length > 0 || anonymity.has(draft))
    .sort((a, b) => b.statements.length - a.statements.length || firstPosition(a) - firstPosition(b))
  const ids = new Map(kept.map((draft, index) => [draft, `s${index + 1}`]))
  return {
    sources: kept.map((draft) =>
      sourceOf(ids.get(draft) ?? '', draft, anonymity.get(draft) ?? null, circumstancesOf(input, draft)),
    ),
    attributions: attributions.map((found, index): Attribution => {
      const owner = owners[index]
      return { id: `a${index + 1}`, ...found, sourceId: (owner && ids.get(owner)) ?? null }
    }),
  }
}

/** The draft of each attribution. The headline comes last: it names people by surname before the story does. */
function placeAll(context: JoinContext, input: ResolveInput, drafts: Draft[]): (Draft | null)[] {
  const { attributions, story } = input
  const nested = nestedFlags(attributions)
  const owners: (Draft | null)[] = attributions.map(() => null)
  const start = story[0]?.[0] ?? 0
  const order = attributions
    .map((_, index) => index)
    .sort((a, b) => rank(attributions[a], start) - rank(attributions[b], start))
  for (const index of order) {
    const mention = mentionOf(attributions[index])
    if (!mention) continue
    const owner = nested[index] ? knownOnly(context, drafts, mention) : placeMention(context, drafts, mention)
    if (!owner) continue
    owner.statements.push(index)
    owners[index] = owner
  }
  return owners
}

function rank(found: FoundAttribution | undefined, start: number): number {
  const at = found?.source?.[0]?.[0] ?? Number.MAX_SAFE_INTEGER
  return at < start ? at + 1e12 : at
}

/**
 * Whom a source quotes in turn is not whom the article relies on: such a mention makes no card, and counts only
 * for a source that already has one by name.
 */
function knownOnly(context: JoinContext, drafts: readonly Draft[], mention: Range): Draft | null {
  const phrase = readPhrase(context.text, mention)
  if (phrase.kind !== 'name') return null
  return drafts.find((draft) => draft.phrase.kind === 'name' && draft.phrase.words === phrase.words) ?? null
}

/** One range from the first to the last source span; spans far apart count as the first alone. */
function mentionOf(found: FoundAttribution | undefined): Range | null {
  const first = found?.source?.[0]
  const last = found?.source?.at(-1)
  if (!first || !last) return null
  return last[1] - first[0] <= 250 && !found?.content.some(([start]) => start >= first[1] && start < last[0])
    ? [first[0], last[1]]
    : first
}

function reachOf(story: readonly Range[]): (position: number) => number {
  return (position) => {
    let index = story.length - 1
    while (index > 0 && (story[index]?.[0] ?? 0) > position) index -= 1
    return story[Math.max(0, index - 1)]?.[0] ?? 0
  }
}

function firstPosition(draft: Draft): number {
  return Math.min(...draft.mentions.map(([start]) => start))
}

function sourceOf(id: string, draft: Draft, anonymity: Anonymity | null, told: Circumstances): Source {
  const { phrase } = draft
  return {
    id,
    identification: draft.identification,
    descriptor: phrase.words,
    descriptorRange: phrase.range,
    role: phrase.role,
    affiliation: phrase.affiliation,
    place: phrase.place,
    count: phrase.count,
    anonymity,
    ...told,
    mentions: uniqueRanges(draft.mentions),
    joined: draft.joined,
  }
}

function uniqueRanges(ranges: readonly Range[]): Range[] {
  const sorted = ranges.toSorted(byPosition)
  return sorted.filter(
    ([start, end], index) => sorted[index - 1]?.[0] !== start || sorted[index - 1]?.[1] !== end,
  )
}
