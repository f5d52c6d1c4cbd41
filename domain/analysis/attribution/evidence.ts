import { boundsAt } from './features'
import { TAG, WORD_CLASS, type Words } from './words'

/**
 * Whether the verb at `anchor` is what a fact does: "The fact that no boat left suggests …" is the writer's own reasoning, and
 * nobody's statement. The fact must open its clause, with no comma and at least one verb between it and the anchor; "the
 * fact that the mayor said …" is a statement.
 */
export function isEvidence(words: Words, anchor: number): boolean {
  const { first } = boundsAt(words, anchor)
  const lower = (i: number) => words.reading.tokens[i]?.lower
  let i = anchor - 1
  while (i > first && isVerbal(words.tag[i])) i -= 1
  let verbs = 0
  for (; i >= first + 2 && words.tag[i] !== TAG.PUNCT; i--) {
    if (words.wordClass[i] === WORD_CLASS.that && lower(i - 1) === 'fact' && lower(i - 2) === 'the') {
      return verbs > 0 && opensClause(words, i - 2, first)
    }
    if (words.tag[i] === TAG.VERB || words.tag[i] === TAG.AUX) verbs += 1
  }
  return false
}

function isVerbal(tag: number | undefined): boolean {
  return tag === TAG.AUX || tag === TAG.ADV || tag === TAG.PART
}

function opensClause(words: Words, i: number, first: number): boolean {
  const before = words.tag[i - 1]
  return i === first || before === TAG.PUNCT || before === TAG.CCONJ
}
