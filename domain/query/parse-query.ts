import { IDENTIFICATIONS, isUnnamed, REASON_CLASSES } from '../analysis/findings'
import { failure } from '../failure'
import { failed, ok, type Result } from '../result'
import type { Condition, Field, Phrase, Query } from './query'
import { isCjk, tokens } from './tokens'

/** One piece of a written query: `-`, a field's name, and the words, quoted or not. */
const PIECE = /(-?)(?:([\p{L}]+):(?!\/\/))?(?:"([^"]*)("?)|([^\s"]+))?/gu

const FIELDS = [
  'source',
  'reason',
  'translator',
  'editor',
  'outlet',
  'language',
  'tag',
  'before',
  'after',
] as const
type FieldName = (typeof FIELDS)[number]

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/

/**
 * Reads the search language: `words` (all of them), `"exact words"`, `-word`, `field:value` and `-field:value`.
 *
 * The word at the very end is open ("dand" finds Dandong), since it may still be in the typing; a blank, or quotation
 * marks, close it. A quotation mark that is not closed yet is taken as closed at the end.
 *
 * Fails with `query-not-understood` for a field or a value that does not exist, `detail.word` being that piece.
 */
export function parseQuery(written: string): Result<Query> {
  const phrases: Phrase[] = []
  const without: Phrase[] = []
  const fields: Field[] = []
  for (const match of written.matchAll(PIECE)) {
    const [piece, minus, name, quoted, , bare] = match
    if (piece === '') continue
    const value = quoted ?? bare ?? ''
    const last = match.index + piece.length === written.length
    if (name !== undefined) {
      const condition = conditionOf(name.toLowerCase(), value)
      if (condition === null) return failed(failure('query-not-understood', { word: piece }))
      fields.push({ condition, without: minus === '-' })
    } else {
      const phrase = phraseOf(value, last && quoted === undefined)
      if (phrase !== null) (minus === '-' ? without : phrases).push(phrase)
    }
  }
  return ok({ phrases, without, fields })
}

/** The words of `value` as one phrase; null when it has no letter. */
export function phraseOf(value: string, open: boolean): Phrase | null {
  const terms = tokens(value).map((token) => token.term)
  const last = terms.at(-1)
  if (last === undefined) return null
  return { terms, open: open || isSingleCjk(last) }
}

/** A single syllable is in the index only where it stands alone; open, it is found at the head of any pair. */
function isSingleCjk(term: string): boolean {
  return [...term].length === 1 && isCjk(term)
}

function conditionOf(name: string, value: string): Condition | null {
  if (!isFieldName(name)) return null
  switch (name) {
    case 'source':
      return sourceCondition(value)
    case 'reason':
      return reasonCondition(value)
    case 'translator':
    case 'editor':
    case 'outlet':
    case 'tag': {
      const phrase = phraseOf(value, false)
      return phrase === null ? null : { field: name, terms: phrase.terms }
    }
    case 'language': {
      const language = value.toLowerCase()
      return LANGUAGE.test(language) ? { field: name, language } : null
    }
    case 'before':
    case 'after':
      return DATE.test(value) ? { field: name, date: value } : null
  }
}

function isFieldName(name: string): name is FieldName {
  return FIELDS.some((field) => field === name)
}

function sourceCondition(value: string): Condition | null {
  const wanted = value.toLowerCase()
  if (wanted === 'unnamed') return { field: 'source', identifications: IDENTIFICATIONS.filter(isUnnamed) }
  if (wanted === 'named')
    return { field: 'source', identifications: IDENTIFICATIONS.filter((kind) => !isUnnamed(kind)) }
  const identifications = IDENTIFICATIONS.filter((kind) => kind === wanted)
  if (identifications.length > 0) return { field: 'source', identifications }
  const phrase = phraseOf(value, false)
  return phrase === null ? null : { field: 'source-words', phrase }
}

/** `reason:safety` is enough for `safety-or-reprisal`: any of a class's words names it. */
function reasonCondition(value: string): Condition | null {
  const wanted = value.toLowerCase()
  const classes = REASON_CLASSES.filter(
    (known) => known === wanted || known.split('-').some((word) => word.length > 2 && word === wanted),
  )
  return classes.length > 0 ? { field: 'reason', classes } : null
}
