import { overlap, type Range } from '../../article/range'
import type { Anonymity } from '../findings'
import type { ResolveInput } from '../pack'
import { reasonClassOf } from '../pack'
import { GRANTS, GROUND, GROUND_BEFORE, GROUND_NEXT, type GrantRule, MAY_GRANT, NOT_A_GRANT } from './grants'
import type { JoinContext } from './join'
import { readPhrase } from './phrase'
import { ENGLISH_REASONS } from './reasons'
import { type Draft, enter, type Registry } from './registry'
import { sentencesIn } from './sentences'

/** A telling of anonymity in one sentence, before it is known whose it is. */
type Grant = {
  readonly kind: GrantRule['kind']
  readonly range: Range
  readonly sentence: Range
  readonly reasonRange: Range | null
}

/** How far back a pronoun of a grant may reach, in UTF-16 code units: about two paragraphs. */
const REACH = 900
/** A ground stands no further than this behind the words of the grant. */
const GROUND_GAP = 90

/**
 * Finds every telling of anonymity in the story and whose it is; one may cover several sources. A source of
 * which nothing is told has no entry.
 */
export function anonymityOf(
  context: JoinContext,
  input: ResolveInput,
  registry: Registry,
): Map<Draft, Anonymity> {
  const { text } = input
  const told = new Map<Draft, Anonymity>()
  for (const grant of grantsIn(text, input.story)) {
    for (const draft of ownersOf(context, registry, grant)) {
      if (grant.kind === 'pseudonym') draft.identification = 'pseudonym'
      const before = told.get(draft)
      if (!before || (before.reason === null && grant.reasonRange))
        told.set(draft, anonymity(text, grant, before))
    }
  }
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

/** Tellings in text order, at most one a sentence. */
export function grantsIn(text: string, story: readonly Range[]): Grant[] {
  const grants: Grant[] = []
  for (const block of story) {
    if (!MAY_GRANT.test(text.slice(block[0], block[1]))) continue
    const sentences = sentencesIn(text, block)
    sentences.forEach((sentence, index) => {
      const grant = grantIn(text, sentence, sentences[index + 1] ?? null)
      if (grant) grants.push(grant)
    })
  }
  return grants
}

function grantIn(text: string, sentence: Range, next: Range | null): Grant | null {
  const words = unquoted(text.slice(sentence[0], Math.min(sentence[1], sentence[0] + 1_500)))
  if (!MAY_GRANT.test(words) || NOT_A_GRANT.test(words)) return null
  for (const { kind, pattern } of GRANTS) {
    const match = pattern.exec(words)
    if (!match) continue
    if (
      kind === 'not-authorised' &&
      !/\bnot\b|n[’']t\b|without|lack|no\b|barred|prohibited|forbidden/i.test(
        words.slice(Math.max(0, match.index - 12), match.index + match[0].length),
      )
    )
      continue
    const length = kind === 'not-authorised' ? groundLength(match[0]) : match[0].length
    const start = sentence[0] + match.index
    const range = trimmedEnd(text, start, start + length)
    const reasonRange = kind === 'not-authorised' ? range : reasonOf(text, words, sentence, range, next)
    return { kind, range, sentence, reasonRange }
  }
  return null
}

/** Blanks out what stands between quotation marks, keeping every offset. */
function unquoted(words: string): string {
  return words.replaceAll(/“[^”]*(?:”|$)|"[^"]*(?:"|$)/g, (quote) => ' '.repeat(quote.length))
}

function trimmedEnd(text: string, start: number, end: number): Range {
  let from = start
  let to = end
  while (from < to && /\s/.test(text.charAt(from))) from += 1
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1
  return [from, to]
}

function reasonOf(
  text: string,
  words: string,
  sentence: Range,
  grant: Range,
  next: Range | null,
): Range | null {
  const after = grant[1] - sentence[0]
  const ground = GROUND.exec(words.slice(after))
  if (ground && ground.index <= GROUND_GAP && !/[.;]/.test(words.slice(after, after + ground.index))) {
    const start = after + ground.index
    return trimmedEnd(text, sentence[0] + start, sentence[0] + start + groundLength(words.slice(start)))
  }
  const before = GROUND_BEFORE.exec(words.slice(0, grant[0] - sentence[0]))?.groups?.reason
  if (before)
    return [sentence[0] + words.indexOf(before), sentence[0] + words.indexOf(before) + before.length]
  if (!next) return null
  const follows = GROUND_NEXT.exec(text.slice(next[0], Math.min(next[1], next[0] + 300)))
  return follows ? trimmedEnd(text, next[0], next[0] + follows[0].length) : null
}

/** A ground ends at the next comma, dash, quotation mark or end of the sentence. */
function groundLength(words: string): number {
  const end =
    /[,;:—–]|\s-\s|\.(?=\s|$|[”"])|[“”"!?)]|\s{3,}|\s(?:said|told|says|tells|added|confirmed|described|and (?:said|asked|spoke))\b/.exec(
      words,
    )
  return end ? end.index : words.length
}

function ownersOf(context: JoinContext, registry: Registry, grant: Grant): Draft[] {
  const lead = context.text.slice(grant.sentence[0], grant.range[0]).trim()
  const everyone =
    /^(?:all|both|each|everyone|every one|the (?:\w+ ){0,2}(?:sources|people|officials|residents|employees|workers|individuals))\b.*\b(?:interviewed|quoted|cited|in this (?:story|article|report)|who spoke|sources)\b/i
  if (everyone.test(lead) || /^(?:all|everyone)\b/i.test(lead)) {
    const covered = registry.drafts.filter(
      (draft) => isHidden(draft) && (/in this|interviewed|all|everyone/i.test(lead) || draft.phrase.plural),
    )
    if (covered.length > 0) return covered
  }
  const inSentence = ownersInSentence(registry.drafts, grant)
  if (inSentence.length > 0) return inSentence
  return ownersBefore(context, registry, grant, lead)
}

function isHidden(draft: Draft): boolean {
  return draft.identification === 'described-unnamed' || draft.identification === 'bare-unnamed'
}

/** The mention that the grant stands in, else the nearest before it, else the nearest after it. */
function ownersInSentence(drafts: readonly Draft[], grant: Grant): Draft[] {
  const allowed = (draft: Draft) =>
    isHidden(draft) ||
    ((grant.kind === 'pseudonym' || grant.kind === 'partial-name') && draft.identification === 'named-person')
  const near = drafts
    .filter(allowed)
    .flatMap((draft) =>
      draft.mentions
        .filter((mention) => overlap(mention, grant.sentence))
        .map((mention) => ({ draft, gap: gapOf(mention, grant) })),
    )
    .sort((a, b) => a.gap - b.gap)
  const first = near[0]
  return first ? [first.draft] : []
}

function gapOf(mention: Range, grant: Grant): number {
  if (overlap(mention, grant.range)) return 0
  if (mention[1] <= grant.range[0]) return grant.range[0] - mention[1]
  const opens = grant.range[0] - grant.sentence[0] < 40
  return mention[0] - grant.range[1] + (opens ? 0 : 200)
}

/** "She asked not to be named": the unnamed source that spoke last; else the subject itself, as a source. */
function ownersBefore(context: JoinContext, registry: Registry, grant: Grant, lead: string): Draft[] {
  const before = registry.drafts
    .filter(isHidden)
    .map((draft) => ({ draft, at: lastBefore(draft, grant.range[0]) }))
    .filter(({ at }) => at >= 0 && grant.range[0] - at <= REACH)
    .sort((a, b) => b.at - a.at)
  const subject = subjectOf(context, grant, lead)
  const plural = subject?.plural ?? /^(?:both|they|all)\b/i.test(lead)
  if (/^both\b|^the two\b/i.test(lead) && before.length >= 2 && !before[0]?.draft.phrase.plural)
    return before.slice(0, 2).map(({ draft }) => draft)
  const pronoun = /^(?:he|she|they|who|the (?:source|person|man|woman|official))\b/i.test(lead) || lead === ''
  const fitting = before.find(({ draft }) => draft.phrase.plural === plural || /^they\b/i.test(lead))
  const agreed = before.find(
    ({ draft }) =>
      subject !== null && draft.phrase.head === subject.head && draft.phrase.plural === subject.plural,
  )
  if (agreed) return [agreed.draft]
  if (pronoun && fitting) return [fitting.draft]
  if (
    subject?.kind !== 'noun' ||
    (subject.identification !== 'described-unnamed' && subject.identification !== 'bare-unnamed')
  )
    return []
  const draft: Draft = {
    identification: subject.identification,
    phrase: subject,
    mentions: [subject.range],
    joined: [],
    statements: [],
  }
  enter(registry, draft)
  return [draft]
}

function lastBefore(draft: Draft, position: number): number {
  return draft.mentions.findLast(([start]) => start < position)?.[0] ?? -1
}

/** The words before the grant, read as a mention: "The official", "A diplomat at the talks, who". */
function subjectOf(context: JoinContext, grant: Grant, lead: string) {
  const words = lead.replace(/,?\s*(?:who|whose|which|that|also|both|has|have|had|and)?\s*$/i, '')
  if (words === '' || words.split(/\s+/).length > 14 || /["“”]/.test(words)) return null
  const start = grant.sentence[0] + context.text.slice(grant.sentence[0], grant.range[0]).search(/\S/)
  return readPhrase(context.text, [start, start + words.length])
}
