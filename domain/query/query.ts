import type { Identification, ReasonClass } from '../analysis/findings'

/** Words that stand beside each other in this order; a single word is a phrase of one. */
export type Phrase = {
  readonly terms: readonly string[]
  /** Whether the last term may go on: the word that is just being typed, or a single Hangul, Han or Kana letter. */
  readonly open: boolean
}

/** What a `field:value` asks for. */
export type Condition =
  | { readonly field: 'source'; readonly identifications: readonly Identification[] }
  | { readonly field: 'source-words'; readonly phrase: Phrase }
  | { readonly field: 'reason'; readonly classes: readonly ReasonClass[] }
  | { readonly field: 'translator' | 'editor' | 'outlet' | 'tag'; readonly terms: readonly string[] }
  /** BCP 47, lower case; a language without a region asks for all its regions. */
  | { readonly field: 'language'; readonly language: string }
  /** ISO 8601 year, month or day. `before` its first day; `after` is from its first day on. */
  | { readonly field: 'before' | 'after'; readonly date: string }

export type Field = {
  readonly condition: Condition
  /** `-field:value`: articles that do not answer it. */
  readonly without: boolean
}

/** A question to the library. An article answers when it has all phrases, none of `without`, and meets all fields. */
export type Query = {
  readonly phrases: readonly Phrase[]
  readonly without: readonly Phrase[]
  readonly fields: readonly Field[]
}

/** Whether nothing at all is asked. */
export function isEmptyQuery(query: Query): boolean {
  return query.phrases.length === 0 && query.without.length === 0 && query.fields.length === 0
}
