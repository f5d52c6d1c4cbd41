import { type FormEvent, useId, useRef, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { client, settled } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import { PlainButton } from '../../ui/PlainButton'
import fieldStyles from '../../ui/text-field.module.css'
import { Wordmark } from '../../ui/Wordmark'
import styles from './lock-screen.module.css'

/** The 24 words, in one field. It is told at once whether they open the library. */
export function CodeStep(props: {
  readonly name: string
  readonly onRight: (recoveryCode: string) => void
  readonly onBack: () => void
}) {
  const spoken = useFailureSentence()
  const id = useId()
  const input = useRef<HTMLTextAreaElement>(null)
  const [recoveryCode, setRecoveryCode] = useState('')
  const [error, setError] = useState<string | null>(null)
  const check = async (event: FormEvent) => {
    event.preventDefault()
    if (recoveryCode.trim() === '') return
    const answer = await settled(client.vault['check-recovery-code']({ recoveryCode }))
    if (answer.ok) return props.onRight(recoveryCode)
    setError(spoken(answer.failure))
    input.current?.focus()
  }
  return (
    <form className={styles.sheet} noValidate onSubmit={check}>
      <Wordmark />
      <h1 className={styles.name}>{props.name}</h1>
      <p className={styles.state}>
        <FormattedMessage id="lock-screen.recover-what" />
      </p>
      <div className={fieldStyles.field}>
        <label className={fieldStyles.label} htmlFor={id}>
          <FormattedMessage id="lock-screen.code" />
        </label>
        <textarea
          aria-describedby={`${id}-error`}
          aria-invalid={error !== null}
          autoCapitalize="off"
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: the field is what the person asked for
          autoFocus
          className={fieldStyles.area}
          id={id}
          maxLength={1024}
          onChange={(event) => {
            setRecoveryCode(event.target.value)
            setError(null)
          }}
          ref={input}
          rows={5}
          spellCheck={false}
          value={recoveryCode}
        />
        <p className={fieldStyles.error} id={`${id}-error`} role="status">
          {error}
        </p>
      </div>
      <PlainButton size="large" type="submit" variant="primary" wide>
        <FormattedMessage id="lock-screen.check-code" />
      </PlainButton>
      <PlainButton icon="chevron-left" onClick={props.onBack} variant="quiet">
        <FormattedMessage id="lock-screen.back" />
      </PlainButton>
    </form>
  )
}
