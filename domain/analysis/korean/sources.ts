import type { Range } from '../../article/range'
import type { Anonymity, Attribution, Identification, JoinReason, Source } from '../findings'
import type { Resolved, ResolveInput } from '../pack'
import { nestedFlags } from '../statements'
import { FALSE_NAME, grantIn, grantSentence, PLACEHOLDER } from './anonymity'
import { circumstancesOf } from './circumstances'
import { quotesIn, sentencesIn } from './statements'
import {
  BARE,
  COUNTED,
  DEFINITE,
  DOCUMENT,
  HEAD_COUNT,
  HEADS,
  INDEFINITE,
  NAMED,
  NUMBERS,
  ORGANISATION,
  PERSON_TITLE,
  SEVERAL,
  UNNAMED,
} from './words'

type Draft = {
  readonly words: string
  readonly range: Range
  readonly identification: Identification
  readonly mentions: Range[]
  readonly joined: JoinReason[]
  readonly statements: number[]
  anonymity: Anonymity | null
}

/** Joins Korean mentions: the same words, 이/그 소식통 for the one before, a name again with its title. */
export function resolveKoreanSources(input: ResolveInput): Resolved {
  const { text, attributions } = input
  const nested = nestedFlags(attributions)
  const drafts: Draft[] = []
  const owners = attributions.map((found, index) => {
    const mention = found.source?.[0]
    if (!mention || nested[index]) return null
    const draft = placeMention(input, drafts, mention)
    draft?.statements.push(index)
    if (draft) draft.anonymity ??= grantNear(text, mention, draft)
    return draft
  })
  grantAlone(input, drafts)
  const kept = drafts.toSorted((a, b) => b.statements.length - a.statements.length || a.range[0] - b.range[0])
  const ids = new Map(kept.map((draft, index) => [draft, `s${index + 1}`]))
  return {
    sources: kept.map((draft) => sourceOf(input, ids.get(draft) ?? '', draft)),
    attributions: attributions.map((found, index): Attribution => {
      const owner = owners[index]
      return { id: `a${index + 1}`, ...found, sourceId: (owner && ids.get(owner)) ?? null }
    }),
  }
}

function placeMention(input: ResolveInput, drafts: Draft[], range: Range): Draft | null {
  const words = input.text.slice(range[0], range[1])
  if (words === '' || words === input.outlet || /^(?:본지|우리|나|저|기자)$/.test(words)) return null
  const known = find(drafts, words, range[0])
  if (known) {
    known.draft.mentions.push(range)
    known.draft.joined.push({ mention: range, rule: known.rule })
    return known.draft
  }
  if (PRONOUN.test(words)) return null
  const draft: Draft = {
    words,
    range,
    identification: identify(words),
    mentions: [range],
    joined: [],
    statements: [],
    anonymity: null,
  }
  drafts.push(draft)
  return draft
}

type Known = { readonly draft: Draft; readonly rule: JoinReason['rule'] }

const PRONOUN = /^(?:그|그녀|그들|이들)$/
/** A pronoun, and 이 소식통 where several are called so, reach back this many UTF-16 code units. */
const REACH = 600

/** The earlier source that words mean, on evidence; null when they could mean two. */
function find(drafts: readonly Draft[], words: string, position: number): Known | null {
  const recent = drafts
    .filter((draft) => position - lastMention(draft) < REACH)
    .toSorted((a, b) => lastMention(b) - lastMention(a))
  if (PRONOUN.test(words)) {
    const last = recent.find((draft) => isPerson(draft) && SEVERAL.test(draft.words) === /들$/.test(words))
    return last ? { draft: last, rule: 'pronoun' } : null
  }
  if (INDEFINITE.test(words)) return null
  const same = drafts.find((draft) => draft.words === words)
  if (same && !BARE.test(words)) return { draft: same, rule: 'same-words' }
  const bySurname = surnameOf(drafts, words)
  if (bySurname) return { draft: bySurname, rule: 'surname' }
  const core = words.replace(DEFINITE, '')
  const ending = drafts.filter(
    (draft) =>
      draft.words.endsWith(core) ||
      (/^[가-힣]{2,4}$/.test(draft.words) && core.startsWith(`${draft.words} `)),
  )
  const pointing = DEFINITE.test(words)
  const last = recent[0]
  const one = ending.length === 1 ? ending[0] : pointing && last && ending.includes(last) ? last : null
  const meant = one && (pointing || words === '소식통' || core.startsWith(one.words))
  return meant ? { draft: one, rule: 'definite-again' } : null
}

/** "나 교수" for the only one named 나래울 교수, "서 씨" for the only named person of that surname. */
function surnameOf(drafts: readonly Draft[], words: string): Draft | null {
  const short = /^(?<surname>[가-힣])\s?(?<title>[가-힣]+)$/.exec(words)?.groups
  if (!short || !(short.title === '씨' || PERSON_TITLE.test(words))) return null
  const fitting = drafts.filter(({ words: full }) => {
    const named = NAMED.exec(full)?.groups
    return (
      named?.name?.startsWith(short.surname ?? '') && (short.title === '씨' || named.title === short.title)
    )
  })
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

function lastMention(draft: Draft): number {
  return draft.mentions.at(-1)?.[0] ?? 0
}

function isPerson({ identification }: Draft): boolean {
  return identification !== 'organisation' && identification !== 'document'
}

function isHidden({ identification }: Draft): boolean {
  return identification === 'described-unnamed' || identification === 'bare-unnamed'
}

/** Sentences that only tell of anonymity: of the unnamed source that spoke last before, or of all. */
function grantAlone({ text, story }: ResolveInput, drafts: readonly Draft[]): void {
  for (const block of story)
    for (const sentence of sentencesIn(text, block, quotesIn(text, block))) {
      const told = grantSentence(text, sentence)
      if (!told) continue
      const before = drafts
        .filter((draft) => isHidden(draft) && draft.mentions.some(([at]) => at < sentence[0]))
        .toSorted((a, b) => lastBefore(b, sentence[0]) - lastBefore(a, sentence[0]))
      const owners = told.ofAll ? drafts.filter(isHidden) : before.slice(0, 1)
      for (const owner of owners)
        if (told.ofAll || sentence[0] - lastBefore(owner, sentence[0]) < REACH)
          owner.anonymity ??= told.anonymity
    }
}

function lastBefore({ mentions }: Draft, position: number): number {
  return mentions.findLast(([at]) => at < position)?.[0] ?? 0
}

function identify(words: string): Identification {
  if (FALSE_NAME.test(words)) return 'pseudonym'
  if (PLACEHOLDER.test(words)) return /^\S{1,3}\s?씨$/.test(words) ? 'bare-unnamed' : 'described-unnamed'
  if (BARE.test(words)) return 'bare-unnamed'
  if (DOCUMENT.test(words)) return 'document'
  if (UNNAMED.test(words.replace(HEAD_COUNT, ''))) return 'described-unnamed'
  if (/^(?:[가-힣\s·]*\s)?[가-힣]{2,4}\s(?:[가-힣]+\s)*[가-힣]*$/.test(words) && PERSON_TITLE.test(words))
    return 'named-person'
  if (ORGANISATION.test(words)) return 'organisation'
  return HEADS.test(words) && !PERSON_TITLE.test(words) ? 'described-unnamed' : 'named-person'
}

/** A grant is looked for in this many UTF-16 code units before a mention. */
const BEFORE = 80

function grantNear(text: string, mention: Range, draft: Draft): Anonymity | null {
  if (!isPerson(draft)) return null
  const before = text.slice(Math.max(0, mention[0] - BEFORE), mention[0])
  const from = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. ')) + 1
  const start = mention[0] - before.length + from
  const anonymity = grantIn(text.slice(start, Math.min(text.length, mention[1] + 4)), start)
  // Somebody who has a name is hidden only by a name that is marked as false.
  return anonymity && (draft.identification !== 'named-person' || FALSE_NAME.test(draft.words))
    ? anonymity
    : null
}

function sourceOf(input: ResolveInput, id: string, draft: Draft): Source {
  const { words } = draft
  const place = /(?:^|\s)(?<p>[가-힣]{2,5}(?:도|시|군|성|구))(?=\s|의)/.exec(words)?.groups?.p ?? null
  const named = draft.identification === 'named-person' ? NAMED.exec(words)?.groups : undefined
  const title = named?.title === '씨' ? null : named?.title
  return {
    id,
    identification: draft.identification,
    descriptor: words,
    descriptorRange: draft.range,
    role: (named ? title : HEADS.exec(words)?.[0]) ?? null,
    affiliation: named?.affiliation ?? null,
    place,
    count: countOf(words),
    anonymity: draft.anonymity,
    ...circumstancesOf(input, draft),
    mentions: draft.mentions,
    joined: draft.joined,
  }
}

function countOf(words: string): Source['count'] {
  const counted = COUNTED.exec(words)?.groups?.n
  const number = counted ? (NUMBERS[counted] ?? Number(counted)) : 0
  if (number >= 2) return number
  return SEVERAL.test(words) ? 'plural-unspecified' : 'one'
}
