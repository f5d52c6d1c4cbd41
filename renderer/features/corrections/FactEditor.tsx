import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import type { Analysis } from '#domain/analysis/findings'
import type { FactField } from '#domain/corrections/correction'
import { factValue } from '#domain/corrections/extracted'
import { CorrectedMark } from './CorrectedMark'
import { type Correcting, ofFact } from './correcting'
import { quoted } from './field-words'
import { InPlace } from './InPlace'

export type FactEditorProps = {
  readonly correcting: Correcting
  readonly analysis: Analysis
  readonly field: FactField
  readonly children: ReactNode
  /** All in one line; where nothing is told, a button with words stands in the pencil's place. */
  readonly isMasthead?: boolean
}

/** Length of an ISO 8601 day. */
const DAY = 10

/** One fact of the capture (its headline, its day of publication), editable in place. */
export function FactEditor({ correcting, analysis, field, children, isMasthead = false }: FactEditorProps) {
  const intl = useIntl()
  const label = intl.formatMessage({ id: `corrections.field.${field}` })
  const value = factValue(analysis, field)
  const isDay = field === 'published' || field === 'modified'
  const mine = ofFact(correcting.corrections, field)
  const extracted = mine[0]?.extracted ?? null
  const invitation =
    isMasthead && value === null ? intl.formatMessage({ id: 'corrections.add' }, { field: label }) : null
  return (
    <InPlace
      {...(invitation === null ? {} : { invitation })}
      control={{ kind: isDay ? 'day' : 'words' }}
      isInline={isMasthead}
      isOptional
      label={label}
      mark={
        <CorrectedMark
          corrections={mine}
          extracted={extracted === null ? null : quoted(intl, String(extracted))}
          label={label}
          onTakeBack={correcting.takeBack}
        />
      }
      onKeep={(words) => correcting.act({ kind: 'set-fact', field, value: words === '' ? null : words })}
      value={isDay ? (value ?? '').slice(0, DAY) : (value ?? '')}
    >
      {children}
    </InPlace>
  )
}
