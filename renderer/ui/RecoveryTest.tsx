import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { PlainButton } from './PlainButton'
import { isSameWord, placesToTest } from './places-to-test'
import styles from './recovery-kit.module.css'
import fieldStyles from './text-field.module.css'

/** Three of the words, typed from the paper. */
export function RecoveryTest(props: {
  readonly words: readonly string[]
  readonly finish: ReactNode
  readonly isBusy: boolean
  readonly error: string | null
  readonly onTested: () => void
  readonly onBack: () => void
}) {
  const { words, isBusy } = props
  const [places] = useState(() => placesToTest(words.length))
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({})
  const [tried, setTried] = useState(false)
  const isRight = (place: number) => isSameWord(typed[place] ?? '', words[place] ?? '')
  const test = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isBusy && places.every(isRight)) props.onTested()
  }
  return (
    <form aria-busy={isBusy} className={styles.step} noValidate onSubmit={test}>
      <p className={styles.what}>
        <FormattedMessage id="recovery.test-what" />
      </p>
      {places.map((place, index) => (
        <WordField
          autoFocus={index === 0}
          isWrong={tried && !isRight(place)}
          key={place}
          onChange={(word) => setTyped((before) => ({ ...before, [place]: word }))}
          place={place}
          value={typed[place] ?? ''}
        />
      ))}
      <p className={styles.error} role="alert">
        {props.error}
      </p>
      <div className={styles.actions}>
        <PlainButton onClick={props.onBack} size="large">
          <FormattedMessage id="recovery.show-again" />
        </PlainButton>
        <PlainButton aria-disabled={isBusy} size="large" type="submit" variant="primary">
          {props.finish}
        </PlainButton>
      </div>
    </form>
  )
}

function WordField(props: {
  readonly place: number
  readonly value: string
  readonly isWrong: boolean
  readonly autoFocus: boolean
  readonly onChange: (word: string) => void
}) {
  const intl = useIntl()
  const id = useId()
  const place = props.place + 1
  return (
    <div className={fieldStyles.field}>
      <label className={fieldStyles.label} htmlFor={id}>
        <FormattedMessage id="recovery.word" values={{ place }} />
      </label>
      <input
        aria-describedby={`${id}-error`}
        aria-invalid={props.isWrong}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the step before gave its focus away with its button
        autoFocus={props.autoFocus}
        className={fieldStyles.input}
        data-place={props.place}
        data-size="large"
        id={id}
        onChange={(event) => props.onChange(event.target.value)}
        spellCheck={false}
        value={props.value}
      />
      <p className={fieldStyles.error} id={`${id}-error`} role="status">
        {props.isWrong ? intl.formatMessage({ id: 'recovery.wrong-word' }, { place }) : ''}
      </p>
    </div>
  )
}
