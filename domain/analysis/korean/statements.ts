import type { Range } from '../../article/range'
import type { FoundAttribution } from '../attribution/find'
import { DOCUMENT, HEAD_COUNT, HEADS, ORGANISATION } from './words'

const CUE =
  /(?<cue>(?:거듭\s|덧붙여\s)?(?:전했|말했|밝혔|설명했|주장했|강조했|덧붙였|지적했|비판했|경고했|촉구했|당부했|언급했|증언했|답했|토로했|호소했|귀띔했|평가했|분석했|내다봤|전망했|반박했|해명했|발표했|보도했|알려왔|말하였|전하였|이야기했|말한|전한|밝힌|했)(?:다|습니다|으며|고|는데|지만)?)(?=[\s.,]|$)/d
/** A word with a topic or subject particle; many are none ("않는"), so the word itself must be one who speaks. */
const PARTICLE =
  /(?<who>[가-힣A-Za-z0-9·’)]+?(?:\s(?:두|세|네|다섯|여섯|\d{1,3})\s?명)?)(?:께서는|께서|은|는|이|가|도)(?=\s|$)/dg
/** Stems before 은 and 는 that only describe what follows, and words of time. */
const ADNOMINAL =
  /^[^그씨]$|(?:있|없|않|하|되|같|많|높|낮|작|좋|오|가|나|보|주|받|알|모르|살|이날|당시|현재|지금|최근|오늘|어제|내일|때|뒤|후|전)$/
/** The speaker's own words reach this many words back at most. */
const LONGEST_SPEAKER = 7
const ACCORDING =
  /(?<who>(?:[가-힣A-Za-z0-9·]+\s){0,5}?[가-힣A-Za-z0-9·]+?)(?<cue>에\s?(?:따르면|의하면)),?\s/dg

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

export function quotesIn(text: string, [start, end]: Range): Range[] {
  return [...text.slice(start, end).matchAll(/“[^”]{1,2000}”|"[^"]{1,2000}"/g)].map(
    (match): Range => [start + match.index, start + match.index + match[0].length],
  )
}

/** Sentences that end outside of quotation marks. */
export function sentencesIn(text: string, [start, end]: Range, quotes: readonly Range[]): Range[] {
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
  const more = reportedAfter(tail.slice(0, at[0]), last[1])
  return {
    source: source && [source],
    cue: [[last[1] + at[0], last[1] + at[1]]],
    content: more ? [...quotes, more] : [...quotes],
    directness: more ? 'mixed' : 'direct',
    rule: 'ko-quotation',
  }
}

/** "“…”이라며 발전기를 더 보내겠다고 했다": what is told without quotation marks behind them. */
function reportedAfter(words: string, offset: number): Range | null {
  const told = /^\s?(?:이?라며|며|면서|이?라면서)\s(?<words>[^“”"]{4,}?(?:다고|라고|자고|냐고))\s$/d.exec(
    words,
  )
  const at = told?.indices?.groups?.words
  return at ? [offset + at[0], offset + at[1]] : null
}

/** The first word of `words` that can be who speaks, with what stands before it; `offset` is where they start. */
function speakerIn(words: string, offset: number): Range | null {
  const clipped = words.slice(-200)
  const from = offset + words.length - clipped.length
  const subjects = [...clipped.matchAll(PARTICLE)].filter(({ groups }) => !ADNOMINAL.test(groups?.who ?? ''))
  const speaker = subjects.find(({ groups }) => isSpeaker(groups?.who ?? '')) ?? subjects[0]
  const at = speaker?.indices?.groups?.who
  return at ? trimMention(clipped, [wordsBack(clipped, at[0]), at[1]], from) : null
}

/** Words that open a sentence and name nobody. */
const OPENING = /^(?:(?:이날|한편|또|또한|그러면서|이어|앞서|이에 대해|특히|그러나|하지만|반면)\s)+/
/** The end of a grant or a clause before the words that name a speaker: "익명을 요구한 솔포 소식통" is the latter two. */
const CLAUSE_BEFORE =
  /^.*(?:요구한|요청한|당부한|(?:전제로|조건으로)(?:\s(?:말|인터뷰|취재에\s?응)한)?|변조한|가린|쓴|사용한|원한|부탁한|희망한|거부한|꺼린|않은|않는|이유로|위해|위하여|우려해|두려워|익명의|다고|라고|하며|되며|면서|지만|는데|해서|하고|되고)\s/

/** The words of a speaker alone; the range is in `words`, the result in the text, where these start at `offset`. */
function trimMention(words: string, [start, end]: Range, offset: number): Range {
  const own = words.slice(start, end)
  const clause = CLAUSE_BEFORE.exec(own)?.[0].length ?? 0
  const from = clause < own.length ? clause : 0
  const opening = OPENING.exec(own.slice(from))?.[0].length ?? 0
  return [offset + start + from + (from + opening < own.length ? opening : 0), offset + end]
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
      source: [trimMention(words, [who[0], who[1]], sentence[0])],
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

function isSpeaker(told: string): boolean {
  const words = told.replace(HEAD_COUNT, '')
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
