import { contains, overlap, type Range } from '../../article/range'
import { knownByName } from './join'
import type { JoinContext } from './join-context'
import type { Phrase } from './mention'
import { readPhrase } from './phrase'
import type { Grant } from './read-grants'
import { type Draft, enter, type Registry } from './registry'

/** How far back a pronoun of a grant may reach, in UTF-16 code units: about two paragraphs. */
const REACH = 900
/** "Some of them" means those just spoken of. */
const NEAR = 400

/** Whose anonymity it is: several sources, one, or nobody's that is known. May make a source of the grant's own subject. */
export function ownersOf(context: JoinContext, registry: Registry, grant: Grant): readonly Draft[] {
  const [lead, tail] = around(context.text, grant)
  if (coversAll(context.text, grant)) {
    const covered = registry.drafts.filter(
      (draft) => isHidden(draft) && (WHOLE_ARTICLE.test(lead + tail) || draft.phrase.plural),
    )
    if (covered.length > 0) return covered
  }
  if (grant.kind === 'policy') return protectedBefore(registry, grant)
  const inSentence = ownerInSentence(context, registry.drafts, grant)
  if (inSentence) return [inSentence]
  const whom = protectedBy(context, grant)
  return whom === null
    ? ownersBefore(context, registry, grant, lead)
    : spokeLast(hiddenBefore(registry, grant), whom === 'several')
}

/** Words of a grant whose subject is the outlet, and the source its object. */
const OBJECT =
  /^(?:grant|gave|promis|guarant|offer|(?:is|are|was|were) (?:withh|not)|withh|(?:agreed|chose|decided) (?:not )?to (?:name|identify|use|publish|withhold|protect|conceal)).*?\b(?<whom>him|his|her|them|their)\b/is

/** "The Tern granted her anonymity": whether the outlet protects one or several of those before. Null: neither. */
function protectedBy({ text }: JoinContext, { range }: Grant): 'one' | 'several' | null {
  const whom = OBJECT.exec(text.slice(range[0], range[1]))?.groups?.whom
  if (whom === undefined) return null
  return /^the/i.test(whom) ? 'several' : 'one'
}

function spokeLast(before: readonly Draft[], plural: boolean): readonly Draft[] {
  return before.filter(({ phrase }) => phrase.plural === plural).slice(0, 1)
}

export function isHidden({ identification }: Draft): boolean {
  return identification === 'described-unnamed' || identification === 'bare-unnamed'
}

const WHOLE_ARTICLE =
  /\b(?:all|each|every one|everyone|none) (?:of )?(?:the |those |whom )?|\b(?:interviewed|quoted|cited)\b|\bin this (?:story|article|report|piece)\b/i
const EVERYONE =
  /^(?:all|both|each|everyone|every one|none|the (?:\p{L}+ ){0,2}(?:sources|people|officials|residents|employees|workers|individuals|interviewees))\b.*\b(?:interviewed|quoted|cited|in this (?:story|article|report|piece)|who spoke|sources)\b/iu

/** "All the sources in this story …", "Everyone …", "the Tern granted anonymity to all of them". */
export function coversAll(text: string, grant: Grant): boolean {
  const [lead, tail] = around(text, grant)
  return EVERYONE.test(lead) || /^(?:all|everyone|none of)\b/i.test(lead) || TO_ALL.test(tail)
}

const TO_ALL =
  /^ to (?:all|each|everyone|the (?:sources|people|workers) (?:interviewed|quoted|cited|in this))\b/i

/** The words of the sentence before and after the grant. */
function around(text: string, { range, sentence }: Grant): readonly [lead: string, tail: string] {
  return [text.slice(sentence[0], range[0]).trim(), text.slice(range[1], sentence[1])]
}

/** People whom outlets do not name by their own rules. */
const PROTECTED =
  /\b(?:girl|boy|woman|man|teenager|teen|youth|child|pupil|student|minor|juvenile|victim|survivor|accuser|complainant|plaintiff|patient|mother|daughter|son)\b/i

/** "The Ledger does not name minors": the nearest unnamed source that such a rule can mean. */
function protectedBefore(registry: Registry, grant: Grant): Draft[] {
  const near = hiddenBefore(registry, grant).find(
    (draft) => !draft.phrase.plural && PROTECTED.test(draft.phrase.words),
  )
  return near ? [near] : []
}

/** The mention that the grant stands in, else the nearest before it, else the nearest after it. */
function ownerInSentence(context: JoinContext, drafts: readonly Draft[], grant: Grant): Draft | null {
  const near = drafts
    .filter((draft) => isHidden(draft) || isNamedFor(grant, draft))
    .flatMap((draft) =>
      draft.mentions
        .filter((mention) => overlap(mention, grant.sentence) && isSubject(context, grant, mention))
        .filter((mention) => !grant.reasonRange || !contains(grant.reasonRange, mention))
        .map((mention) => ({ draft, gap: gapOf(mention, grant) })),
    )
    .sort((a, b) => a.gap - b.gap)
  return near[0]?.draft ?? null
}

/** A name that is not the real one, or a part of one, is told of somebody who has a name on the page. */
function isNamedFor(grant: Grant, draft: Draft): boolean {
  if (grant.kind !== 'pseudonym' && grant.kind !== 'partial-name') return false
  const isOneWord = draft.phrase.kind === 'name' && !draft.phrase.words.includes(' ')
  return draft.identification === 'named-person' || isOneWord
}

/** A verb of saying with its own subject behind it ends what is told of a mention before it. */
const ANOTHER_SUBJECT =
  /\b(?:said|says|told|added|announced|warned|claimed|complained|insisted|noted|reported)\b(?!.*\b(?:because|as|since|but|and) (?:he|she|they|who)?\s*$)/i

/** Bans and terms are told of others too ("officials said inmates were not allowed to talk to the press"). */
function isSubject({ text }: JoinContext, grant: Grant, mention: Range): boolean {
  if (grant.kind !== 'not-authorised' && grant.kind !== 'terms') return true
  if (mention[1] > grant.range[0]) return overlap(mention, grant.range) || opensSentence(grant)
  return !ANOTHER_SUBJECT.test(text.slice(mention[1], grant.range[0]))
}

function opensSentence({ range, sentence }: Grant): boolean {
  return range[0] - sentence[0] < 40
}

function gapOf(mention: Range, grant: Grant): number {
  if (overlap(mention, grant.range)) return 0
  if (mention[1] <= grant.range[0]) return grant.range[0] - mention[1]
  return mention[0] - grant.range[1] + (opensSentence(grant) ? 0 : 200)
}

/** "She asked not to be named": the unnamed source that spoke last; else the subject itself, as a source. */
function ownersBefore(context: JoinContext, registry: Registry, grant: Grant, lead: string): Draft[] {
  const before = hiddenBefore(registry, grant)
  if (/^both\b|^the two\b/i.test(lead) && before.length >= 2 && !before[0]?.phrase.plural)
    return before.slice(0, 2)
  const subject = subjectOf(context, grant, lead)
  if (subject?.kind === 'name') return named(context, registry, grant, subject)
  const agreed = before.find(
    ({ phrase }) => subject !== null && phrase.head === subject.head && phrase.plural === subject.plural,
  )
  if (agreed) return [agreed]
  if (PRONOUN.test(lead) || lead === '') {
    const plural = SEVERAL.test(lead) || (subject?.plural ?? false)
    const fitting = before.find(({ phrase }) => phrase.plural === plural || /^they\b/i.test(lead))
    const isNear = fitting && (!/of \w+$/i.test(lead) || isWithin(fitting, grant, NEAR))
    if (fitting && isNear) return [fitting]
  }
  if (subject?.kind !== 'noun') return []
  if (subject.identification !== 'described-unnamed' && subject.identification !== 'bare-unnamed') return []
  return [newSource(registry, subject)]
}

const SEVERAL = /^(?:both|they|all|(?:some|many|most|several|two|three) of (?:them|those|these))\b/i
const PRONOUN =
  /^(?:he|she|they|who|the (?:source|person|man|woman|official)|(?:some|many|most|several|two|three) of (?:them|those|these))\b/i

function isWithin({ mentions }: Draft, { range }: Grant, reach: number): boolean {
  return mentions.some(([start]) => start < range[0] && range[0] - start <= reach)
}

/** Unnamed sources with a mention shortly before the grant, the nearest first. */
function hiddenBefore(registry: Registry, { range }: Grant): Draft[] {
  return registry.drafts
    .filter(isHidden)
    .map((draft) => ({ draft, at: draft.mentions.findLast(([start]) => start < range[0])?.[0] ?? -1 }))
    .filter(({ at }) => at >= 0 && range[0] - at <= REACH)
    .sort((a, b) => b.at - a.at)
    .map(({ draft }) => draft)
}

/** "Bo agreed to talk on condition that his last name not be used": the person so named, who may have no card yet. */
function named(context: JoinContext, registry: Registry, grant: Grant, subject: Phrase): Draft[] {
  if (grant.kind !== 'pseudonym' && grant.kind !== 'partial-name') return []
  return [
    knownByName(context, registry, subject.range) ??
      newSource(registry, { ...subject, identification: 'named-person' }),
  ]
}

function newSource(registry: Registry, phrase: Phrase): Draft {
  const draft: Draft = {
    identification: phrase.identification ?? 'described-unnamed',
    phrase,
    mentions: [phrase.range],
    joined: [],
    statements: [],
  }
  enter(registry, draft)
  return draft
}

/**
 * "A girl, whom the Ledger is not naming, …", "Mira, a pseudonym, …": one whom the sentence presents, and of whom it lets
 * nobody else speak.
 */
export function presentSubject(context: JoinContext, registry: Registry, grant: Grant): void {
  const { sentence } = grant
  if (registry.drafts.some(({ mentions }) => mentions.some((mention) => overlap(mention, sentence)))) return
  const [lead] = around(context.text, grant)
  const subject = subjectOf(context, grant, lead)
  if (subject?.kind === 'name') named(context, registry, grant, subject)
  else if (subject?.identification === 'described-unnamed' && !subject.plural && PRESENTED.test(lead))
    newSource(registry, subject)
}
const PRESENTED = /^(?:an?|one|another)\s/i

/** The words before the grant, read as a mention: "The official", "A diplomat at the talks, who". */
function subjectOf(context: JoinContext, grant: Grant, lead: string): Phrase | null {
  const words = lead.replace(/,?\s*(?:who|whose|which|that|also|both|has|have|had|and)?\s*$/i, '')
  if (words === '' || words.split(/\s+/).length > 14 || /["“”]|\b(?:said|says|told|that)\b/.test(words))
    return null
  const start = grant.sentence[0] + context.text.slice(grant.sentence[0], grant.range[0]).search(/\S/)
  return readPhrase(context.text, [start, start + words.length])
}
