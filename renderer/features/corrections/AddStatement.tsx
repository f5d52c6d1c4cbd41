import { useState } from 'react'
import { useIntl } from 'react-intl'
import { IDENTIFICATIONS, type Identification, type Source } from '#domain/analysis/findings'
import type { Capture } from '#domain/article/capture'
import { type Range, wordsAt } from '#domain/article/range'
import type { CorrectionAct, Speaker } from '#domain/corrections/correction'
import { placeNear } from '#domain/corrections/source-fields'
import { anchorOf, sourceTarget } from '#domain/corrections/targets'
import { withVisibleControls } from '#domain/visible-controls'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/TextField'
import styles from './add-statement.module.css'
import type { SourceChoice } from './ChooseSource'
import type { Correcting } from './correcting'
import { directnessOf } from './directness'

export type AddStatementProps = {
  readonly correcting: Correcting
  readonly capture: Capture
  /** The words of the statement; null while the dialog is closed. */
  readonly range: Range | null
  readonly sources: readonly (SourceChoice & { readonly source: Source })[]
  readonly onClose: () => void
}

/** Whoever is none of the article's sources. */
const NEW = 'new'
const NOBODY = 'nobody'

/** Asks who made a statement that the engine missed, and adds it. */
export function AddStatement(props: AddStatementProps) {
  const intl = useIntl()
  const { correcting, capture, range, onClose } = props
  const title = intl.formatMessage({ id: 'corrections.addStatement' })
  return (
    <Dialog isOpen={range !== null} onOpenChange={(open) => open || onClose()} size="small" title={title}>
      {range === null ? null : (
        <Form
          {...props}
          key={range.join('-')}
          onAct={correcting.act}
          range={range}
          words={wordsAt(capture.text, range)}
        />
      )}
    </Dialog>
  )
}

function Form(
  props: Omit<AddStatementProps, 'range'> & {
    readonly range: Range
    readonly words: string
    readonly onAct: (act: CorrectionAct) => Promise<boolean>
  },
) {
  const intl = useIntl()
  const { range, words, capture, sources, onAct, onClose } = props
  const { analysis, text } = capture
  const [who, setWho] = useState(sources[0]?.id ?? NEW)
  const [name, setName] = useState('')
  const [identification, setIdentification] = useState<Identification>('described-unnamed')
  const [error, setError] = useState<string | null>(null)
  const keep = async () => {
    const by = speaker()
    const content = anchorOf(text, range)
    if (by === 'not-there') return setError(intl.formatMessage({ id: 'corrections.speaker.notThere' }))
    if (content === null) return
    const act = { kind: 'add-statement', content, by, directness: directnessOf(words) } as const
    if (await onAct(act)) onClose()
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <blockquote className={styles.words}>{withVisibleControls(words)}</blockquote>
      <label className={styles.row}>
        <span>{intl.formatMessage({ id: 'corrections.speaker' })}</span>
        <select className={styles.select} onChange={(event) => setWho(event.target.value)} value={who}>
          {sources.map((source) => (
            <option key={source.id} value={source.id}>
              {`${source.label}  ${withVisibleControls(source.name)}`}
            </option>
          ))}
          <option value={NEW}>{intl.formatMessage({ id: 'corrections.speaker.new' })}</option>
          <option value={NOBODY}>{intl.formatMessage({ id: 'corrections.nobody' })}</option>
        </select>
      </label>
      {who === NEW ? (
        <>
          <TextField
            error={error}
            label={intl.formatMessage({ id: 'corrections.speaker.words' })}
            onChange={(value) => {
              setName(value)
              setError(null)
            }}
            value={name}
          />
          <label className={styles.row}>
            <span>{intl.formatMessage({ id: 'corrections.field.identification' })}</span>
            <select
              className={styles.select}
              onChange={(event) =>
                setIdentification(
                  IDENTIFICATIONS.find((each) => each === event.target.value) ?? 'described-unnamed',
                )
              }
              value={identification}
            >
              {IDENTIFICATIONS.map((each) => (
                <option key={each} value={each}>
                  {intl.formatMessage({ id: `sources.identification.${each}` })}
                </option>
              ))}
            </select>
          </label>
        </>
      ) : null}
      <div className={styles.actions}>
        <Button onPress={onClose} variant="quiet">
          {intl.formatMessage({ id: 'corrections.cancel' })}
        </Button>
        <Button isDisabled={who === NEW && name.trim() === ''} type="submit" variant="primary">
          {intl.formatMessage({ id: 'corrections.addStatement' })}
        </Button>
      </div>
    </form>
  )

  function speaker(): Speaker | null | 'not-there' {
    if (who === NOBODY) return null
    const known = sources.find(({ id }) => id === who)?.source
    const target = known ? sourceTarget(analysis.sources, known, text) : null
    if (target !== null) return { kind: 'source', source: target }
    const place = placeNear(text, name.trim(), range)
    const anchor = place && anchorOf(text, place)
    return anchor === null ? 'not-there' : { kind: 'words', anchor, identification }
  }
}
