import type { Range } from '../../article/range'
import type { Identification, SourceCount } from '../findings'

/** What the words of one mention are. */
export type Phrase = {
  /** `nobody` is a quantifier, a share of a poll, or words that cannot be who speaks. */
  readonly kind: 'pronoun' | 'nobody' | 'name' | 'noun'
  /** For a name a guess that the joining may mend; null for pronouns and quantifiers. */
  readonly identification: Identification | null
  /** The words that stand for the source on its card, and where. */
  readonly words: string
  readonly range: Range
  /** `words` in lower case without article and possessive: equal keys are the same words. */
  readonly key: string
  /** Lower-case head noun, or the last name. */
  readonly head: string
  readonly definite: boolean
  readonly plural: boolean
  readonly count: SourceCount
  /** Words that tell it from others of its kind: premodifiers and what follows the head. */
  readonly modified: boolean
  readonly role: string | null
  readonly affiliation: string | null
  readonly place: string | null
}

/** Words without what changes from one mention to the next. */
export function keyOf(words: string): string {
  return words
    .toLowerCase()
    .replace(/^(?:the|a|an|this|that|these|those|both)\s+/, '')
    .replace(/['’]s?$/, '')
}
