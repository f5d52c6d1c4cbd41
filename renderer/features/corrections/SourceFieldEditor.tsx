import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import type { Source } from '#domain/analysis/findings'
import type { Capture } from '#domain/article/capture'
import type { SourceField } from '#domain/corrections/correction'
import { sourceFieldValue } from '#domain/corrections/source-fields'
import { sourceTarget } from '#domain/corrections/targets'
import { CorrectedMark } from './CorrectedMark'
import { type Correcting, ofSourceField } from './correcting'
import { changeOf, controlOf, fieldWords } from './field-words'
import { InPlace } from './InPlace'

export type SourceFieldEditorProps = {
  readonly correcting: Correcting
  readonly source: Source
  readonly field: SourceField
  readonly capture: Capture
  readonly children: ReactNode
}

/** One field of a source card, editable in place. */
export function SourceFieldEditor({ correcting, source, field, capture, children }: SourceFieldEditorProps) {
  const intl = useIntl()
  const label = intl.formatMessage({ id: `corrections.field.${field}` })
  const mine = ofSourceField(correcting.corrections, source.id, field)
  const extracted = mine[0]?.extracted ?? null
  const keep = async (value: string) => {
    const target = sourceTarget(capture.analysis.sources, source, capture.text)
    const change = changeOf(field, value)
    if (target === null || change === null) return false
    return correcting.act({ kind: 'set-source-field', source: target, change })
  }
  return (
    <InPlace
      {...controlOf(intl, field)}
      label={label}
      mark={
        <CorrectedMark
          corrections={mine}
          extracted={extracted === null ? null : fieldWords(intl, field, extracted)}
          label={label}
          onTakeBack={correcting.takeBack}
        />
      }
      onKeep={keep}
      value={String(sourceFieldValue(source, field) ?? '')}
    >
      {children}
    </InPlace>
  )
}
