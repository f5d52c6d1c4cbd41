import { type FormEvent, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SpokenFailure } from '#contract/define'
import { client, settled } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import { PlainButton } from '../../ui/PlainButton'
import { RecoveryCodeField } from '../../ui/RecoveryCodeField'
import { Wordmark } from '../../ui/Wordmark'
import styles from './lock-screen.module.css'

/** The 24 words, in one field. It is told at once whether they open the library. */
export function CodeStep(props: {
  readonly name: string
  readonly onRight: (recoveryCode: string) => void
  readonly onBack: () => void
}) {
  const intl = useIntl()
  const spoken = useFailureSentence()
  const input = useRef<HTMLTextAreaElement>(null)
  const [recoveryCode, setRecoveryCode] = useState('')
  const [failure, setFailure] = useState<SpokenFailure | null>(null)
  const check = async (event: FormEvent) => {
    event.preventDefault()
    if (recoveryCode.trim() === '') return
    const answer = await settled(client.vault['check-recovery-code']({ recoveryCode }))
    if (answer.ok) return props.onRight(recoveryCode)
    setFailure(answer.failure)
    input.current?.focus()
  }
  return (
    <form className={styles.sheet} noValidate onSubmit={check}>
      <Wordmark />
      <h1 className={styles.name}>{props.name}</h1>
      <p className={styles.state}>
        <FormattedMessage id="lock-screen.recover-what" />
      </p>
      <RecoveryCodeField
        error={failure === null ? null : spoken(failure)}
        label={intl.formatMessage({ id: 'lock-screen.code' })}
        onChange={(typed) => {
          setRecoveryCode(typed)
          setFailure(null)
        }}
        ref={input}
        value={recoveryCode}
      />
      <PlainButton size="large" type="submit" variant="primary" wide>
        <FormattedMessage id="lock-screen.check-code" />
      </PlainButton>
      <PlainButton icon="chevron-left" onClick={props.onBack} variant="quiet">
        <FormattedMessage id="lock-screen.back" />
      </PlainButton>
    </form>
  )
}
