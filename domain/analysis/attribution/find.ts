import type { Range } from '../../article/range'
import type { Directness } from '../findings'
import { type LanguageReading, readLanguage, type Sentence, type Token } from '../language/reading'
import { findQuotations, type Quotation } from './quotes'

/** One statement as the engine finds it, before sources are resolved. Ranges are in order and do not overlap. */
export type FoundAttribution = {
  /** Null when nobody is said to have spoken. */
  readonly source: readonly Range[] | null
  readonly cue: readonly Range[] | null
  readonly content: readonly Range[]
  readonly directness: Directness
  /** What produced it, for `analyze --explain`. */
  readonly rule: string
}

export type FindOptions = {
  /** Block ranges of the story, in text order; the headline may be among them. */
  readonly story: readonly Range[]
  /** BCP 47; anything but English gets structural findings only (quotation marks). */
  readonly language: string | null
  /** The shared reading of the same blocks, when the caller has it already. */
  readonly reading?: LanguageReading
}

const SPEECH = new Set(
  'say tell add note write ask report announce tweet argue explain acknowledge declare urge emphasize warn claim insist state recall conclude respond reply predict promise testify stress admit deny suggest believe think'.split(
    ' ',
  ),
)
const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON'])

/** Every statement of the story: who said what, and with which words the article says so. In text order. */
export function findAttributions(text: string, options: FindOptions): FoundAttribution[] {
  const quotations = findQuotations(text, options.story).filter((quotation) => quotation.double)
  if (options.language !== null && !/^en\b/i.test(options.language)) return quotations.map(orphan)
  const reading = options.reading ?? readLanguage(text, options.story)
  const found: FoundAttribution[] = []
  const used = new Set<Quotation>()
  for (const sentence of reading.sentences) {
    const attribution = bySpeechVerb(reading, sentence, quotations, used)
    if (attribution) found.push(attribution)
  }
  for (const quotation of quotations)
    if (!used.has(quotation) && isStatement(text, quotation)) found.push(orphan(quotation))
  return found.sort((a, b) => (a.content[0]?.[0] ?? 0) - (b.content[0]?.[0] ?? 0))
}

function bySpeechVerb(
  reading: LanguageReading,
  sentence: Sentence,
  quotations: readonly Quotation[],
  used: Set<Quotation>,
): FoundAttribution | null {
  const tokens = reading.tokens.slice(sentence.firstToken, sentence.endToken)
  const touching = quotations.filter((q) => q.range[0] < sentence.range[1] && sentence.range[0] < q.range[1])
  const outside = (token: Token) =>
    !touching.some((q) => q.range[0] <= token.start && token.end <= q.range[1])
  const at = tokens.findIndex((token) => token.tag === 'VERB' && SPEECH.has(token.lemma) && outside(token))
  const cue = tokens[at]
  if (!cue) return null
  const source = subject(tokens, at, outside)
  if (!source) return null
  const content =
    touching.length > 0
      ? touching.map((q) => q.range)
      : [[tokens[at + 1]?.start ?? cue.end, sentence.range[1]] as Range]
  for (const quotation of touching) used.add(quotation)
  const last = content[content.length - 1]
  if (!last || last[0] >= last[1]) return null
  const clear = content.filter((range) => !(range[0] < source[1] && source[0] < range[1]))
  if (clear.length === 0) return null
  return {
    source: [source],
    cue: [[cue.start, cue.end]],
    content: clear,
    directness: touching.length > 0 ? 'direct' : 'indirect',
    rule: 'speech-verb',
  }
}

/** The noun phrase before the verb, or right after it ("said Jane Roe"). */
function subject(tokens: readonly Token[], at: number, outside: (token: Token) => boolean): Range | null {
  let end = at - 1
  while (end >= 0 && /^(AUX|ADV|PART)$/.test(tokens[end]?.tag ?? '')) end -= 1
  let start = end
  const head = tokens[end]
  if (head && NOMINAL.has(head.tag) && outside(head)) {
    while (start > 0 && /^(NOUN|PROPN|ADJ|DET|ADP|NUM)$/.test(tokens[start - 1]?.tag ?? '')) start -= 1
    const first = tokens[start]
    return first ? [first.start, head.end] : null
  }
  const after = tokens[at + 1]
  if (!after || !outside(after) || !/^(PROPN|DET|NOUN)$/.test(after.tag)) return null
  let last = at + 1
  while (/^(NOUN|PROPN|ADJ)$/.test(tokens[last + 1]?.tag ?? '')) last += 1
  return [after.start, tokens[last]?.end ?? after.end]
}

/** A whole quoted sentence, as against words between scare quotes. */
function isStatement(text: string, { range }: Quotation): boolean {
  const words = text.slice(range[0] + 1, range[1])
  return /^\p{Lu}/u.test(words) && words.split(/\s+/).length >= 5
}

function orphan(quotation: Quotation): FoundAttribution {
  return { source: null, cue: null, content: [quotation.range], directness: 'direct', rule: 'quotation' }
}
