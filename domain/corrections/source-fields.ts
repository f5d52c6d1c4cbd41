import type { Anonymity, Source } from '../analysis/findings'
import { placesOf } from '../annotation/folding'
import type { Range } from '../article/range'
import { assertNever } from '../assert-never'
import type { FieldValue, SourceChange, SourceField } from './correction'

/** Places compared when the reader's words stand in the text more than once. */
const MOST_PLACES = 1_000

/**
 * `source` with one field as the reader has it. Words that the text has are given their place, the nearest to the
 * source's own, so that they can be shown there ("on Tuesday" then has a day); other words rest on nothing.
 */
export function changedSource(source: Source, change: SourceChange, text: string): Source {
  const near = (words: string | null) => placeNear(text, words, source.descriptorRange)
  switch (change.field) {
    case 'identification':
      return { ...source, identification: change.value }
    case 'descriptor':
      return {
        ...source,
        descriptor: change.value,
        descriptorRange: near(change.value) ?? source.descriptorRange,
      }
    case 'count':
      return { ...source, count: change.value }
    case 'attributionLevel':
      return { ...source, attributionLevel: change.value }
    case 'basisOfKnowledge':
      return { ...source, basisOfKnowledge: change.value }
    case 'corroboration':
      return { ...source, corroboration: change.value }
    case 'role':
      return { ...source, role: change.value }
    case 'affiliation':
      return { ...source, affiliation: change.value }
    case 'place':
      return { ...source, place: change.value }
    case 'addressee':
      return { ...source, addressee: change.value, addresseeRange: near(change.value) }
    case 'when':
      return { ...source, when: change.value, whenRange: near(change.value) }
    case 'motive':
      return { ...source, motive: change.value, motiveRange: near(change.value) }
    case 'reasonClass':
      return { ...source, anonymity: withReasonClass(source.anonymity, change.value) }
    case 'reason':
      return { ...source, anonymity: withReason(source.anonymity, change.value, near(change.value)) }
    default:
      return assertNever(change)
  }
}

/** A field of a source as one value, as a reader sees and sets it. */
export function sourceFieldValue(source: Source, field: SourceField): FieldValue {
  switch (field) {
    case 'reasonClass':
      return source.anonymity?.reasonClass ?? null
    case 'reason':
      return source.anonymity?.reason ?? null
    default:
      return source[field]
  }
}

/**
 * `into` after the reader said that `other` is the same source. What `into` does not tell, `other` may; where both tell,
 * `into` stays as it is.
 */
export function joinedSource(into: Source, other: Source): Source {
  const mentions = [...into.mentions, ...other.mentions].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const distinct = mentions.filter(([start, end], index) => {
    const before = mentions[index - 1]
    return before?.[0] !== start || before[1] !== end
  })
  const basis = into.basisOfKnowledge === 'not-stated' ? other : into
  const support = into.corroboration === 'none-stated' ? other : into
  const told = into.addressee === null ? other : into
  const when = into.when === null ? other : into
  const motive = into.motive === null ? other : into
  return {
    ...into,
    role: into.role ?? other.role,
    affiliation: into.affiliation ?? other.affiliation,
    place: into.place ?? other.place,
    attributionLevel: into.attributionLevel === 'not-stated' ? other.attributionLevel : into.attributionLevel,
    anonymity: into.anonymity ?? other.anonymity,
    addressee: told.addressee,
    addresseeRange: told.addresseeRange,
    when: when.when,
    whenRange: when.whenRange,
    basisOfKnowledge: basis.basisOfKnowledge,
    basisRange: basis.basisRange,
    motive: motive.motive,
    motiveRange: motive.motiveRange,
    corroboration: support.corroboration,
    corroborationRange: support.corroborationRange,
    mentions: distinct,
    joined: [...into.joined, ...other.joined, { mention: other.descriptorRange, rule: 'reader' }],
  }
}

/** Where `words` stand in the text to the letter, nearest to `around`; null when nowhere. */
export function placeNear(text: string, words: string | null, around: Range): Range | null {
  if (words === null || words.trim() === '') return null
  const [nearest] = placesOf(text, words, MOST_PLACES).sort(
    (a, b) => Math.abs(a - around[0]) - Math.abs(b - around[0]),
  )
  return nearest === undefined ? null : [nearest, nearest + words.length]
}

const NO_GRANT: Anonymity = {
  grant: null,
  grantRange: null,
  reasonClass: 'not-given',
  reason: null,
  reasonRange: null,
}

function withReasonClass(
  anonymity: Anonymity | null,
  reasonClass: Anonymity['reasonClass'] | null,
): Anonymity | null {
  return reasonClass === null ? null : { ...(anonymity ?? NO_GRANT), reasonClass }
}

function withReason(
  anonymity: Anonymity | null,
  reason: string | null,
  reasonRange: Range | null,
): Anonymity | null {
  if (reason === null && anonymity === null) return null
  const { reasonClass } = anonymity ?? NO_GRANT
  const classed = reason !== null && reasonClass === 'not-given' ? 'other' : reasonClass
  return { ...(anonymity ?? NO_GRANT), reason, reasonRange, reasonClass: classed }
}
