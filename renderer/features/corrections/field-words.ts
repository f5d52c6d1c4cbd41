import type { IntlShape } from 'react-intl'
import {
  ATTRIBUTION_LEVELS,
  BASES_OF_KNOWLEDGE,
  CORROBORATIONS,
  IDENTIFICATIONS,
  REASON_CLASSES,
} from '#domain/analysis/findings'
import type { FieldValue, SourceChange, SourceField } from '#domain/corrections/correction'
import { withVisibleControls } from '#domain/visible-controls'
import type { Control } from './InPlace'

/** Numbers of people on offer; a reader who counts more writes it in a note. */
const MOST_PEOPLE = 20

/** The words for a value of a source's field, as the card has them; "nothing" where it is not told. */
export function fieldWords(intl: IntlShape, field: SourceField, value: FieldValue): string {
  if (value === null) return intl.formatMessage({ id: 'corrections.nothing' })
  const option = optionsOf(intl, field).find((each) => each.value === String(value))
  if (option !== undefined) return option.label
  return quoted(intl, String(value))
}

export function quoted(intl: IntlShape, words: string): string {
  return intl.formatMessage({ id: 'corrections.quoted' }, { words: withVisibleControls(words) })
}

/** The control that edits a field, and whether the field may be "not told". */
export function controlOf(
  intl: IntlShape,
  field: SourceField,
): { readonly control: Control; readonly isOptional: boolean } {
  const options = optionsOf(intl, field)
  if (options.length > 0) return { control: { kind: 'choice', options }, isOptional: field === 'reasonClass' }
  return { control: { kind: 'words' }, isOptional: field !== 'descriptor' }
}

/** A field with the value that its control gives: one of its options, words, or nothing told. */
export function changeOf(field: SourceField, value: string): SourceChange | null {
  const one = <T extends string>(values: readonly T[]) => values.find((each) => each === value) ?? null
  switch (field) {
    case 'identification': {
      const found = one(IDENTIFICATIONS)
      return found && { field, value: found }
    }
    case 'attributionLevel': {
      const found = one(ATTRIBUTION_LEVELS)
      return found && { field, value: found }
    }
    case 'basisOfKnowledge': {
      const found = one(BASES_OF_KNOWLEDGE)
      return found && { field, value: found }
    }
    case 'corroboration': {
      const found = one(CORROBORATIONS)
      return found && { field, value: found }
    }
    case 'reasonClass':
      return { field, value: one(REASON_CLASSES) }
    case 'count':
      return {
        field,
        value: value === 'one' || value === 'plural-unspecified' ? value : Number(value),
      }
    case 'descriptor':
      return value === '' ? null : { field, value }
    default:
      return { field, value: value === '' ? null : value }
  }
}

type Option = { readonly value: string; readonly label: string }

function optionsOf(intl: IntlShape, field: SourceField): readonly Option[] {
  const all = (values: readonly string[], idOf: (value: string) => string): Option[] =>
    values.map((value) => ({ value, label: intl.formatMessage({ id: idOf(value) }) }))
  switch (field) {
    case 'identification':
      return all(IDENTIFICATIONS, (value) => `sources.identification.${value}`)
    case 'attributionLevel':
      return all(ATTRIBUTION_LEVELS, (value) => `sources.level.${value}`)
    case 'basisOfKnowledge':
      return all(BASES_OF_KNOWLEDGE, (value) => `sources.basis.${value}`)
    case 'corroboration':
      return all(CORROBORATIONS, (value) => `sources.corroboration.${value}`)
    case 'reasonClass':
      return all(REASON_CLASSES, (value) => `sources.reason.${value}`)
    case 'count':
      return [
        { value: 'one', label: intl.formatMessage({ id: 'sources.count.one' }) },
        { value: 'plural-unspecified', label: intl.formatMessage({ id: 'sources.count.plural' }) },
        ...Array.from({ length: MOST_PEOPLE - 1 }, (_, index) => ({
          value: String(index + 2),
          label: intl.formatMessage({ id: 'sources.count.number' }, { count: index + 2 }),
        })),
      ]
    default:
      return []
  }
}
