import type { IntlShape } from 'react-intl'
import type { ShownCorrection } from '#contract/corrections'
import { CREDIT_ROLES } from '#domain/analysis/findings'
import type { CorrectionAct, FieldValue } from '#domain/corrections/correction'
import { withVisibleControls } from '#domain/visible-controls'
import { fieldWords, quoted } from './field-words'

/** Longest quotation in a line of the list, in characters. */
const LONGEST = 80

/** What a correction did, as one sentence, with what was extracted where that helps. */
export function correctionWords(intl: IntlShape, { correction, extracted }: ShownCorrection): string {
  const { act } = correction
  const say = (id: string, values: Record<string, string>) =>
    intl.formatMessage({ id: `corrections.did.${id}` }, values)
  const was = shortened(intl, extracted)
  switch (act.kind) {
    case 'set-source-field': {
      const { field, value } = act.change
      return say('set', {
        field: intl.formatMessage({ id: `corrections.field.${field}` }),
        value: fieldWords(intl, field, value),
        was: fieldWords(intl, field, extracted),
        of: targetWords(intl, act),
      })
    }
    case 'set-fact':
      return say('fact', {
        field: intl.formatMessage({ id: `corrections.field.${act.field}` }),
        value: shortened(intl, act.value),
        was,
      })
    case 'change-credit':
      return say('fact', {
        field: intl.formatMessage({
          id: act.change.field === 'name' ? 'corrections.field.name' : 'corrections.field.creditRole',
        }),
        value: creditWords(intl, act.change.value),
        was: creditWords(intl, extracted),
      })
    case 'add-credit':
      return say('addCredit', {
        role: intl.formatMessage({ id: `credits.role.${act.role}` }, { count: 1 }),
        name: withVisibleControls(act.name),
      })
    case 'join-sources':
      return say('join', { was, into: targetWords(intl, act) })
    case 'split-source':
      return say('split', { was })
    case 'move-statement':
      return say('move', { was, to: targetWords(intl, act) })
    case 'mark-false':
      return say(`false.${act.finding.kind}`, { was })
    case 'add-statement':
      return say('addStatement', { words: shortened(intl, act.content.exact) })
  }
}

/** The words of the source that an act gives something to. */
function targetWords(intl: IntlShape, act: CorrectionAct): string {
  const target =
    act.kind === 'join-sources'
      ? act.into
      : act.kind === 'move-statement'
        ? act.to
        : act.kind === 'set-source-field'
          ? act.source
          : null
  if (target === null) return intl.formatMessage({ id: 'corrections.nobody' })
  return target.kind === 'found'
    ? shortened(intl, target.anchor.exact)
    : intl.formatMessage({ id: 'corrections.yourSource' })
}

function creditWords(intl: IntlShape, value: FieldValue): string {
  const role = CREDIT_ROLES.find((each) => each === value)
  if (role !== undefined) return intl.formatMessage({ id: `credits.role.${role}` }, { count: 1 })
  return shortened(intl, value)
}

function shortened(intl: IntlShape, value: FieldValue): string {
  if (value === null) return intl.formatMessage({ id: 'corrections.nothing' })
  const words = String(value).replaceAll(/\s+/g, ' ')
  return quoted(intl, words.length <= LONGEST ? words : `${words.slice(0, LONGEST)}…`)
}
