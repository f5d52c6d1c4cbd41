import type { Range } from '../../article/range'
import type { FoundAttribution } from '../attribution/find'
import type { Anonymity, Attribution, Identification, JoinReason, Source } from '../findings'
import { type Resolved, type ResolveInput, reasonClassOf } from '../pack'
import { nestedFlags } from '../statements'
import { KOREAN_REASONS } from './lines'

const CUE =
  /(?<cue>(?:거듭\s|덧붙여\s)?(?:전했|말했|밝혔|설명했|주장했|강조했|덧붙였|지적했|비판했|경고했|촉구했|당부했|언급했|증언했|답했|토로했|호소했|귀띔했|평가했|분석했|내다봤|전망했|반박했|해명했|발표했|보도했|알려왔|말하였|전하였|이야기했|말한|전한|밝힌|했)(?:다|습니다|으며|고|는데|지만)?)(?=[\s.,]|$)/d
/** A word with a topic or subject particle; many are none ("않는"), so the word itself must be one who speaks. */
const PARTICLE = /(?<who>[가-힣A-Za-z0-9·’)]+?)(?:께서는|께서|은|는|이|가|도)(?=\s|$)/dg
/** Stems before 은 and 는 that only describe what follows, and words of time. */
const ADNOMINAL =
  /^[^그씨]$|(?:있|없|않|하|되|같|많|높|낮|작|좋|오|가|나|보|주|받|알|모르|살|이날|당시|현재|지금|최근|오늘|어제|내일|때|뒤|후|전)$/
/** The speaker's own words reach this many words back at most. */
const LONGEST_SPEAKER = 7
const ACCORDING =
  /(?<who>(?:[가-힣A-Za-z0-9·]+\s){0,5}?[가-힣A-Za-z0-9·]+?)(?<cue>에\s?(?:따르면|의하면)),?\s/dg
const HEADS =
  /(?:소식통|관계자|당국자|주민|간부|전문가|측근|목격자|증인|시민|직원|노동자|상인|군인|교수|연구원|의원|장관|대변인|대표|사장|위원장|대통령|기자|씨|변호사|분석가|학생|교사|의사|탈북민|취재원|내부자|인사)(?:들)?$/
const PERSON_TITLE =
  /(?:교수|연구원|의원|장관|대변인|대표|사장|위원장|대통령|변호사|씨|의사|국장|실장|총리|시장|위원|센터장|소장|원장|회장|이사장|[가-힣]청장|[가-힣]서장|[가-힣]군수|연구위원|팀장|차관)$/
/** "솔포시장상인회 나래울 회장": institution, name, title. */
const NAMED =
  /^(?:(?<affiliation>.+)\s)?(?<name>[가-힣]{2,4})\s(?<title>[가-힣]*(?:교수|연구원|의원|장관|대변인|대표|사장|위원장|대통령|변호사|씨|의사|국장|실장|총리|시장|위원|소장|원장|회장|청장|팀장|차관))$/
const ORGANISATION =
  /(?:부|처|청|원|국|위원회|통신|신문|일보|방송|경찰|검찰|법원|정부|당국|은행|대학교?|협회|재단|연구소|회사|당|군|공사|본부|단체|국회|대사관|전력|건설|항공|전자|철도|공단|조합|교회|병원|학교|센터|연합|연맹|노조|소방서|경찰서|군청|시청|구청|도청|[가-힣]{2,}회)$/
const DOCUMENT =
  /(?:보고서|성명|자료|문건|기사|보도|통계|조사|판결문|공소장|편지|서한|일지|기록|문서|공문|보도자료|명단|장부)$/
const BARE = /^(?:(?:한|이|그|또 다른|다른)\s)?(?:소식통|관계자|취재원|인사)(?:들)?$/
const DEFINITE = /^(?:이|그|해당|같은)\s/

const GRANT =
  /(?:(?:이름을|신원을|실명을|신분을)\s?(?:밝히지|공개하지)\s?(?:않기를|말아\s?달라고|않을 것을|않는\s?조건으로|말\s?것을)(?:\s?(?:요구한|요청한|원한|당부한))?|익명을?\s?(?:요구한|요청한|전제로(?:\s?한)?|조건으로(?:\s?한)?|원한|부탁한|희망한)|익명(?:의|으로)|이름을 밝히길 (?:거부|꺼린)[가-힣]*|가명)/d
const REASON =
  /(?:신변\s?(?:안전|보호|위협|위험)?|안전|보복|처벌|불이익|보안|사안의 민감성|민감한 사안|민감성|개인\s?정보|사생활|수사)(?:상의?\s?이유로|을\s?(?:이유로|위해|위하여|우려해|고려해)|를\s?(?:이유로|위해|우려해|고려해)|\s?(?:문제|우려|때문)(?:로|에)?|상)/d

/** Statements of a Korean story: quotations with their speakers, and 에 따르면. Ranges are in text order. */
export function findKoreanAttributions(text: string, story: readonly Range[]): FoundAttribution[] {
  return story.flatMap((block) => {
    const quotes = quotesIn(text, block)
    const used = new Set<Range>()
    let next = 0
    const found = sentencesIn(text, block, quotes).flatMap((sentence) => {
      const inside: Range[] = []
      for (let quote = quotes[next]; quote && quote[1] <= sentence[1]; quote = quotes[next]) {
        if (quote[0] >= sentence[0]) inside.push(quote)
        next += 1
      }
      const statement = inside.length > 0 ? quoted(text, sentence, inside) : reported(text, sentence)
      if (statement) for (const quote of inside) used.add(quote)
      return statement ? [statement] : []
    })
    const orphans = quotes.filter((quote) => !used.has(quote) && isStatement(text, quote)).map(orphan)
    return [...found, ...orphans].sort((a, b) => (a.content[0]?.[0] ?? 0) - (b.content[0]?.[0] ?? 0))
  })
}

function quotesIn(text: string, [start, end]: Range): Range[] {
  return [...text.slice(start, end).matchAll(/“[^”]{1,2000}”|"[^"]{1,2000}"/g)].map(
    (match): Range => [start + match.index, start + match.index + match[0].length],
  )
}

/** Sentences that end outside of quotation marks. */
function sentencesIn(text: string, [start, end]: Range, quotes: readonly Range[]): Range[] {
  const sentences: Range[] = []
  let from = start
  let quote = 0
  for (const match of text.slice(start, end).matchAll(/[다요]\.(?=\s|$)|[.!?](?=\s|$)/g)) {
    const at = start + match.index
    while ((quotes[quote]?.[1] ?? Number.POSITIVE_INFINITY) <= at) quote += 1
    const current = quotes[quote]
    if (current && current[0] < at && at < current[1]) continue
    sentences.push([from, at + match[0].length])
    from = at + match[0].length
    while (from < end && /\s/.test(text.charAt(from))) from += 1
  }
  if (from < end) sentences.push([from, end])
  return sentences
}

function quoted(text: string, sentence: Range, quotes: readonly Range[]): FoundAttribution | null {
  const [first, last] = [quotes[0], quotes.at(-1)]
  if (!first || !last) return null
  const tail = text.slice(last[1], sentence[1])
  const cue = /^(?:이?라고|고|이?라며|며|라는|는|면서)/.test(tail.trimStart())
    ? CUE.exec(tail.slice(0, 120))
    : null
  const at = cue?.indices?.groups?.cue
  if (!cue || !at) return null
  const lead = text.slice(sentence[0], first[0])
  const source =
    speakerIn(lead, sentence[0]) ??
    (first === last ? null : speakerIn(text.slice(first[1], last[0]), first[1])) ??
    speakerIn(tail.slice(0, at[0]), last[1])
  return {
    source: source && [source],
    cue: [[last[1] + at[0], last[1] + at[1]]],
    content: quotes.map((quote): Range => quote),
    directness: 'direct',
    rule: 'ko-quotation',
  }
}

/** The first word of `words` that can be who speaks, with what stands before it; `offset` is where they start. */
function speakerIn(words: string, offset: number): Range | null {
  const clipped = words.slice(-200)
  const from = offset + words.length - clipped.length
  const subjects = [...clipped.matchAll(PARTICLE)].filter(({ groups }) => !ADNOMINAL.test(groups?.who ?? ''))
  const speaker = subjects.find(({ groups }) => isSpeaker(groups?.who ?? '')) ?? subjects[0]
  const at = speaker?.indices?.groups?.who
  return at ? [from + wordsBack(clipped, at[0]), from + at[1]] : null
}

/** Start of the words before `position` that belong to it: up to the last comma, seven words at most. */
function wordsBack(words: string, position: number): number {
  const lead = words.slice(0, position)
  const comma = Math.max(lead.lastIndexOf(','), lead.lastIndexOf('.'), lead.lastIndexOf('”')) + 1
  let start = position
  for (let count = 1; count < LONGEST_SPEAKER && start > comma; count += 1) {
    const blank = lead.lastIndexOf(' ', start - 2)
    start = Math.max(comma, blank + 1)
  }
  while (/\s/.test(words.charAt(start))) start += 1
  return Math.min(start, position)
}

function reported(text: string, sentence: Range): FoundAttribution | null {
  const words = text.slice(sentence[0], Math.min(sentence[1], sentence[0] + 400))
  ACCORDING.lastIndex = 0
  const according = ACCORDING.exec(words)
  const [who, cue] = [according?.indices?.groups?.who, according?.indices?.groups?.cue]
  if (according && who && cue) {
    const from = sentence[0] + according.index + according[0].length
    if (from >= sentence[1]) return null
    return {
      source: [[sentence[0] + who[0], sentence[0] + who[1]]],
      cue: [[sentence[0] + cue[0], sentence[0] + cue[1]]],
      content: [[from, sentence[1]]],
      directness: 'indirect',
      rule: 'ko-according',
    }
  }
  return indirect(words, sentence)
}

/** "…는 …고 전했다": the speaker opens the sentence, the content stands between. */
function indirect(words: string, sentence: Range): FoundAttribution | null {
  const end =
    /(?<content>[^“”"]{4,}?(?:다고|라고|자고|냐고|다며|라며))\s(?<cue>(?:전했|말했|밝혔|설명했|주장했|강조했|덧붙였|지적했|경고했|발표했|보도했|증언했)(?:다|습니다))\.?$/d.exec(
      words,
    )
  const opening = /^(?<who>(?:[가-힣A-Za-z0-9·]+\s){0,5}?[가-힣A-Za-z0-9·]+?)(?:은|는|이|가)\s/d.exec(words)
  const [who, cue] = [opening?.indices?.groups?.who, end?.indices?.groups?.cue]
  if (!opening || !end || !who || !cue || opening[0].length >= cue[0]) return null
  if (!isSpeaker(words.slice(who[0], who[1]))) return null
  return {
    source: [[sentence[0] + who[0], sentence[0] + who[1]]],
    cue: [[sentence[0] + cue[0], sentence[0] + cue[1]]],
    content: [[sentence[0] + opening[0].length, sentence[0] + cue[0] - 1]],
    directness: 'indirect',
    rule: 'ko-reported',
  }
}

function isSpeaker(words: string): boolean {
  if (/^(?:그|그녀|그들|이들)$/.test(words)) return true
  if (/^(?:이날|한편|오늘|어제|내일|당시|현재|올해|지난해)$/.test(words)) return false
  return HEADS.test(words) || ORGANISATION.test(words) || DOCUMENT.test(words) || /^[가-힣]{3}$/.test(words)
}

function isStatement(text: string, [start, end]: Range): boolean {
  return end - start > 15 && /[다요까][.?!]?[”"]$/.test(text.slice(start, end))
}

function orphan(quote: Range): FoundAttribution {
  return { source: null, cue: null, content: [quote], directness: 'direct', rule: 'ko-orphan' }
}

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
    const draft = placeMention(input, drafts, trimMention(text, mention))
    draft?.statements.push(index)
    if (draft) draft.anonymity ??= grantNear(text, mention, draft)
    return draft
  })
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

/** Cuts the words of a grant and day words off the front: "익명을 요구한 양강도 소식통" is the latter two. */
function trimMention(text: string, [start, end]: Range): Range {
  const words = text.slice(start, end)
  const lead =
    /^(?:.*(?:요구한|요청한|당부한|전제로(?:\s한)?|조건으로(?:\s한)?|원한|부탁한|희망한|이유로|위해|위하여|우려해|익명의)\s|(?:이날|한편|또|그러면서|이어|앞서|이에 대해|특히)\s)+/.exec(
      words,
    )
  return lead && lead[0].length < words.length ? [start + lead[0].length, end] : [start, end]
}

function placeMention(input: ResolveInput, drafts: Draft[], range: Range): Draft | null {
  const words = input.text.slice(range[0], range[1])
  if (words === '' || words === input.outlet || /^(?:본지|우리|나|저|기자)$/.test(words)) return null
  if (/^(?:그|그녀|그들)$/.test(words)) {
    const last = drafts.toSorted((a, b) => (b.mentions.at(-1)?.[0] ?? 0) - (a.mentions.at(-1)?.[0] ?? 0))[0]
    if (last && range[0] - (last.mentions.at(-1)?.[0] ?? 0) < 600) return joined(last, range, 'pronoun')
    return null
  }
  const core = words.replace(DEFINITE, '')
  const same = drafts.find((draft) => draft.words === words && !/^(?:한|또 다른|다른)\s/.test(words))
  if (same && !BARE.test(words)) return joined(same, range, 'same-words')
  const ending = drafts.filter(
    (draft) =>
      draft.words.endsWith(core) ||
      (/^[가-힣]{2,4}$/.test(draft.words) && core.startsWith(`${draft.words} `)),
  )
  const only = ending[0]
  if (
    only &&
    ending.length === 1 &&
    (DEFINITE.test(words) || words === '소식통' || core.startsWith(only.words))
  )
    return joined(only, range, 'definite-again')
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

function joined(draft: Draft, mention: Range, rule: JoinReason['rule']): Draft {
  draft.mentions.push(mention)
  draft.joined.push({ mention, rule })
  return draft
}

function identify(words: string): Identification {
  if (BARE.test(words)) return 'bare-unnamed'
  if (DOCUMENT.test(words)) return 'document'
  if (/(?:소식통|관계자|당국자|주민|간부|전문가|측근|목격자|상인|인사|취재원)(?:들)?$/.test(words))
    return 'described-unnamed'
  if (/^(?:[가-힣\s·]*\s)?[가-힣]{2,4}\s(?:[가-힣]+\s)*[가-힣]*$/.test(words) && PERSON_TITLE.test(words))
    return 'named-person'
  if (ORGANISATION.test(words)) return 'organisation'
  return HEADS.test(words) && !PERSON_TITLE.test(words) ? 'described-unnamed' : 'named-person'
}

function grantNear(text: string, mention: Range, draft: Draft): Anonymity | null {
  if (draft.identification === 'organisation' || draft.identification === 'document') return null
  const before = text.slice(Math.max(0, mention[0] - 80), mention[0])
  const start = mention[0] - before.length + before.lastIndexOf('\n') + 1
  const window = text
    .slice(start, Math.min(text.length, mention[1] + 4))
    .replaceAll(/[“"][^”"]*[”"]/g, (quote) => ' '.repeat(quote.length))
  const grant = GRANT.exec(window)
  const reason = REASON.exec(window)
  if (!grant) return null
  const at = (match: RegExpExecArray): Range => [start + match.index, start + match.index + match[0].length]
  return {
    grant: grant[0],
    grantRange: at(grant),
    reasonClass: reason ? reasonClassOf({ reasons: KOREAN_REASONS }, reason[0]) : 'not-given',
    reason: reason?.[0] ?? null,
    reasonRange: reason && at(reason),
  }
}

function sourceOf(input: ResolveInput, id: string, draft: Draft): Source {
  const frame = frameOf(input, draft)
  const addressee =
    frame &&
    /(?:^|\s)(?<to>[가-힣A-Za-z]{2,12}(?:뉴스|일보|신문|통신|방송|NK|저널|미디어|타임스))(?:에|에게|와의?)(?=\s)/d.exec(
      frame.words,
    )
  const to = addressee?.indices?.groups?.to
  const when = input.dates.find(
    ({ range }) => frame !== null && range[0] >= frame.start && range[1] <= frame.start + frame.words.length,
  )
  const place = /(?:^|\s)(?<p>[가-힣]{2,5}(?:도|시|군|성|구))(?=\s|의)/.exec(draft.words)?.groups?.p ?? null
  const named = draft.identification === 'named-person' ? NAMED.exec(draft.words)?.groups : undefined
  const title = named?.title === '씨' ? null : named?.title
  const role = (named ? title : HEADS.exec(draft.words)?.[0]) ?? null
  return {
    id,
    identification: draft.identification,
    descriptor: draft.words,
    descriptorRange: draft.range,
    role,
    affiliation: named?.affiliation ?? null,
    place,
    count: /들$/.test(draft.words) ? 'plural-unspecified' : 'one',
    attributionLevel: 'not-stated',
    anonymity: draft.anonymity,
    addressee: addressee?.groups?.to ?? null,
    addresseeRange: frame && to ? [frame.start + to[0], frame.start + to[1]] : null,
    when: when?.words ?? null,
    whenRange: when?.range ?? null,
    basisOfKnowledge: 'not-stated',
    basisRange: null,
    motive: null,
    motiveRange: null,
    corroboration: 'none-stated',
    corroborationRange: null,
    mentions: draft.mentions,
    joined: draft.joined,
  }
}

/** From the speaker to the quotation: "양강도 소식통은 24일 하버뉴스에 “…". */
function frameOf(
  { text, attributions }: ResolveInput,
  draft: Draft,
): { words: string; start: number } | null {
  const found = attributions[draft.statements[0] ?? -1]
  const [source, content] = [found?.source?.[0], found?.content[0]]
  if (!source || !content || content[0] < source[1]) return null
  return { words: text.slice(source[1], Math.min(content[0], source[1] + 120)), start: source[1] }
}
