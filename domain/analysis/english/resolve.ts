import { byPosition, type Range } from '../../article/range'
import type { FoundAttribution } from '../attribution/find'
import type { Anonymity, Attribution, Circumstances, Directness, Source } from '../findings'
import { flat } from '../lines'
import type { Resolved, ResolveInput } from '../pack'
import { nestedFlags } from '../statements'
import { anonymityOf, withoutGrants } from './anonymity'
import { circumstancesOf } from './circumstances'
import { coversAll, presentSubject } from './grant-owners'
import { knownByName, placeMention } from './join'
import type { JoinContext } from './join-context'
import { addFurtherMentions } from './mentions'
import { PEOPLE } from './nouns'
import { peopleIn } from './people'
import { readPhrase } from './phrase'
import { type Grant, grantsIn } from './read-grants'
import { type Draft, emptyRegistry, type Registry } from './registry'
import { blockIndex } from './sentences'
import { withWholeSubject } from './whole-subject'

/**
 * Joins the mentions of all statements into sources and reads what the article tells of each. Sources come by
 * weight: number of statements, then position.
 */
export function resolveSources(told: ResolveInput): Resolved {
  const flatText = flat(told.text)
  const standing = grantsIn(flatText, told.standing).filter((grant) => coversAll(flatText, grant))
  const grants = [...grantsIn(flatText, told.story), ...standing]
  const input = {
    ...told,
    text: flatText,
    attributions: withoutGrants(told.attributions, grants).map((found) => withWholeSubject(flatText, found)),
  }
  const { text, story, attributions, outlet } = input
  const startOf = (index: number) => story[Math.max(0, index)]?.[0] ?? 0
  const context: JoinContext = {
    text,
    people: peopleIn(text, story),
    outlet,
    reach: (position) => startOf(blockIndex(story, position) - 1),
    paragraph: (position) => startOf(blockIndex(story, position)),
    isAboveStory: (position) => position < startOf(0),
    ...contentsOf(attributions),
  }
  const registry = emptyRegistry()
  const owners = placeAll(context, input, grants, registry)
  const anonymity = anonymityOf(context, grants, registry)
  const kept = registry.drafts
    .filter((draft) => draft.statements.length > 0 || anonymity.has(draft))
    .sort((a, b) => b.statements.length - a.statements.length || firstPosition(a) - firstPosition(b))
  addFurtherMentions(text, story, kept, context.people)
  const ids = new Map(kept.map((draft, index) => [draft, `s${index + 1}`]))
  return {
    sources: kept.map((draft) => {
      const circumstances = circumstancesOf(input, draft)
      const source = sourceOf(ids.get(draft) ?? '', draft, anonymity.get(draft) ?? null, circumstances)
      return text === told.text ? source : verbatim(told.text, source)
    }),
    attributions: attributions.map((found, index): Attribution => {
      const owner = owners[index]
      const directness = directnessOf(text, found)
      return { id: `a${index + 1}`, ...found, directness, sourceId: (owner && ids.get(owner)) ?? null }
    }),
  }
}

/** What is told, for a pronoun not to be taken for somebody who is only spoken of. */
function contentsOf(attributions: readonly FoundAttribution[]): Pick<JoinContext, 'isQuoted' | 'contentOf'> {
  const quoted = attributions
    .flatMap(({ directness, content }) => (directness === 'direct' ? content : []))
    .toSorted(byPosition)
  const starts = new Map<number, number>()
  for (const { source, content } of attributions)
    for (const [at] of source ?? [])
      for (const [start] of content)
        starts.set(at, Math.min(start, starts.get(at) ?? Number.POSITIVE_INFINITY))
  return {
    isQuoted: (position) => {
      const range = quoted[blockIndex(quoted, position)]
      return range !== undefined && position < range[1]
    },
    contentOf: ([start]) => starts.get(start) ?? Number.POSITIVE_INFINITY,
  }
}

/**
 * The draft of each attribution, in text order; the headline comes last: it names people by surname before the story
 * does. Whoever a telling of anonymity presents is known from there on, for "she said" in the sentence after it.
 */
function placeAll(
  context: JoinContext,
  { attributions, story }: ResolveInput,
  grants: readonly Grant[],
  registry: Registry,
): (Draft | null)[] {
  const nested = nestedFlags(attributions)
  const owners: (Draft | null)[] = attributions.map(() => null)
  const start = story[0]?.[0] ?? 0
  const place = (found: FoundAttribution, index: number) => {
    const range = mentionOf(found)
    if (!range || isNoSubject(context.text, found, range)) return
    // Whom a source quotes in turn is not whom the article relies on: only a card that is there gets it.
    const owner = nested[index]
      ? knownByName(context, registry, range)
      : placeMention(context, registry, range)
    if (!owner) return
    if (!nested[index]) owner.statements.push(index)
    owners[index] = owner
  }
  const steps = [
    ...attributions.map((found, index) => ({ at: rank(found, start), take: () => place(found, index) })),
    ...grants.map((grant) => ({ at: grant.range[0], take: () => presentSubject(context, registry, grant) })),
  ]
  for (const { take } of steps.sort((a, b) => a.at - b.at)) take()
  return owners
}

function rank(found: FoundAttribution, start: number): number {
  const at = found.source?.[0]?.[0] ?? Number.MAX_SAFE_INTEGER
  return at < start ? at + 1e12 : at
}

/** One range from the first to the last source span; spans far apart count as the first alone. */
function mentionOf(found: FoundAttribution): Range | null {
  const first = found.source?.[0]
  const last = found.source?.at(-1)
  if (!first || !last) return null
  const parted = found.content.some(([start]) => start >= first[1] && start < last[0])
  return last[1] - first[0] <= 250 && !parted ? [first[0], last[1]] : first
}

/** Words that follow a gerund or such a preposition are its object, and nobody who speaks. */
const OBJECT_OF = /(?:^|\b)(?:\p{Ll}{2,}ing|with|against|about|between|into|toward|towards)\s(?:\p{Ll}+\s)?$/u
/** Verbs by which an event tells something; only a person, an institution or a paper does so as a source. */
const INFERENCE =
  /^(?:(?:has|have|had|would|may|might|could|will|also|do|does) )*(?:suggest|show|indicate|mean|signal|impl(?:y|ies)|reveal|demonstrate|reflect|prove)/i

/** "The fact that … suggests", "educating people … shows": an event, of which the article itself tells. */
function isNoSubject(text: string, found: FoundAttribution, range: Range): boolean {
  const cue = found.cue?.[0]
  if (!cue || !INFERENCE.test(text.slice(cue[0], cue[1]))) return false
  const phrase = readPhrase(text, range)
  if (phrase.kind !== 'noun' || phrase.identification !== 'described-unnamed') return false
  const head = phrase.range[0] + phrase.words.toLowerCase().lastIndexOf(phrase.head)
  return !PEOPLE.has(phrase.head) || OBJECT_OF.test(text.slice(Math.max(0, range[0] - 24), head))
}

/** A content that has nothing but "that" outside its quotation marks is a direct quotation. */
function directnessOf(text: string, found: FoundAttribution): Directness {
  if (found.directness !== 'mixed') return found.directness
  const words = found.content.map(([start, end]) => text.slice(start, Math.min(end, start + 5_000))).join(' ')
  const outside = words.replaceAll(/“[^”]*(?:”|$)|"[^"]*(?:"|$)/g, ' ').replace(/^[^“”"]*”/, '')
  return /^\s*(?:that|how)?[\s.,;:’'-]*$/i.test(outside) ? 'direct' : 'mixed'
}

function firstPosition(draft: Draft): number {
  return Math.min(...draft.mentions.slice(0, 2).map(([start]) => start))
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
    joined: draft.joined.toSorted((a, b) => byPosition(a.mention, b.mention)),
  }
}

/** The same source with its strings as the text has them, line breaks and all. */
function verbatim(text: string, source: Source): Source {
  const at = (range: Range | null) => range && text.slice(range[0], range[1])
  const { anonymity } = source
  return {
    ...source,
    descriptor: text.slice(source.descriptorRange[0], source.descriptorRange[1]),
    addressee: at(source.addresseeRange),
    when: at(source.whenRange),
    motive: at(source.motiveRange),
    anonymity: anonymity && {
      ...anonymity,
      grant: at(anonymity.grantRange),
      reason: at(anonymity.reasonRange),
    },
  }
}

function uniqueRanges(ranges: readonly Range[]): Range[] {
  const sorted = ranges.toSorted(byPosition)
  return sorted.filter(
    ([start, end], index) => sorted[index - 1]?.[0] !== start || sorted[index - 1]?.[1] !== end,
  )
}
