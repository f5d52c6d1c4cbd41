import { contains, type Range } from '../../article/range'
import type { FoundAttribution } from '../attribution/find'
import type { Anonymity } from '../findings'
import { reasonClassOf } from '../pack'
import { isHidden, ownersOf } from './grant-owners'
import type { JoinContext } from './join-context'
import { readPhrase } from './phrase'
import type { Grant } from './read-grants'
import { ENGLISH_REASONS } from './reasons'
import type { Draft, Registry } from './registry'

/**
 * Whose each telling of anonymity is; one may cover several sources. A source of which nothing is told has no entry. The
 * words of a grant are taken out of the words by which its source is called.
 */
export function anonymityOf(
  context: JoinContext,
  grants: readonly Grant[],
  registry: Registry,
): Map<Draft, Anonymity> {
  const { text } = context
  const told = new Map<Draft, Anonymity>()
  for (const grant of grants) {
    for (const draft of ownersOf(context, registry, grant)) {
      identifyBy(grant, draft)
      callWithout(text, grant, draft)
      const before = told.get(draft)
      if (!before || (before.reason === null && grant.reasonRange))
        told.set(draft, anonymity(text, grant, before))
    }
  }
  shareWithMembers(registry, told)
  return told
}

function anonymity(text: string, grant: Grant, before: Anonymity | undefined): Anonymity {
  const range = before?.grantRange ?? grant.range
  const reason = grant.reasonRange ? text.slice(grant.reasonRange[0], grant.reasonRange[1]) : null
  return {
    grant: text.slice(range[0], range[1]),
    grantRange: range,
    reasonClass: reason ? reasonClassOf({ reasons: ENGLISH_REASONS }, reason) : 'not-given',
    reason,
    reasonRange: grant.reasonRange,
  }
}

/** Only a person has a first name, and a changed name is a pseudonym. */
function identifyBy({ kind }: Grant, draft: Draft): void {
  if (kind === 'pseudonym') draft.identification = 'pseudonym'
  else if (kind === 'partial-name' && draft.identification === 'organisation')
    draft.identification = 'named-person'
}

/** The last clause before the words of a grant: "who", "and spoke", "who attended and described it". */
const CLAUSE_BEFORE =
  /,?\s(?:(?:and|but)\s)?(?:who|whom|whose|that|which|and|but)(?:\s(?!(?:who|that|and|but)\s)[\p{L}’'-]+){0,6}\s*$/u

/** "a person who was there and spoke on condition of anonymity" is called "a person who was there". */
function callWithout(text: string, grant: Grant, draft: Draft): void {
  const [start, end] = draft.phrase.range
  if (grant.range[0] <= start || grant.range[0] >= end) return
  const before = text.slice(start, grant.range[0])
  const cut = CLAUSE_BEFORE.exec(before)?.index ?? before.trimEnd().length
  const phrase = readPhrase(text, [start, start + cut])
  if (phrase.kind !== 'noun') return
  draft.phrase = phrase
  if (isHidden(draft) && phrase.identification) draft.identification = phrase.identification
}

const MEMBER = /^one of (?:them|the|those|these)\b/i

/** What is granted to "two officials" is granted to "one of them", who stays a source of its own. */
function shareWithMembers({ drafts }: Registry, told: Map<Draft, Anonymity>): void {
  for (const draft of drafts) {
    if (told.has(draft) || !isHidden(draft) || !MEMBER.test(draft.phrase.words)) continue
    const start = draft.phrase.range[0]
    const group = drafts
      .filter((one) => one.phrase.plural && isHidden(one) && one.phrase.range[0] < start)
      .sort((a, b) => b.phrase.range[0] - a.phrase.range[0])[0]
    const granted = group && told.get(group)
    if (granted) told.set(draft, granted)
  }
}

/** The statements without those that are only the words of a grant: "asked not to be named" tells of the telling. */
export function withoutGrants(
  found: readonly FoundAttribution[],
  grants: readonly Grant[],
): readonly FoundAttribution[] {
  if (grants.length === 0) return found
  const places = grants.flatMap(placesOf)
  return found.filter(({ cue, content }) => {
    const [first, last] = [content[0], content.at(-1)]
    if (!cue?.[0] || !first || !last) return true
    const whole: Range = [Math.min(cue[0][0], first[0]), Math.max(cue.at(-1)?.[1] ?? 0, last[1])]
    return !places.some((place) => contains(place, whole))
  })
}

/** Where a grant and its ground stand; as one place when they stand in one sentence. */
function placesOf({ range, reasonRange, sentence }: Grant): Range[] {
  if (reasonRange === null) return [range]
  if (!contains(sentence, reasonRange)) return [range, reasonRange]
  return [[Math.min(range[0], reasonRange[0]), Math.max(range[1], reasonRange[1])]]
}
