import type { Range } from '../../article/range'
import type { BasisOfKnowledge, Circumstances, Corroboration } from '../findings'
import type { ResolveInput } from '../pack'
import { LEVELS } from './grants'
import type { Draft } from './registry'
import { blockIndex, sentencesIn } from './sentences'

/** Before and after the cue, in UTF-16 code units: where a statement's frame tells when, to whom and how. */
const FRAME = 220
/** Date words further than this from the cue belong to what is told, not to the telling. */
const NEAR_CUE = 90

const TOLD =
  /\b(?:told|tells|telling|informed|warned|urged|reminded|assured|advised|instructed|briefed|ordered|asked|spoke to|spoke with|speaking to|speaking with|an interview with|a call with|said to|wrote to|testified (?:before|to)|confirmed to|explained to|complained to)\s+(?<to>(?:(?:(?<=\b(?:meeting|group|members?|committee|panel|crowd|gathering|conference|audience|roomful|hall|team) )of )?(?!(?:that|on|in|at|during|by|to|of|last|this|how|why|what|when|whether|about|not|after|before|against|as|into|over|from|for|it|because|if|until|simply|recently|earlier|later|yesterday|today|the (?:same|following))\b)[^\s,.;:“”"‘—–]+\s?){1,8})/d
const BASES: readonly { readonly basis: BasisOfKnowledge; readonly pattern: RegExp }[] = [
  {
    basis: 'witnessed',
    pattern:
      /\b(?:who (?:\w+ )?(?:saw|witnessed|watched|heard the|was (?:there|present|at the scene|nearby|standing)|were (?:there|present|nearby))|(?:eye)?witness(?:es|ed)?\b|(?:was|were) (?:present|at the scene|in the room)|saw it happen|with (?:his|her|their) own eyes)/i,
  },
  {
    basis: 'participant',
    pattern:
      /\b(?:who (?:\w+ )?(?:took part|participated|attended|was involved|were involved|helped|worked on|negotiated)|(?:involved|participating|taking part) in (?:the|those|these)|participants?\b|(?:present|in attendance) at the (?:meeting|talks)|a member of the (?:team|delegation|negotiating))/i,
  },
  {
    basis: 'documents',
    pattern:
      /\b(?:who (?:\w+ )?(?:has |have |had )?(?:seen|reviewed|read|viewed|obtained)(?: \w+){0,3} (?:documents?|report|memo|files?|records|letter|contract|e-?mails?|text|draft|copy)|citing (?:\w+ ){0,3}(?:documents?|records|figures|data|report|files)|(?:based on|according to) (?:\w+ ){0,3}(?:documents|records) )/i,
  },
  {
    basis: 'told-by-others',
    pattern:
      /\b(?:(?:who (?:\w+ )?(?:was|were|had been|has been|have been) (?:briefed|told|informed))|briefed on|citing (?:\w+ ){0,3}(?:colleagues|relatives|friends|officials|residents|witnesses|acquaintances|contacts)|(?:who|he|she|they) (?:\w+ )?(?:heard|learned|learnt) (?:about|of|from|that)|second-?hand|(?:was|were) told by|hearing from)/i,
  },
]
const MOTIVE =
  /\b(?:(?:came|come|coming) forward|(?:spoke|speaking|speak) (?:out|up|to \w+)|agreed to (?:speak|talk)|(?:decided|chose) to (?:speak|talk|come forward|go public)|leaked [^,.;]{2,40}|went public|going public)\s+(?<why>(?:because|in order to|in the hope|hoping|out of|so that|to (?:warn|help|raise|expose|draw|clear|defend|protect|make sure|stop|prevent))\b[^.;“”"]{3,160})/di
const CORROBORATIONS: readonly { readonly corroboration: Corroboration; readonly pattern: RegExp }[] = [
  {
    corroboration: 'imagery',
    pattern:
      /\b(?:satellite (?:images?|imagery|photos?)|(?:videos?|footage|photographs?|photos?|images) (?:(?!not )\w+ ){0,5}?(?:confirm|show|support|corroborat|verif|match|appear to)\w*)\b[^.;]{0,80}/i,
  },
  {
    corroboration: 'documents',
    pattern:
      /\b(?:(?:documents?|records|e-?mails?|filings?|data|papers|invoices?|ledgers?) (?:(?!not )\w+ ){0,6}?(?:confirm|support|corroborat|verif|back up|match|bear out)\w*|(?:confirmed|corroborated|supported|backed|borne out) by (?:\w+ ){0,4}(?:documents?|records|e-?mails?|filings?|data|papers))\b[^.;]{0,60}/i,
  },
  {
    corroboration: 'other-sources',
    pattern:
      /\b(?:(?:confirmed|corroborated|supported|backed up|echoed) by (?:(?:two|three|four|five|several|other|another|more|multiple|separate|independent|\d+) )+\w+|(?:confirmed|corroborated|supported|backed up|echoed) by (?:\w+ ){0,4}(?:sources?|officials?|people|persons?|residents?|witnesses|colleagues|employees|workers|others)|(?:another|a second|a third|two other|other|separate|several other) (?:(?!not )\w+ ){0,4}?(?:confirmed|corroborated|gave the same|gave a similar|backed))\b[^.;]{0,80}/i,
  },
]
/** What a statement that nobody could check is told with; evidence, yet no support. */
const UNVERIFIED =
  /\b(?:could not (?:be )?(?:independently |immediately )?(?:verif|confirm)\w*|(?:has|have) not been (?:independently )?(?:verified|confirmed)|unable to (?:independently )?(?:verify|confirm))\b[^.;]{0,60}/i

/** Reads the frames of all statements of a source; the first that tells something is the one that counts. */
export function circumstancesOf(input: ResolveInput, draft: Draft): Circumstances {
  const frames = draft.statements.slice(0, 40).flatMap((index) => frameOf(input, index) ?? [])
  const first = <T>(read: (frame: Frame) => T | null): T | null => {
    for (const frame of frames) {
      const found = read(frame)
      if (found !== null) return found
    }
    return null
  }
  const addressee = first((frame) => rangeOf(sentenceOf(frame), TOLD, 'to'))
  const when = first((frame) => whenOf(input, frame))
  const basis = first((frame) => ruleOf(frame, BASES))
  const motive = first((frame) => rangeOf(frame, MOTIVE, 'why'))
  const support = first((frame) => ruleOf(frame, CORROBORATIONS))
  const unverified = support ? null : first((frame) => rangeOf(frame, UNVERIFIED, null))
  const words = (range: Range | null) => range && input.text.slice(range[0], range[1])
  return {
    attributionLevel:
      first((frame) => LEVELS.find(({ pattern }) => pattern.test(frame.words))?.level ?? null) ??
      'not-stated',
    addressee: words(addressee),
    addresseeRange: addressee,
    when: words(when),
    whenRange: when,
    basisOfKnowledge: basis?.rule.basis ?? 'not-stated',
    basisRange: basis?.range ?? null,
    motive: words(motive),
    motiveRange: motive,
    corroboration: support?.rule.corroboration ?? 'none-stated',
    corroborationRange: support?.range ?? unverified,
  }
}

/** The words around a cue with the quoted content blanked out, so that offsets stay. */
type Frame = { readonly words: string; readonly start: number; readonly cue: number }

function frameOf({ text, story, attributions }: ResolveInput, index: number): Frame | null {
  const found = attributions[index]
  const cue = found?.cue?.[0] ?? found?.source?.[0]
  if (!found || !cue) return null
  const block = story[blockIndex(story, cue[0])]
  const inside = block && cue[1] <= block[1]
  const start = Math.max(inside ? block[0] : cue[0], cue[0] - FRAME)
  const end = Math.min(inside ? block[1] : cue[1], cue[1] + FRAME)
  let words = text.slice(start, end)
  for (const [from, to] of found.content) {
    const [a, b] = [Math.max(from, start) - start, Math.min(to, end) - start]
    if (a < b) words = words.slice(0, a) + '.'.repeat(b - a) + words.slice(b)
  }
  return {
    words: words.replaceAll(/[“"][^”"]*[”"]?/g, (quote) => '.'.repeat(quote.length)),
    start,
    cue: cue[0] - start,
  }
}

/** The sentence of the cue alone: whom a neighbour was told is not whom this source told. */
function sentenceOf(frame: Frame): Frame {
  const own = sentencesIn(frame.words, [0, frame.words.length]).find(
    ([start, end]) => start <= frame.cue && frame.cue < end,
  )
  if (!own) return frame
  return {
    words: frame.words.slice(own[0], own[1]),
    start: frame.start + own[0],
    cue: frame.cue - own[0],
  }
}

function rangeOf(frame: Frame, pattern: RegExp, group: string | null): Range | null {
  const match = pattern.exec(frame.words)
  const at =
    group === null
      ? match && ([match.index, match.index + match[0].length] as const)
      : match?.indices?.groups?.[group]
  if (!at) return null
  const words = frame.words.slice(at[0], at[1]).trimEnd()
  return words === '' || PRONOUN_ONLY.test(words)
    ? null
    : [frame.start + at[0], frame.start + at[0] + words.length]
}

const PRONOUN_ONLY = /^(?:him|her|them|us|me|you|it|himself|herself|themselves|how|not)$/i

function ruleOf<R extends { readonly pattern: RegExp }>(
  frame: Frame,
  rules: readonly R[],
): { rule: R; range: Range } | null {
  for (const rule of rules) {
    const match = rule.pattern.exec(frame.words)
    if (match)
      return {
        rule,
        range: [frame.start + match.index, frame.start + match.index + match[0].trimEnd().length],
      }
  }
  return null
}

/** Date words in the frame near the cue, with their preposition: "on Tuesday". */
function whenOf({ text, dates }: ResolveInput, frame: Frame): Range | null {
  const first = blockIndex(
    dates.map(({ range }) => range),
    frame.start - 1,
  )
  for (let index = first + 1; index < dates.length; index += 1) {
    const range = dates[index]?.range
    if (!range || range[1] > frame.start + frame.words.length) return null
    const [start, end] = [range[0] - frame.start, range[1] - frame.start]
    if (start < frame.cue - NEAR_CUE || start > frame.cue + NEAR_CUE) continue
    // A year or a bare month is when something happened; only right beside the cue is it when it was told.
    const far = Math.abs(start - frame.cue) > 25
    if (
      far &&
      /^(?:\d{4}|\p{Lu}[\p{L}.]+)$/u.test(text.slice(range[0], range[1])) &&
      !/day$/.test(text.slice(range[0], range[1]))
    )
      continue
    const between = frame.words.slice(Math.min(frame.cue, start), Math.max(frame.cue, end))
    if (/\.\s|\.{4}/.test(between)) continue
    const lead = text.slice(Math.max(0, range[0] - 14), range[0])
    const preposition = /\b(?:late |early )?(?:on|in|by|at|since|during|for|until)\s+$/i.exec(lead)
    return [range[0] - (preposition?.[0].length ?? 0), range[1]]
  }
  return null
}
