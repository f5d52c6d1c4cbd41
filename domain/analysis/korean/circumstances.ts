import type { Range } from '../../article/range'
import type { AttributionLevel, BasisOfKnowledge, Circumstances } from '../findings'
import type { ResolveInput } from '../pack'

const ADDRESSEE =
  /(?:^|\s)(?<to>본지|본보|기자|[가-힣A-Za-z]{2,12}(?:뉴스|일보|신문|통신|방송|NK|저널|미디어|타임스))(?:에|에게|[와과]의?)(?=\s)/d
const LEVELS: readonly { readonly level: AttributionLevel; readonly pattern: RegExp }[] = [
  { level: 'off-record', pattern: /오프\s?더\s?레코드|비보도를?\s?전제/ },
  { level: 'background', pattern: /배경\s?설명|백\s?브리핑|백그라운드\s?브리핑/ },
]
const BASES: readonly { readonly basis: BasisOfKnowledge; readonly pattern: RegExp }[] = [
  { basis: 'witnessed', pattern: /(?:직접|현장에서)\s?(?:목격한|지켜본|본)|현장에\s있(?:던|었던)|목격자/ },
  { basis: 'participant', pattern: /(?:회의|협상|회담|작업|면담)에\s(?:참석|참여|배석)한/ },
  {
    basis: 'documents',
    pattern: /(?:문건|자료|보고서|문서|장부|녹취록)(?:을|를)\s(?:본|열람한|확인한|입수한|검토한)/,
  },
  { basis: 'told-by-others', pattern: /전해\s?들은|(?:에게서|로부터)\s(?:들은|전해\s?들은)|보고받은/ },
]
/** How far before a speaker the words that tell how it knows may begin, in UTF-16 code units. */
const BEFORE = 60

type Spoken = { readonly statements: readonly number[] }

/** Read between the speaker and what it says, and in the words before the speaker. */
export function circumstancesOf(input: ResolveInput, draft: Spoken): Circumstances {
  const frame = frameOf(input, draft)
  const to = (frame && ADDRESSEE.exec(frame.words)?.indices?.groups?.to) ?? null
  const addresseeRange: Range | null = frame && to && [frame.start + to[0], frame.start + to[1]]
  const when = input.dates.find(
    ({ range }) => frame !== null && range[0] >= frame.start && range[1] <= frame.start + frame.words.length,
  )
  const lead = frame?.lead ?? null
  const basis = lead && BASES.find(({ pattern }) => pattern.test(lead.words))
  const words = basis && lead ? basis.pattern.exec(lead.words) : null
  const all = `${lead?.words ?? ''} ${frame?.words ?? ''}`
  return {
    attributionLevel: LEVELS.find(({ pattern }) => pattern.test(all))?.level ?? 'not-stated',
    addressee: addresseeRange && input.text.slice(addresseeRange[0], addresseeRange[1]),
    addresseeRange,
    when: when?.words ?? null,
    whenRange: when?.range ?? null,
    basisOfKnowledge: basis?.basis ?? 'not-stated',
    basisRange: words && lead ? [lead.start + words.index, lead.start + words.index + words[0].length] : null,
    motive: null,
    motiveRange: null,
    corroboration: 'none-stated',
    corroborationRange: null,
  }
}

type Words = { readonly words: string; readonly start: number }

/** From the speaker to the quotation ("솔포 소식통은 24일 하버뉴스에 “…"), and the words of its sentence up to the speaker. */
function frameOf({ text, attributions }: ResolveInput, draft: Spoken): (Words & { lead: Words }) | null {
  const found = attributions[draft.statements[0] ?? -1]
  const [source, content] = [found?.source?.[0], found?.content[0]]
  if (!source || !content || content[0] < source[1]) return null
  const before = text.slice(Math.max(0, source[0] - BEFORE), source[0])
  const from = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. '), before.lastIndexOf('”')) + 1
  const start = source[0] - before.length + from
  return {
    words: text.slice(source[1], Math.min(content[0], source[1] + 120)),
    start: source[1],
    lead: { words: text.slice(start, source[1]), start },
  }
}
