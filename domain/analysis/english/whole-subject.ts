import type { Range } from '../../article/range'
import type { FoundAttribution } from '../attribution/find'
import { BARE, PEOPLE } from './nouns'

/** A noun and a preposition right before a mention: the mention is only the end of a longer phrase. */
const PHRASE_BEFORE = /(?<head>[\p{L}’'-]+)\s(?:in|at|of|from|near|for|inside|outside)\s(?:the\s)?$/u
/** The end of the same, which hardly any mention has before it. */
const PREPOSITION_BEFORE = /\s(?:in|at|of|from|near|for|inside|outside)\s(?:the\s)?$/
/** Its length at most, in UTF-16 code units. */
const LONGEST_PREPOSITION = 13
/** Words that cannot stand inside a noun phrase before its head. */
const OUTSIDE =
  /^(?:and|or|but|that|as|when|while|because|if|to|of|in|on|at|by|with|from|for|said|told|who|which|then|meanwhile|also|says|is|are|was|were)$/i
const ARTICLE = /^(?:the|a|an|some|several|many|two|three|four|five|other|these|those)$/i
/** Words before a head that are taken with it, at most. */
const LONGEST_LEAD = 5

/**
 * The statement with a subject that begins at its beginning: where "Saltmouth" of "customs officers in Saltmouth
 * said" was marked, the officers are who speaks. Only for people, and only when the cue follows at once.
 */
export function withWholeSubject(text: string, found: FoundAttribution): FoundAttribution {
  const [source, cue] = [found.source?.[0], found.cue?.[0]]
  if (!source || !cue || found.source?.length !== 1 || cue[0] < source[1] || cue[0] - source[1] > 3)
    return found
  const start = startOfPhrase(text, source)
  if (start === null || found.content.some(([from, to]) => from < source[1] && start < to)) return found
  return { ...found, source: [[start, source[1]]] }
}

function startOfPhrase(text: string, source: Range): number | null {
  const end = text.slice(Math.max(0, source[0] - LONGEST_PREPOSITION), source[0])
  if (!PREPOSITION_BEFORE.test(end)) return null
  const from = Math.max(0, source[0] - 120)
  const before = text.slice(from, source[0])
  const match = PHRASE_BEFORE.exec(before)
  const head = match?.groups?.head?.toLowerCase() ?? ''
  if (!match || !(PEOPLE.has(head) || BARE.has(head))) return null
  let start = match.index
  for (let count = 0; count < LONGEST_LEAD; count += 1) {
    const word = /(?<word>[\p{L}\p{N}’'-]+)\s$/u.exec(before.slice(0, start))
    const lead = word?.groups?.word ?? ''
    if (!word || OUTSIDE.test(lead)) break
    start = word.index
    if (ARTICLE.test(lead)) break
  }
  return from + start
}
