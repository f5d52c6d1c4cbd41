import { type FormEvent, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { VaultStatus } from '#contract/vault'
import { client, settled } from '../../client/client'
import { PassphraseField } from '../../ui/PassphraseField'
import { PlainButton } from '../../ui/PlainButton'
import { Progress } from '../../ui/Progress'
import { RescueResult } from './RescueResult'
import { useRescue } from './use-rescue'
import styles from './verify.module.css'

export type RescueFormProps = {
  readonly libraryName: string
  /** The rescue has begun: an open library is closed for it. */
  readonly onBegun?: () => void
  /** The rescued library is the one to unlock now. */
  readonly onStatus?: (status: VaultStatus) => void
}

/** Asks for the passphrase, rescues into a new library beside the damaged one, tells what was kept and what was lost. */
export function RescueForm({ libraryName, onBegun, onStatus }: RescueFormProps) {
  const intl = useIntl()
  const { state, start } = useRescue()
  const [passphrase, setPassphrase] = useState('')
  const open = async () => {
    const answer = await settled(client.salvaging['open-rescued']())
    if (answer.ok) onStatus?.(answer.value)
  }
  if (state.step === 'done') {
    return <RescueResult libraryName={libraryName} onOpen={() => void open()} report={state.report} />
  }
  const running = state.step === 'running'
  const { done = 0, total = 1 } = (running ? state.progress : null) ?? {}
  const begin = (event: FormEvent) => {
    event.preventDefault()
    if (passphrase === '' || running) return
    onBegun?.()
    start(passphrase)
    setPassphrase('')
  }
  return (
    <form aria-busy={running} className={styles.stage} onSubmit={begin}>
      <p>
        <FormattedMessage id="verify.rescue-what" />
      </p>
      {running ? (
        <>
          <Progress label={intl.formatMessage({ id: 'verify.rescue-progress' })} max={total} value={done} />
          <p className={styles.hint}>
            <FormattedMessage id="verify.rescue-step" values={{ done, total }} />
          </p>
        </>
      ) : (
        <>
          <PassphraseField
            autoFocus
            error={state.error}
            label={intl.formatMessage({ id: 'verify.passphrase' })}
            onChange={setPassphrase}
            value={passphrase}
          />
          <PlainButton type="submit" variant="primary" wide>
            <FormattedMessage id="verify.rescue-start" />
          </PlainButton>
        </>
      )}
    </form>
  )
}
